#pragma once

#include "ground/model/report_record.h"
#include "ground/model/task.h"
#include "work/workflow/hub.h"

namespace workflow {

/// A task for a desk, made now and due in a working day. It is not written: store::open_task.
[[nodiscard]] model::Task new_task(Hub& hub, base::Id<model::Organisation> desk,
                                   model::TaskKind kind, model::Role role,
                                   const base::UuidBytes& object);

/// The same about what one report led to: of its place, stage and band.
[[nodiscard]] model::Task new_task(Hub& hub, base::Id<model::Organisation> desk,
                                   model::TaskKind kind, const model::ReportRecord& report,
                                   const base::UuidBytes& object);

}  // namespace workflow
