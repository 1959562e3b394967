#pragma once

#include <vector>

#include "edges/store/report.h"
#include "ground/base/result.h"
#include "ground/model/dossier.h"
#include "work/workflow/hub.h"
#include "work/workflow/persona_sample.h"

/// Candidates for the personas of a report: met by their keys, rejected by their sketches,
/// compared by the engine, proposed to people. Nothing is merged by itself.
namespace workflow {

struct Proposal {
  model::LinkProposal proposal;
  double base_rate = 0;
};

/// Reads only; nothing above the threshold gives an empty list.
[[nodiscard]] std::vector<Proposal> find_proposals(Hub& hub, const store::StoredReport& stored,
                                                   const PersonaSample& sample);

/// Stores them with a task each to judge. A pair that a person has judged keeps its judgement; an
/// open one takes the newer reasons. The same proposals again change nothing.
[[nodiscard]] base::Result<void> write_proposals(Hub& hub, db::Connection& connection,
                                                 const model::Principal& principal,
                                                 const store::StoredReport& stored,
                                                 const std::vector<Proposal>& proposals);

}  // namespace workflow
