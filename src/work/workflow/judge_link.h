#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/dossier.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// Links between personas: the machine proposes, people judge, every judgement can be undone.
namespace workflow {

/// Links that touch a report, strongest first. Within the reader's reach of the report.
[[nodiscard]] base::Result<std::vector<model::Link>> links_of_report(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> report);

/// A link with both its reports, as this reader may see them: a side outside his reach comes
/// without content. Each opening stands in the record.
struct LinkView {
  model::Link link;
  model::ReportRecord left, right;
};
[[nodiscard]] base::Result<LinkView> open_link(Hub& hub, const model::Principal& principal,
                                               base::Id<model::Link> id,
                                               const std::string& purpose);

/// A person's decision: same, different or unsure, as which kind. `open` is invalid_input. What
/// was decided before stays in the history. `same` puts an alert draft before the desk where the
/// reports are vetted. precondition_failed for another revision.
[[nodiscard]] base::Result<model::Link> judge_link(Hub& hub, const model::Principal& principal,
                                                   base::Id<model::Link> id, std::int64_t revision,
                                                   model::Judgement judgement, model::LinkKind kind,
                                                   const std::string& note = "");

/// Takes the newest judgement back: the link is open again, with a task to judge it; the undoing is
/// a decision in its history. Refused where the link is open, and without a reason.
[[nodiscard]] base::Result<model::Link> undo_judgement(Hub& hub, const model::Principal& principal,
                                                       base::Id<model::Link> id,
                                                       std::int64_t revision,
                                                       const std::string& reason);

/// Personas that people joined, derived anew from all judgements; nothing is stored.
struct PersonaClusters {
  std::vector<std::vector<model::PersonaRef>> groups;
  std::vector<base::Id<model::Link>> contradictions;  ///< `same` links to look at again
};
[[nodiscard]] base::Result<PersonaClusters> persona_clusters(Hub& hub,
                                                             const model::Principal& principal);

}  // namespace workflow
