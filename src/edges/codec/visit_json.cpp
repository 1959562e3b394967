#include "edges/codec/visit_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"
#include "edges/codec/bilingual_json.h"
#include "edges/codec/lesson_nested_json.h"
#include "edges/codec/organisation_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Shown& shown) {
  archive.required("kind", shown.kind);
  archive.required("id", shown.id, text_up_to(36));
}

template <class Archive>
void describe(Archive& archive, model::Promise& promise) {
  archive.required("what", promise.what, text_up_to(1000));
  archive.required("due_on", promise.due_on);
  archive.optional("kept_at", promise.kept_at);
  archive.optional("kept_by", promise.kept_by);
  archive.optional("note", promise.note, text_up_to(1000));
}

/// What a person sends and what is kept of it. An edit's promises are not kept yet.
template <class Archive, class Content>
void describe_content(Archive& archive, Content& content) {
  archive.required("firm", content.firm);
  archive.optional("site", content.site, text_up_to(200));
  archive.required("visited_at", content.visited_at);
  archive.required("attendees", content.attendees, list_up_to(9));
  archive.optional("shown", content.shown, list_up_to(100));
  archive.optional("asked", content.asked, text_up_to(2000));
  archive.optional("note", content.note, text_up_to(2000));
  archive.optional("promises", content.promises, list_up_to(20));
}

template <class Archive>
void describe(Archive& archive, model::VisitEdit& edit) {
  describe_content(archive, edit);
}

template <class Archive>
void describe(Archive& archive, model::Visit& visit) {
  archive.required("id", visit.id);
  archive.required("organisation", visit.organisation);
  archive.required("by", visit.by);
  archive.required("made_at", visit.made_at);
  describe_content(archive, visit);
  archive.optional("revision", visit.revision);
}

template <class Archive>
void describe(Archive& archive, model::AlertAtFirm& alert) {
  archive.required("delivery", alert.delivery);
  archive.required("alert", alert.alert);
  archive.required("product", alert.product);
  archive.required("title", alert.title);
  archive.required("made_at", alert.made_at);
  archive.required("is_acknowledged", alert.is_acknowledged);
  archive.required("was_shown", alert.was_shown);
}

template <class Archive>
void describe(Archive& archive, model::VisitBrief& brief) {
  archive.required("firm", brief.firm);
  archive.required("reasons", brief.reasons);
  archive.required("alerts", brief.alerts);
  archive.required("methods_untold", brief.methods_untold);
  archive.required("lessons_untold", brief.lessons_untold);
  archive.required("visits", brief.visits);
  archive.required("not_to_say", brief.not_to_say);
}

template <class Archive>
void describe(Archive& archive, model::PlannedVisit& item) {
  archive.required("firm", item.firm);
  archive.required("firm_key", item.firm_key);
  archive.required("name", item.name);
  archive.optional("area", item.area);
  archive.required("score", item.score);
  archive.required("reasons", item.reasons);
  archive.optional("visited_at", item.visited_at);
}

template <class Archive>
void describe(Archive& archive, model::RouteStop& stop) {
  archive.required("item", stop.item);
  archive.optional("km", stop.km);
}

template <class Archive>
void describe(Archive& archive, model::VisitPlan& plan) {
  archive.required("items", plan.items);
  archive.required("route", plan.route);
}

template <class Archive>
void describe(Archive& archive, model::CoverageCell& cell) {
  archive.required("id", cell.code);
  archive.required("firms", cell.firms);
  archive.required("visited", cell.visited);
}

template <class Archive>
void describe(Archive& archive, model::VisitCoverage& coverage) {
  archive.required("since", coverage.since);
  archive.required("firms", coverage.firms);
  archive.required("visited", coverage.visited);
  archive.required("areas", coverage.areas);
  archive.required("technologies", coverage.technologies);
}

template base::Result<model::Visit> decode<model::Visit>(std::string_view, const JsonLimits&);
template std::string encode<model::Visit>(const model::Visit&);
template base::Result<model::VisitEdit> decode<model::VisitEdit>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::VisitEdit>(const model::VisitEdit&);
template std::string encode<model::VisitBrief>(const model::VisitBrief&);
template std::string encode<model::VisitPlan>(const model::VisitPlan&);
template std::string encode<model::VisitCoverage>(const model::VisitCoverage&);

}  // namespace codec
