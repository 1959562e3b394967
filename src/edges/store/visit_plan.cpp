#include "edges/store/visit_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "edges/store/organisation_scope.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

/// {0} condition on firms "o", {1} condition on reports "r", {2} contacts since, {3} now.
/// What is counted is gathered once for all firms and joined by hash, never firm by firm. CROSS
/// JOIN makes SQLite begin with the few: recent contacts, overdue tasks.
constexpr std::string_view select_counts =
    "WITH recent AS (SELECT r.org_id, r.id, r.organisation_key FROM report r"
    " WHERE r.band IN ('concern', 'alert_candidate') AND r.received_at >= {2}"
    " AND r.state IN ('vetted_behaviour', 'vetted_context') AND r.import_id IS NULL AND {1}),"
    " near AS (SELECT a.area, COUNT(*) AS contacts FROM recent r CROSS JOIN report_area a"
    " WHERE a.org_id = r.org_id AND a.report_id = r.id GROUP BY a.area),"
    " alike AS (SELECT t.code, COUNT(*) AS contacts FROM recent r CROSS JOIN organisation f"
    " CROSS JOIN organisation_technology t WHERE f.key = r.organisation_key AND t.org_id = f.id"
    " GROUP BY t.code),"
    " own AS (SELECT organisation_key, COUNT(*) AS contacts FROM recent GROUP BY organisation_key),"
    " places AS (SELECT a.org_id, COUNT(*) AS areas, MAX(n.contacts) AS contacts"
    " FROM organisation_area a LEFT JOIN near n ON n.area = a.area GROUP BY a.org_id),"
    " work AS (SELECT t.org_id, COUNT(*) AS technologies, MAX(k.contacts) AS contacts"
    " FROM organisation_technology t LEFT JOIN alike k ON k.code = t.code GROUP BY t.org_id),"
    " seen AS (SELECT firm_id, MAX(visited_at) AS visited_at FROM visit GROUP BY firm_id),"
    " told AS (SELECT firm_id, COUNT(DISTINCT item) AS methods FROM visit_shown"
    " WHERE kind = 'method' GROUP BY firm_id),"
    " taught AS (SELECT s.firm_id, COUNT(DISTINCT s.item) AS lessons FROM visit_shown s"
    " JOIN lesson l ON l.told_as = s.item WHERE s.kind = 'lesson' AND l.state = 'approved'"
    " AND l.is_for_firms = 1 GROUP BY s.firm_id),"
    " waiting AS (SELECT d.org_id, COUNT(*) AS alerts, MIN(d.made_at) AS since FROM delivery d"
    " JOIN alert e ON e.id = d.alert_id WHERE d.is_acknowledged = 0 AND e.state = 'sent'"
    " GROUP BY d.org_id),"
    " late AS (SELECT v.firm_id, COUNT(DISTINCT v.id) AS promises FROM task t"
    " CROSS JOIN visit v WHERE v.id = t.object AND t.state = 'open'"
    " AND t.kind = 'keep_promise' AND t.due_at < {3} GROUP BY v.firm_id)"
    " SELECT o.id, COALESCE(waiting.alerts, 0), waiting.since, COALESCE(late.promises, 0),"
    " COALESCE(places.contacts, 0), COALESCE(work.contacts, 0), COALESCE(own.contacts, 0),"
    " seen.visited_at, COALESCE(told.methods, 0), COALESCE(taught.lessons, 0),"
    " COALESCE(work.technologies, 0), COALESCE(places.areas, 0) FROM organisation o"
    " LEFT JOIN waiting ON waiting.org_id = o.id LEFT JOIN late ON late.firm_id = o.id"
    " LEFT JOIN places ON places.org_id = o.id LEFT JOIN work ON work.org_id = o.id"
    " LEFT JOIN own ON own.organisation_key = o.key LEFT JOIN seen ON seen.firm_id = o.id"
    " LEFT JOIN told ON told.firm_id = o.id LEFT JOIN taught ON taught.firm_id = o.id"
    " WHERE o.kind = 'company' AND {0} ORDER BY o.key";

