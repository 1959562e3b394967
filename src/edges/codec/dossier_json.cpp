#include "edges/codec/archive.h"
#include "edges/codec/link_json.h"
#include "edges/codec/marking_json.h"
#include "ground/model/dossier.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Dossier::Status& status) {
  archive.required("status", status.status);
  archive.required("as_of", status.as_of);
  archive.required("source", status.source);
}

template <class Archive>
void describe(Archive& archive, model::Dossier::Attribution& attribution) {
  archive.required("employer", attribution.employer);
  archive.required("grade", attribution.grade);
  archive.required("source", attribution.source);
  archive.required("as_of", attribution.as_of);
}

template <class Archive>
void describe(Archive& archive, model::Dossier& dossier) {
  archive.required("id", dossier.id);
  archive.required("label", dossier.label);
  archive.required("state", dossier.state);
  archive.required("personas", dossier.personas, list_up_to(10'000));
  archive.required("confirmed", dossier.confirmed);
  archive.required("statuses", dossier.statuses, list_up_to(1000));
  archive.required("attributions", dossier.attributions, list_up_to(1000));
  archive.optional("contrary_evidence", dossier.contrary_evidence, text_up_to(64 << 10));
  archive.required("proposed_by", dossier.proposed_by);
  archive.optional("opened_by", dossier.opened_by);
  archive.required("made_at", dossier.made_at);
  archive.required("revision", dossier.revision);
}

template base::Result<model::Dossier> decode<model::Dossier>(std::string_view, const JsonLimits&);
template std::string encode<model::Dossier>(const model::Dossier&);
template base::Result<model::Dossier::Status> decode<model::Dossier::Status>(std::string_view,
                                                                             const JsonLimits&);
template std::string encode<model::Dossier::Status>(const model::Dossier::Status&);
template base::Result<model::Dossier::Attribution> decode<model::Dossier::Attribution>(
    std::string_view, const JsonLimits&);
template std::string encode<model::Dossier::Attribution>(const model::Dossier::Attribution&);

}  // namespace codec
