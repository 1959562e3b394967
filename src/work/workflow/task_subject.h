#pragma once

#include "edges/db/connection.h"
#include "ground/model/task.h"
#include "work/workflow/hub.h"

namespace workflow {

/// What a task is about, for who may do it: the firm of a report or of a delivery, both firms of a
/// link, the title of an alert, the working name of a dossier. Empty where no firm stands behind
/// it.
[[nodiscard]] model::Bilingual subject_of(const Hub& hub, db::Connection& connection,
                                          const model::Task& task);

}  // namespace workflow