/// {0} a table with org_id, {1} its column, {2} condition on firms "o", {3} since.
constexpr std::string_view select_coverage =
    "WITH seen AS (SELECT DISTINCT firm_id FROM visit WHERE visited_at >= {3}),"
    " firm AS (SELECT o.id, ROW_NUMBER() OVER (ORDER BY o.id) AS number,"
    " CASE WHEN seen.firm_id IS NULL THEN 0 ELSE 1 END AS visited"
    " FROM organisation o LEFT JOIN seen ON seen.firm_id = o.id"
    " WHERE o.kind = 'company' AND {2})"
    " SELECT firm.number, c.{1}, firm.visited FROM firm JOIN {0} c ON c.org_id = firm.id";

constexpr std::string_view select_total =
    "SELECT COUNT(*), COUNT(seen.firm_id) FROM organisation o"
    " LEFT JOIN (SELECT DISTINCT firm_id FROM visit WHERE visited_at >= {1}) seen"
    " ON seen.firm_id = o.id WHERE o.kind = 'company' AND {0}";

std::string reports_in(const rights::Scope& scope, db::Parameters& parameters) {
  return scope_condition(
      scope, {"r.org_id", "", "report_area a WHERE a.org_id = r.org_id AND a.report_id = r.id", ""},
      parameters);
}

FirmCounts read_counts(const db::Row& row) {
  FirmCounts counts;
  counts.firm = row.id<model::Organisation>(0);
  counts.unanswered = row.integer(1);
  counts.unanswered_since = row.find_time(2);
  counts.promises_late = row.integer(3);
  counts.contacts_near = row.integer(4);
  // The firm's own reports are no news of firms like it.
  counts.contacts_alike = std::max<std::int64_t>(0, row.integer(5) - row.integer(6));
  counts.visited_at = row.find_time(7);
  counts.methods_told = row.integer(8);
  counts.lessons_told = row.integer(9);
  counts.technologies = row.integer(10);
  counts.areas = row.integer(11);
  return counts;
}

void for_each_covered(db::Connection& connection, std::string_view table, std::string_view column,
                      const CoverageFilter& filter, const TakeCoverage& take) {
  db::Parameters parameters;
  const auto firms = organisation_scope_condition(filter.firms, filter.reader_key, parameters);
  const auto since = place(parameters, filter.since);
  connection.for_each(fmt::format(select_coverage, table, column, firms, since), parameters,
                      [&](const db::Row& row) {
                        take({row.integer(0), row.text(1), row.boolean(2)});
                      });
}

}  // namespace

void for_each_firm_to_visit(db::Connection& connection, const VisitPlanFilter& filter,
                            const std::function<void(const FirmCounts&)>& take) {
  db::Parameters parameters;
  const auto firms = organisation_scope_condition(filter.firms, filter.reader_key, parameters);
  const auto reports = reports_in(filter.reports, parameters);
  const auto since = place(parameters, filter.contacts_since);
  const auto now = place(parameters, filter.now);
  connection.for_each(fmt::format(select_counts, firms, reports, since, now), parameters,
                      [&](const db::Row& row) { take(read_counts(row)); });
}

std::optional<FirmCounts> find_firm_to_visit(db::Connection& connection,
                                             const VisitPlanFilter& filter,
                                             base::Id<model::Organisation> firm) {
  db::Parameters parameters;
  const auto reports = reports_in(filter.reports, parameters);
  const auto since = place(parameters, filter.contacts_since);
  const auto now = place(parameters, filter.now);
  const auto condition = "o.id = " + place(parameters, firm);
  const auto row = db::find_row(
      connection, fmt::format(select_counts, condition, reports, since, now), parameters);
  if (!row) return std::nullopt;
  return read_counts(*row);
}

void for_each_area_of_firms(db::Connection& connection, const CoverageFilter& filter,
                            const TakeCoverage& take) {
  for_each_covered(connection, "organisation_area", "area", filter, take);
}

void for_each_technology_of_firms(db::Connection& connection, const CoverageFilter& filter,
                                  const TakeCoverage& take) {
  for_each_covered(connection, "organisation_technology", "code", filter, take);
}

CoverageTotal count_coverage(db::Connection& connection, const CoverageFilter& filter) {
  db::Parameters parameters;
  const auto firms = organisation_scope_condition(filter.firms, filter.reader_key, parameters);
  const auto since = place(parameters, filter.since);
  const auto row = db::get_row(connection, fmt::format(select_total, firms, since), parameters);
  return {row.integer(0), row.integer(1)};
}

}  // namespace store
