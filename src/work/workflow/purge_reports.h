#pragma once

#include <cstddef>
#include <string>

#include "ground/base/result.h"
#include "ground/model/report.h"
#include "work/workflow/hub.h"

/// The end of reports, consultations and small facts: content, sealed identity, mailbox and
/// everything that was derived from them goes, a line that counts them stays, and the record goes
/// on proving itself.
namespace workflow {

struct KeepingRun {
  std::size_t purged = 0;   ///< reports, consultations and facts that reached their end
  std::size_t reviews = 0;  ///< tasks opened to look whether a report is still needed
};

/// Ends every report whose time is over (keep_report.h), and consultations: closed ones like a
/// note, any after five years; and small facts (note_fact.h), of which nothing stays; asks about
/// reports that were last looked at a year ago; then rewrites the files of the database without
/// what went. Several servers may call this at once. Safe to repeat: a restored copy loses again
/// what was due.
KeepingRun keep_to_clocks(Hub& hub);

/// An approver ends one report before its time, with a reason. Alerts that rest on it ask for a
/// correction. `revision` is Keeping::revision as it was read. Refused while the report is on hold.
/// The files keep its bytes until the next run of keep_to_clocks.
[[nodiscard]] base::Result<void> purge_report(Hub& hub, const model::Principal& principal,
                                              base::Id<model::Report> id, std::int64_t revision,
                                              const std::string& reason);

}  // namespace workflow
