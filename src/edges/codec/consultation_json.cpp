#include "edges/codec/consultation_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Answer& answer) {
  archive.required("question", answer.question);
  archive.defaulted("yes", answer.yes, model::Yes::unknown);
  archive.optional("text", answer.text, text_up_to(4000));
}

template <class Archive>
void describe(Archive& archive, model::SecretCheck& check) {
  archive.defaulted("managed_as_secret", check.managed_as_secret, model::Yes::unknown);
  archive.defaulted("useful", check.useful, model::Yes::unknown);
  archive.defaulted("not_public", check.not_public, model::Yes::unknown);
}

template <class Archive, class Content>
void describe_content(Archive& archive, Content& content) {
  archive.optional("firm", content.firm);
  archive.required("way", content.way);
  archive.required("caller", content.caller);
  archive.optional("answers", content.answers, list_up_to(20));
  archive.optional("secret", content.secret);
}

template <class Archive>
void describe(Archive& archive, model::ConsultationEdit& edit) {
  describe_content(archive, edit);
}

template <class Archive>
void describe(Archive& archive, model::Consultation& consultation) {
  archive.required("id", consultation.id);
  archive.required("organisation", consultation.organisation);
  archive.required("by", consultation.by);
  archive.required("made_at", consultation.made_at);
  archive.required("due_at", consultation.due_at);
  describe_content(archive, consultation);
  archive.required("state", consultation.state);
  archive.optional("report", consultation.report);
  archive.optional("referral_reason", consultation.referral_reason);
  archive.optional("referred_by", consultation.referred_by);
  archive.optional("referred_at", consultation.referred_at);
  archive.defaulted("outcome", consultation.outcome, model::Outcome::none);
  archive.optional("law", consultation.law, text_up_to(300));
  archive.optional("closed_by", consultation.closed_by);
  archive.optional("closed_at", consultation.closed_at);
  archive.optional("revision", consultation.revision);
}

template <class Archive>
void describe(Archive& archive, model::ConsultationView& view) {
  archive.required("consultation", view.consultation);
  archive.required("next", view.next);
  archive.required("counsel", view.advice);
  archive.required("coaching", view.coaching);
  archive.required("secret", view.secret);
  archive.required("not_to_ask", view.not_to_ask);
}

template <class Archive>
void describe(Archive& archive, model::OutcomeEdit& edit) {
  archive.required("outcome", edit.outcome);
  archive.optional("law", edit.law, text_up_to(300));
}

template base::Result<model::Consultation> decode<model::Consultation>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::Consultation>(const model::Consultation&);
template base::Result<model::ConsultationEdit> decode<model::ConsultationEdit>(std::string_view,
                                                                               const JsonLimits&);
template std::string encode<model::ConsultationEdit>(const model::ConsultationEdit&);
template base::Result<model::OutcomeEdit> decode<model::OutcomeEdit>(std::string_view,
                                                                     const JsonLimits&);
template std::string encode<model::ConsultationView>(const model::ConsultationView&);

}  // namespace codec
