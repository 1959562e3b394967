#include "doors/http/bodies.h"

#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "edges/codec/link_json.h"
#include "edges/codec/partner_json.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/release_report.h"
#include "work/workflow/step_alert.h"

namespace model {

template <class Archive>
void describe(Archive& archive, AcknowledgementEdit& edit) {
  archive.required("seen_here_too", edit.seen_here_too);
  archive.optional("own_logs_hits", edit.own_logs_hits, codec::between(0, 1e9));
  archive.optional("note", edit.note);
}

}  // namespace model

namespace workflow {

template <class Archive>
void describe(Archive& archive, Preview& preview) {
  archive.required("version", preview.version);
  archive.required("hash", preview.hash);
  archive.required("content", preview.content);
}

template <class Archive>
void describe(Archive& archive, HitAnswer& answer) {
  archive.required("hit", answer.hit);
  archive.optional("ask", answer.ask);
}

template <class Archive>
void describe(Archive& archive, AlertStep& step) {
  archive.required("step", step.kind);
  archive.optional("note", step.note);
  archive.optional("until", step.until);
  archive.optional("text", step.text);
}

}  // namespace workflow

namespace http {

using codec::text_up_to;

template <class Archive>
void describe(Archive& archive, TextBody& body) {
  archive.required("text", body.text, text_up_to(64 << 10));
  archive.optional("language", body.language);
}
template <class Archive>
void describe(Archive& archive, CodeBody& body) {
  archive.required("code", body.code, text_up_to(400));
}
template <class Archive>
void describe(Archive& archive, MessageBody& body) {
  archive.required("code", body.code, text_up_to(400));
  archive.required("text", body.text);
}
template <class Archive>
void describe(Archive& archive, SignInBody& body) {
  archive.required("name", body.name, text_up_to(200));
  archive.required("password", body.password, text_up_to(1024));
}
template <class Archive>
void describe(Archive& archive, AcceptanceBody& body) {
  archive.required("code", body.code, text_up_to(400));
  archive.required("password", body.password, text_up_to(1024));
}
template <class Archive>
void describe(Archive& archive, InvitationBody& body) {
  archive.required("name", body.name, text_up_to(100));
  archive.optional("display", body.display, text_up_to(200));
  archive.optional("email", body.email, text_up_to(320));
  archive.optional("language", body.language, text_up_to(2));
  archive.required("organisation", body.organisation);
  archive.required("roles", body.roles);
}
template <class Archive>
void describe(Archive& archive, TokenBody& body) {
  archive.required("label", body.label, text_up_to(100));
  archive.required("days", body.days, codec::between(1, 365));
}
template <class Archive>
void describe(Archive& archive, ReleaseBody& body) {
  archive.required("hash", body.hash, text_up_to(64));
  archive.required("legal_basis", body.legal_basis);
}
template <class Archive>
void describe(Archive& archive, ReasonBody& body) {
  archive.required("reason", body.reason);
}
template <class Archive>
void describe(Archive& archive, SearchBody& body) {
  archive.required("text", body.text, text_up_to(800));
}
template <class Archive>
void describe(Archive& archive, AnswerBody& body) {
  archive.required("text", body.text, text_up_to(12'000));
}
template <class Archive>
void describe(Archive& archive, HitBody& body) {
  archive.required("value", body.value, text_up_to(320));
}
template <class Archive>
void describe(Archive& archive, TickBody& body) {
  archive.required("tick", body.tick);
}
template <class Archive>
void describe(Archive& archive, VettingBody& body) {
  archive.required("part", body.part);
  archive.required("decision", body.decision);
  archive.optional("reason", body.reason);
}
template <class Archive>
void describe(Archive& archive, KeepingBody& body) {
  archive.required("decision", body.decision);
  archive.required("reason", body.reason);
}
template <class Archive>
void describe(Archive& archive, SecondReadingBody& body) {
  archive.required("decision", body.decision);
  archive.required("reason", body.reason);
}
template <class Archive>
void describe(Archive& archive, FeedbackBody& body) {
  archive.required("code", body.code);
  archive.optional("text", body.text);
}
template <class Archive>
void describe(Archive& archive, JudgementBody& body) {
  archive.required("judgement", body.judgement);
  archive.optional("kind", body.kind);
  archive.optional("note", body.note);
}
template <class Archive>
void describe(Archive& archive, DossierBody& body) {
  archive.required("label", body.label, text_up_to(400));
  archive.required("personas", body.personas);
}
template <class Archive>
void describe(Archive& archive, DossierDecisionBody& body) {
  archive.required("decision", body.decision);
  archive.optional("reason", body.reason);
}
template <class Archive>
void describe(Archive& archive, AlertBody& body) {
  archive.required("product", body.product);
  archive.optional("dossier", body.dossier);
  archive.optional("report", body.report);
}
template <class Archive>
void describe(Archive& archive, HandOverBody& body) {
  archive.required("to_name", body.to_name, text_up_to(600));
  archive.required("to_role", body.to_role, text_up_to(600));
  archive.optional("acknowledgement", body.acknowledgement);
}
template <class Archive>
void describe(Archive& archive, FollowUpBody& body) {
  archive.required("contact_ceased", body.contact_ceased);
}
template <class Archive>
void describe(Archive& archive, PromiseBody& body) {
  archive.optional("note", body.note, text_up_to(1000));
}
template <class Archive>
void describe(Archive& archive, VerificationBody& body) {
  archive.required("how", body.how, text_up_to(3000));
}
template <class Archive>
void describe(Archive& archive, CustodianBody& body) {
  archive.required("public_key", body.public_key, text_up_to(100));
}
template <class Archive>
void describe(Archive& archive, PartnerBody& body) {
  archive.required("card", body.card);
  archive.required("verified_how", body.verified_how, text_up_to(1000));
}
template <class Archive>
void describe(Archive& archive, PartnerEditBody& body) {
  archive.required("is_active", body.is_active);
  archive.required("url", body.url, text_up_to(500));
}
template <class Archive>
void describe(Archive& archive, AppliedBody& body) {
  archive.required("from", body.from);
  archive.required("applied", body.applied);
  archive.required("were_there", body.were_there);
  archive.required("refused", body.refused);
}

}  // namespace http

namespace codec {

#define KIZUKI_BODY(Type) \
  template base::Result<http::Type> decode<http::Type>(std::string_view, const JsonLimits&)
KIZUKI_BODY(TextBody);
KIZUKI_BODY(CodeBody);
KIZUKI_BODY(MessageBody);
KIZUKI_BODY(SignInBody);
KIZUKI_BODY(AcceptanceBody);
KIZUKI_BODY(InvitationBody);
KIZUKI_BODY(TokenBody);
KIZUKI_BODY(ReleaseBody);
KIZUKI_BODY(ReasonBody);
KIZUKI_BODY(SearchBody);
KIZUKI_BODY(AnswerBody);
KIZUKI_BODY(HitBody);
KIZUKI_BODY(TickBody);
KIZUKI_BODY(VettingBody);
KIZUKI_BODY(KeepingBody);
KIZUKI_BODY(SecondReadingBody);
KIZUKI_BODY(FeedbackBody);
KIZUKI_BODY(JudgementBody);
KIZUKI_BODY(DossierBody);
KIZUKI_BODY(DossierDecisionBody);
KIZUKI_BODY(AlertBody);
KIZUKI_BODY(HandOverBody);
KIZUKI_BODY(FollowUpBody);
KIZUKI_BODY(PromiseBody);
KIZUKI_BODY(VerificationBody);
KIZUKI_BODY(CustodianBody);
KIZUKI_BODY(PartnerBody);
KIZUKI_BODY(PartnerEditBody);
#undef KIZUKI_BODY

template std::string encode<http::AppliedBody>(const http::AppliedBody&);

template base::Result<model::PersonaRef> decode<model::PersonaRef>(std::string_view,
                                                                   const JsonLimits&);
template base::Result<workflow::AlertStep> decode<workflow::AlertStep>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<workflow::Preview>(const workflow::Preview&);
template std::string encode<workflow::HitAnswer>(const workflow::HitAnswer&);

}  // namespace codec
