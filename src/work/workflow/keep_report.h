#pragma once

#include <string>

#include "edges/store/keeping.h"
#include "ground/base/result.h"
#include "ground/model/keeping.h"
#include "work/workflow/hub.h"

/// How long a report is kept, and what people say about it. Half a year for a note on which nothing
/// rests; five years at most for any report, with a look each year whether it is still needed
/// (after 28 CFR 23.20(h)). A hold stops the clock.
namespace workflow {

constexpr std::chrono::days note_kept{180};
constexpr std::chrono::days review_every{365};
constexpr std::chrono::days any_kept{5 * 365 + 1};

/// The days back from `now` at which reports reach these ends.
[[nodiscard]] store::KeepingLimits keeping_limits(base::UtcTime now);

/// For who vets reports of the territory, and for approvers.
[[nodiscard]] base::Result<model::Keeping> read_keeping(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Report> id);

/// Still needed, on hold, or no longer on hold; always with a reason. Ends the task that asked.
/// `revision` is Keeping::revision as it was read.
[[nodiscard]] base::Result<model::Keeping> decide_keeping(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> id, std::int64_t revision,
    model::KeepingDecision decision, const std::string& reason);

}  // namespace workflow
