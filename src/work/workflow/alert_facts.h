#pragma once

#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "steps/alert/draft.h"
#include "steps/alert/problems.h"
#include "steps/outreach/firms_at_risk.h"
#include "work/workflow/hub.h"

/// Collects what the pure steps need to draft an alert and to judge one.
namespace workflow {

/// A source report in the version that was released, with its firm. Nothing when it is gone.
[[nodiscard]] std::optional<alert::Source> load_source(const Hub& hub, db::Connection& connection,
                                                       base::Id<model::Report> report);

/// The sources of an alert; with a dossier each is narrowed to the personas that it holds.
[[nodiscard]] std::vector<alert::Source> load_sources(const Hub& hub, db::Connection& connection,
                                                      const model::Alert& alert);

[[nodiscard]] std::vector<model::Organisation> load_companies(db::Connection& connection);

/// Everything that alert::problems_of looks at. `approver` = "" before an approval is asked for.
[[nodiscard]] alert::CheckFacts check_facts(const Hub& hub, db::Connection& connection,
                                            const model::Alert& alert,
                                            const std::string& approver = "");

/// The same in a reading transaction of its own, for who may do `action` to the alert: looking at
/// every firm takes its time, and the writing transaction should be short. There renew_facts()
/// brings all but the firms up to date.
[[nodiscard]] base::Result<alert::CheckFacts> gather_facts(Hub& hub,
                                                           const model::Principal& principal,
                                                           rights::Action action,
                                                           base::Id<model::Alert> id,
                                                           const std::string& approver = "");

/// The sources as they are now, and which of them the approver has opened: inside the transaction
/// that judges by them, since a report may have been taken back since the facts were gathered.
void renew_facts(const Hub& hub, db::Connection& connection, const model::Alert& alert,
                 alert::CheckFacts& facts);

/// The newest reports in use, at most so many, for the base rate and for earlier cases of firms.
inline constexpr std::size_t recent_reports_max = 1000;
struct RecentReports {
  std::size_t all = 0;
  std::vector<outreach::KnownCase> cases;  ///< with playbook and ticked indicators only
};
[[nodiscard]] RecentReports load_recent(const Hub& hub, db::Connection& connection);

/// What the sources tell of where the same party may turn next.
[[nodiscard]] std::vector<outreach::KnownCase> known_cases(
    const std::vector<alert::Source>& sources);

}  // namespace workflow
