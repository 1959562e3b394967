#pragma once

#include <cstddef>

#include "ground/model/principal.h"
#include "ground/model/task.h"
#include "work/workflow/hub.h"

/// What becomes of a task on which nobody acts, whatever its kind. Promises, consultations, lessons
/// and tasks of meetings have a clock of their own beside this one.
namespace workflow {

/// When a task is put before those who lead: as long after its due time as it was given at first,
/// a working day at the most.
[[nodiscard]] base::UtcTime escalation_at(const model::Task& task);

/// Who sees what nobody acted on, of whatever kind, whose it was and since when: approvers and
/// analysts, for each other and for the stations.
[[nodiscard]] bool leads(const model::Principal& principal);

/// Puts every task before those who lead whose time for that has come; returns how many. It is
/// anybody's again. Several servers may call this at once. Safe to repeat.
std::size_t escalate_tasks(Hub& hub);

}  // namespace workflow
