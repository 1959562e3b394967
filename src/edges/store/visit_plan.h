#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "edges/db/connection.h"
#include "ground/access/access.h"
#include "ground/base/time.h"
#include "ground/model/organisation.h"

/// What the planner of visits counts over the whole register: a statement a question, no body is
/// opened.
namespace store {

struct VisitPlanFilter {
  rights::Scope firms;     ///< scope_of organisation_read
  std::string reader_key;  ///< key of the reader's organisation: firms that name it as station
  rights::Scope reports;   ///< scope_of report_read: only these contacts are counted
  base::UtcTime now;       ///< for what is overdue
  base::UtcTime contacts_since;
};

/// The counts of one firm: outreach::FirmToVisit as columns.
struct FirmCounts {
  base::Id<model::Organisation> firm;
  std::int64_t unanswered = 0, promises_late = 0, contacts_near = 0, contacts_alike = 0;
  std::optional<base::UtcTime> unanswered_since, visited_at;
  std::int64_t methods_told = 0, lessons_told = 0, technologies = 0, areas = 0;
  bool operator==(const FirmCounts&) const = default;
};

/// Every company in scope, by key. Contacts are vetted reports with band concern or higher.
void for_each_firm_to_visit(db::Connection& connection, const VisitPlanFilter& filter,
                            const std::function<void(const FirmCounts&)>& take);

/// The same for one firm that the reader may read; nothing where it is no company.
[[nodiscard]] std::optional<FirmCounts> find_firm_to_visit(db::Connection& connection,
                                                           const VisitPlanFilter& filter,
                                                           base::Id<model::Organisation> firm);

struct CoverageFilter {
  rights::Scope firms;
  std::string reader_key;
  base::UtcTime since;  ///< visits from then on count
};

/// A company under one of its municipalities or technologies. `number` stands for the firm within
/// one answer.
struct CoverageRow {
  std::int64_t number = 0;
  std::string_view code;
  bool is_visited = false;
};
using TakeCoverage = std::function<void(const CoverageRow&)>;

void for_each_area_of_firms(db::Connection& connection, const CoverageFilter& filter,
                            const TakeCoverage& take);
void for_each_technology_of_firms(db::Connection& connection, const CoverageFilter& filter,
                                  const TakeCoverage& take);

struct CoverageTotal {
  std::int64_t firms = 0, visited = 0;
};
[[nodiscard]] CoverageTotal count_coverage(db::Connection& connection,
                                           const CoverageFilter& filter);

}  // namespace store
