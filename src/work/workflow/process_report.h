#pragma once

#include <string_view>
#include <vector>

#include "edges/store/report.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// What the program does by itself with a report, one job a step, each asked for in the
/// transaction of its cause:
///   read      language, kind, guard, proposed indicators, assessment, tasks. All that happens to
///             a held report. A guard ends the way here: nothing is scored or stored as a person.
///             Of a released contact case its features, in the same transaction; of any other
///             whatever an earlier version had is removed, and alerts that rest on it ask for a
///             correction.
///   features  comparable forms, match keys and search words, anew after a person decided
///   link      candidates by shared keys, compared; proposals with tasks for people to judge
///   feedback_latest   90 days on: a reporter who never heard anything is marked in the queue
/// A step that gives up leaves failed_step and its reason at the report, and a task.
namespace workflow {

inline constexpr std::string_view read_job = "report.read";
inline constexpr std::string_view features_job = "report.features";
inline constexpr std::string_view link_job = "report.link";
inline constexpr std::string_view feedback_latest_job = "report.feedback_latest";

/// The steps above. They share a sample of stored personas, so make them once a loop.
[[nodiscard]] std::vector<JobStep> report_steps();

/// Asks for a step, in the transaction of its cause.
void request_reading(const Hub& hub, db::Connection& connection, const model::Principal& cause,
                     base::Id<model::Report> report);
void request_features(const Hub& hub, db::Connection& connection, const model::Principal& cause,
                      base::Id<model::Report> report);

/// After an upgrade: asks for the features of every report whose comparable forms another version
/// made, since these meet nobody any more. Returns how many.
std::size_t request_outdated_features(Hub& hub);

/// The assessment by the indicators as they now stand; the caller saves. Kinds that are not scored
/// have none.
void assess_again(const Hub& hub, db::Connection& connection, store::StoredReport& stored);

/// Removes what the machine derived: comparable forms, keys, search words, links that nobody
/// judged, and jobs that would make them again. Judged links stay with their history.
void forget_derived(const Hub& hub, db::Connection& connection, const model::Principal& principal,
                    const store::StoredReport& stored);

}  // namespace workflow
