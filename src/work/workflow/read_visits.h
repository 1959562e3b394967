#pragma once

#include <cstddef>

#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/visit.h"
#include "work/workflow/hub.h"

/// Visits as who makes them reads them: a station those to firms of its territory, the bureau all.
namespace workflow {

[[nodiscard]] base::Result<model::Visit> open_visit(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Visit> id);

/// Visits to a firm by any desk, newest first.
[[nodiscard]] base::Result<model::Page<model::Visit>> list_visits(
    Hub& hub, const model::Principal& principal, base::Id<model::Organisation> firm,
    const model::PageRequest& page);

/// What to read on the way to a firm: why to go now, its alerts, the method cards it has not
/// seen, the last visits, and what must not be said there. The opening stands in the record.
[[nodiscard]] base::Result<model::VisitBrief> read_visit_brief(Hub& hub,
                                                               const model::Principal& principal,
                                                               base::Id<model::Organisation> firm);

}  // namespace workflow
