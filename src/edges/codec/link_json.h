#pragma once

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"
#include "ground/model/dossier.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::PersonaRef& persona) {
  archive.required("report", persona.report);
  archive.required("index", persona.index);
}

template <class Archive>
void describe(Archive& archive, model::LinkProposal& proposal) {
  archive.required("left", proposal.left);
  archive.required("right", proposal.right);
  archive.required("kind", proposal.kind);
  archive.required("bits", proposal.bits);
  archive.required("probability", proposal.probability);
  archive.required("reasons", proposal.reasons, list_up_to(1000));
}

}  // namespace codec
