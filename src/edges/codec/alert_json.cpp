#include "edges/codec/alert_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"
#include "edges/codec/bilingual_json.h"
#include "edges/codec/marking_json.h"

namespace codec {
namespace {

constexpr std::size_t audience_max = 50'000;  // every firm of a large hub
constexpr std::size_t steps_max = 10'000;
constexpr std::size_t sources_max = 10'000;
constexpr std::size_t lines_max = 50;

}  // namespace

template <class Archive>
void describe(Archive& archive, model::AlertText& text) {
  archive.required("title", text.title);
  archive.required("method", text.method);
  archive.required("signs", text.signs, list_up_to(lines_max));
  archive.required("do_this_week", text.do_this_week, list_up_to(lines_max));
  archive.required("innocent_reading", text.innocent_reading);
  archive.required("where_to_answer", text.where_to_answer);
  archive.required("base_rate", text.base_rate);
  archive.required("person", text.person);
  archive.required("staff_version", text.staff_version);
}

template <class Archive>
void describe(Archive& archive, model::Recipient& recipient) {
  archive.required("organisation", recipient.organisation);
  archive.required("organisation_key", recipient.organisation_key);
  archive.required("reasons", recipient.reasons);
  archive.optional("excluded", recipient.excluded);
  archive.optional("excluded_reason", recipient.excluded_reason);
}

template <class Archive>
void describe(Archive& archive, model::Alert::Step& step) {
  archive.required("kind", step.kind);
  archive.required("by", step.by);
  archive.optional("by_organisation", step.by_organisation);
  archive.required("at", step.at);
  archive.optional("note", step.note, text_up_to(64 << 10));
}

template <class Archive>
void describe(Archive& archive, model::Alert& alert) {
  archive.required("id", alert.id);
  archive.required("organisation", alert.organisation);
  archive.required("product", alert.product);
  archive.required("state", alert.state);
  archive.optional("dossier", alert.dossier);
  archive.required("sources", alert.sources, list_up_to(sources_max));
  archive.required("text", alert.text);
  archive.required("audience", alert.audience, list_up_to(audience_max));
  archive.required("contrary_evidence", alert.contrary_evidence);
  archive.required("confidence", alert.confidence);
  archive.required("marking", alert.marking);
  archive.required("author", alert.author);
  archive.required("made_at", alert.made_at);
  archive.optional("sent_at", alert.sent_at);
  archive.required("expires_at", alert.expires_at);
  archive.optional("held_until", alert.held_until);
  archive.optional("hold_reason", alert.hold_reason);
  archive.required("steps", alert.steps, list_up_to(steps_max));
  archive.required("revision", alert.revision);
}

template <class Archive>
void describe(Archive& archive, model::AlertEdit::Exclusion& exclusion) {
  archive.required("organisation", exclusion.organisation);
  archive.required("reason", exclusion.reason);
  archive.rule("reason", !exclusion.reason.empty(), "is empty", "say why the firm is taken out");
}

template <class Archive>
void describe(Archive& archive, model::AlertEdit& edit) {
  archive.required("text", edit.text);
  archive.required("contrary_evidence", edit.contrary_evidence);
  archive.required("confidence", edit.confidence);
  archive.optional("marking", edit.marking);
  archive.required("expires_at", edit.expires_at);
  archive.optional("exclude", edit.exclude, list_up_to(audience_max));
  archive.optional("include", edit.include, list_up_to(audience_max));
}

template <class Archive>
void describe(Archive& archive, base::Issue& issue) {
  archive.required("pointer", issue.pointer);
  archive.required("problem", issue.problem);
  archive.optional("next_step", issue.next_step);
}

template <class Archive>
void describe(Archive& archive, model::AlertView& view) {
  archive.required("alert", view.alert);
  archive.required("problems", view.problems, list_up_to(audience_max));
  archive.required("opened_sources", view.opened_sources, list_up_to(sources_max));
}

template <class Archive>
void describe(Archive& archive, model::Delivery::FollowUp& follow_up) {
  archive.required("day", follow_up.day);
  archive.required("contact_ceased", follow_up.contact_ceased);
  archive.optional("by", follow_up.by);
  archive.optional("at", follow_up.at);
  archive.required("due_at", follow_up.due_at);
}

template <class Archive>
void describe(Archive& archive, model::Delivery::HandOver& hand_over) {
  archive.required("by", hand_over.by);
  archive.required("to_name", hand_over.to_name);
  archive.required("to_role", hand_over.to_role);
  archive.required("at", hand_over.at);
}

template <class Archive>
void describe(Archive& archive, model::Delivery::Acknowledgement& acknowledgement) {
  archive.required("by", acknowledgement.by);
  archive.required("at", acknowledgement.at);
  archive.required("seen_here_too", acknowledgement.seen_here_too);
  archive.optional("own_logs_hits", acknowledgement.own_logs_hits);
  archive.optional("note", acknowledgement.note);
}

template <class Archive>
void describe(Archive& archive, model::Delivery& delivery) {
  archive.required("id", delivery.id);
  archive.required("alert", delivery.alert);
  archive.required("organisation", delivery.organisation);
  archive.required("organisation_key", delivery.organisation_key);
  archive.required("correction", delivery.correction);
  archive.required("correction_text", delivery.correction_text);
  archive.required("made_at", delivery.made_at);
  archive.required("notice", delivery.notice);
  archive.optional("notice_attempts", delivery.notice_attempts);
  archive.optional("notice_error", delivery.notice_error);
  archive.optional("message_id", delivery.message_id);
  archive.optional("handed_over", delivery.handed_over);
  archive.optional("acknowledged", delivery.acknowledged);
  archive.required("reminders", delivery.reminders);
  archive.required("follow_ups", delivery.follow_ups);
  archive.required("revision", delivery.revision);
}

template <class Archive>
void describe(Archive& archive, model::AcknowledgementEdit& edit) {
  archive.required("seen_here_too", edit.seen_here_too);
  archive.optional("own_logs_hits", edit.own_logs_hits, between(0, 1e9));
  archive.optional("note", edit.note);
}

template <class Archive>
void describe(Archive& archive, model::InboxItem& item) {
  archive.required("delivery", item.delivery);
  archive.required("product", item.product);
  archive.required("title", item.title);
  archive.required("expires_at", item.expires_at);
}

template <class Archive>
void describe(Archive& archive, model::InboxAlert& alert) {
  archive.required("delivery", alert.delivery);
  archive.required("product", alert.product);
  archive.required("state", alert.state);
  archive.required("text", alert.text);
  archive.required("confidence", alert.confidence);
  archive.required("marking", alert.marking);
  archive.required("expires_at", alert.expires_at);
  archive.optional("reasons", alert.reasons);
}

template <class Archive>
void describe(Archive& archive, model::Notice& notice) {
  archive.required("id", notice.id);
  archive.required("title", notice.title);
  archive.required("text", notice.text);
  archive.required("sent_at", notice.sent_at);
  archive.required("expires_at", notice.expires_at);
}

template <class Archive>
void describe(Archive& archive, model::HandedAlert& handed) {
  archive.required("alert", handed.alert);
  archive.required("product", handed.product);
  archive.required("state", handed.state);
  archive.required("text", handed.text);
  archive.required("confidence", handed.confidence);
  archive.required("marking", handed.marking);
  archive.optional("reasons", handed.reasons);
  archive.required("made_at", handed.made_at);
  archive.required("expires_at", handed.expires_at);
  archive.optional("sent_at", handed.sent_at);
  archive.required("revision", handed.revision);
  archive.optional("correction", handed.correction, between(0, steps_max));
  archive.required("correction_text", handed.correction_text);
}

template <class Archive>
void describe(Archive& archive, model::HandedAnswer& answer) {
  archive.optional("acknowledged", answer.acknowledged);
  archive.optional("follow_ups", answer.follow_ups);
}

template base::Result<model::AlertText> decode<model::AlertText>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::AlertText>(const model::AlertText&);
template base::Result<model::Alert> decode<model::Alert>(std::string_view, const JsonLimits&);
template std::string encode<model::Alert>(const model::Alert&);
template base::Result<model::AlertEdit> decode<model::AlertEdit>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::AlertEdit>(const model::AlertEdit&);
template base::Result<model::AlertView> decode<model::AlertView>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::AlertView>(const model::AlertView&);
template base::Result<model::Delivery> decode<model::Delivery>(std::string_view, const JsonLimits&);
template std::string encode<model::Delivery>(const model::Delivery&);
template base::Result<model::AcknowledgementEdit> decode<model::AcknowledgementEdit>(
    std::string_view, const JsonLimits&);
template std::string encode<model::AcknowledgementEdit>(const model::AcknowledgementEdit&);
template base::Result<model::InboxItem> decode<model::InboxItem>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::InboxItem>(const model::InboxItem&);
template base::Result<model::InboxAlert> decode<model::InboxAlert>(std::string_view,
                                                                   const JsonLimits&);
template std::string encode<model::InboxAlert>(const model::InboxAlert&);
template base::Result<model::Notice> decode<model::Notice>(std::string_view, const JsonLimits&);
template std::string encode<model::Notice>(const model::Notice&);
template base::Result<model::HandedAlert> decode<model::HandedAlert>(std::string_view,
                                                                     const JsonLimits&);
template std::string encode<model::HandedAlert>(const model::HandedAlert&);
template base::Result<model::HandedAnswer> decode<model::HandedAnswer>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::HandedAnswer>(const model::HandedAnswer&);

}  // namespace codec
