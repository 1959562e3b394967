#include "edges/codec/report_record_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"
#include "edges/codec/report_json.h"

namespace codec {
namespace {

constexpr std::size_t indicators_max = 1000;  // trusted_limits() judges neither
constexpr std::size_t areas_max = 1000;

template <class Archive>
void describe_handling(Archive& archive, model::ReportRecord& record) {
  archive.required("id", record.id);
  archive.optional("organisation_key", record.organisation_key);
  archive.required("state", record.state);
  archive.required("version", record.version);
  archive.optional("released_version", record.released_version);
  archive.required("revision", record.revision);
  archive.required("received_at", record.received_at);
  archive.required("kind", record.kind);
  archive.defaulted("language", record.language, model::Language::other);
  archive.optional("guard", record.guard);
  archive.required("indicators", record.indicators, list_up_to(indicators_max));
  archive.optional("assessment", record.assessment);
  archive.defaulted("sealed_reporter", record.sealed_reporter, model::Yes::no);
  archive.optional("vetted_behaviour_by", record.vetted_behaviour_by);
  archive.optional("vetted_context_by", record.vetted_context_by);
  archive.optional("vetting_note", record.vetting_note);
  archive.optional("second_read_by", record.second_read_by);
  archive.optional("set_aside_reason", record.set_aside_reason);
  archive.defaulted("release_basis", record.release_basis, model::LegalBasis::not_said);
  archive.optional("failed_step", record.failed_step);
  archive.optional("failed_reason", record.failed_reason);
  archive.optional("areas", record.areas, list_up_to(areas_max));
}

constexpr std::size_t versions_max = 100'000;

}  // namespace

template <class Archive>
void describe(Archive& archive, Handling& handling) {
  describe_handling(archive, handling.record);
  archive.required("content_commitments", handling.content_commitments, list_up_to(versions_max));
  archive.required("receipt", handling.receipt);
}

template <class Archive>
void describe(Archive& archive, model::ReportRecord& record) {
  describe_handling(archive, record);
  archive.required("content", record.content);
}

template <class Archive>
void describe(Archive& archive, model::ReportSummary& summary) {
  archive.required("id", summary.id);
  archive.optional("organisation_key", summary.organisation_key);
  archive.required("state", summary.state);
  archive.required("kind", summary.kind);
  archive.required("band", summary.band);
  archive.required("stage", summary.stage);
  archive.optional("score", summary.score);
  archive.required("received_at", summary.received_at);
  archive.required("revision", summary.revision);
}

std::string encode_handling(const Handling& handling) {
  return encode(handling);
}

base::Result<Handling> decode_handling(std::string_view json) {
  return decode<Handling>(json, trusted_limits());
}

template base::Result<model::ReportRecord> decode<model::ReportRecord>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::ReportRecord>(const model::ReportRecord&);
template base::Result<model::ReportSummary> decode<model::ReportSummary>(std::string_view,
                                                                         const JsonLimits&);
template std::string encode<model::ReportSummary>(const model::ReportSummary&);
template base::Result<model::Assessment> decode<model::Assessment>(std::string_view,
                                                                   const JsonLimits&);
template std::string encode<model::Assessment>(const model::Assessment&);

}  // namespace codec
