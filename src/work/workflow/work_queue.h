#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "edges/store/task.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/task.h"
#include "work/workflow/hub.h"

/// What a desk has to do next, by stage and by clock, each task with an owner.
namespace workflow {

struct QueueRequest {
  std::optional<model::TaskKind> kind;
  bool mine = false;  ///< only what the principal has taken
  model::PageRequest page;
};

/// Open tasks of the principal's desk and territory, of the kinds that his roles may do (an auditor
/// sees all kinds, who leads also what nobody acted on), furthest stage first, then by due time.
/// Who may do a task is told what it is about.
[[nodiscard]] base::Result<model::Page<model::Task>> read_queue(Hub& hub,
                                                                const model::Principal& principal,
                                                                const QueueRequest& request = {});

/// How many are open, overdue and nobody's, by kind.
[[nodiscard]] base::Result<std::vector<store::TaskCount>> count_queue(
    Hub& hub, const model::Principal& principal);

/// Takes a task: its owner is now the principal. Conflict where somebody else has it, forbidden for
/// the one who did the part before (`not_by`), precondition_failed for another revision.
[[nodiscard]] base::Result<model::Task> take_task(Hub& hub, const model::Principal& principal,
                                                  base::Id<model::Task> id, std::int64_t revision);

/// Gives an own task back to the desk.
[[nodiscard]] base::Result<model::Task> give_back_task(Hub& hub, const model::Principal& principal,
                                                       base::Id<model::Task> id,
                                                       std::int64_t revision);

/// Ends a task that ends by a person's word: cyber_handover, visit_unacknowledged, and a
/// draft_alert that needs no alert. The reason is required and stands in the task, without names.
/// Refused for every other kind: those end with what they ask for.
[[nodiscard]] base::Result<model::Task> finish_task(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Task> id, std::int64_t revision,
                                                    const std::string& reason);

}  // namespace workflow
