#include "edges/codec/link_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Link::Decision& decision) {
  archive.required("judgement", decision.judgement);
  archive.required("kind", decision.kind);
  archive.required("by", decision.by);
  archive.required("at", decision.at);
  archive.optional("note", decision.note);
}

template <class Archive>
void describe(Archive& archive, model::Link& link) {
  archive.required("id", link.id);
  archive.required("proposal", link.proposal);
  archive.required("judgement", link.judgement);
  archive.required("kind", link.kind);
  archive.required("history", link.history, list_up_to(1000));
  archive.required("independent", link.independent);
  archive.required("base_rate", link.base_rate, between(0, 1));
  archive.required("revision", link.revision);
}

template base::Result<model::Link> decode<model::Link>(std::string_view, const JsonLimits&);
template std::string encode<model::Link>(const model::Link&);
template base::Result<model::LinkProposal> decode<model::LinkProposal>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::LinkProposal>(const model::LinkProposal&);

}  // namespace codec
