#pragma once

#include <cstdint>
#include <string>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// What an approver does with a submitted alert.
namespace workflow {

/// Opens a source report of an alert, by its released version, and notes that this person did: an
/// approval needs every source opened. In the record as an opening for purpose "alert". For
/// whoever may read the alert whole (analyst, approver, investigator) while it is at the desk;
/// not_found for a report that is no source of it.
[[nodiscard]] base::Result<model::ReportRecord> open_alert_source(Hub& hub,
                                                                  const model::Principal& principal,
                                                                  base::Id<model::Alert> alert,
                                                                  base::Id<model::Report> report);

/// One approval. Forbidden to whoever wrote or edited it, refused with every problem found
/// (alert::problems_of; a hold stops the sending, not the approval). A public notice with a
/// person stays submitted until an approver of another organisation has approved it too: a task
/// goes to the other bodies.
[[nodiscard]] base::Result<model::Alert> approve_alert(Hub& hub, const model::Principal& principal,
                                                       base::Id<model::Alert> id,
                                                       std::int64_t revision,
                                                       const std::string& note = "");

/// Back to its author as a draft; the reason is required. Approvals given so far count no more.
[[nodiscard]] base::Result<model::Alert> send_back_alert(Hub& hub,
                                                         const model::Principal& principal,
                                                         base::Id<model::Alert> id,
                                                         std::int64_t revision,
                                                         const std::string& reason);

/// Writes a differing opinion beside the decision; stops nothing. The words are required.
[[nodiscard]] base::Result<model::Alert> dissent_from_alert(Hub& hub,
                                                            const model::Principal& principal,
                                                            base::Id<model::Alert> id,
                                                            std::int64_t revision,
                                                            const std::string& words);

}  // namespace workflow
