#include "edges/store/visit_plan.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "edges/store/organisation_scope.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

// Each question is one statement over all firms, answered in the order of an index, and what it
// answers is merged here: in one statement, the engines sort every answer anew to join it.
// CROSS JOIN makes SQLite begin with the few: recent contacts, overdue tasks.

/// {0} which firms "o".
constexpr std::string_view select_firms =
    "SELECT o.id, o.key FROM organisation o WHERE o.kind = 'company' AND {0} ORDER BY o.key";
/// {0} condition on reports "r", {1} since.
constexpr std::string_view recent_contacts =
    "r.band IN ('concern', 'alert_candidate') AND r.received_at >= {1}"
    " AND r.state IN ('vetted_behaviour', 'vetted_context') AND r.import_id IS NULL AND {0}";
/// These three: {0} which contacts.
constexpr std::string_view count_own =
    "SELECT r.organisation_key, COUNT(*) FROM report r WHERE {0} GROUP BY r.organisation_key";
constexpr std::string_view count_near =
    "SELECT a.area, COUNT(*) FROM report r CROSS JOIN report_area a"
    " WHERE a.org_id = r.org_id AND a.report_id = r.id AND {0} GROUP BY a.area";
constexpr std::string_view count_alike =
    "SELECT t.code, COUNT(*) FROM report r CROSS JOIN organisation f"
    " CROSS JOIN organisation_technology t WHERE f.key = r.organisation_key AND t.org_id = f.id"
    " AND {0} GROUP BY t.code";
/// These: {0} which firm; the first column is its id, and the rows stand in the order of ids.
constexpr std::string_view select_areas =
    "SELECT a.org_id, a.area FROM organisation_area a WHERE {0} ORDER BY a.org_id";
constexpr std::string_view select_technologies =
    "SELECT t.org_id, t.code FROM organisation_technology t WHERE {0} ORDER BY t.org_id";
constexpr std::string_view select_seen =
    "SELECT v.firm_id, MAX(v.visited_at) FROM visit v WHERE {0} GROUP BY v.firm_id"
    " ORDER BY v.firm_id";
constexpr std::string_view select_told =
    "SELECT s.firm_id, COUNT(DISTINCT s.item) FROM visit_shown s WHERE s.kind = 'method' AND {0}"
    " GROUP BY s.firm_id ORDER BY s.firm_id";
constexpr std::string_view select_taught =
    "SELECT s.firm_id, COUNT(DISTINCT s.item) FROM visit_shown s JOIN lesson l"
    " ON l.told_as = s.item WHERE s.kind = 'lesson' AND l.state = 'approved'"
    " AND l.is_for_firms = 1 AND {0} GROUP BY s.firm_id ORDER BY s.firm_id";
constexpr std::string_view select_waiting =
    "SELECT d.org_id, COUNT(*), MIN(d.made_at) FROM delivery d JOIN alert e ON e.id = d.alert_id"
    " WHERE d.is_acknowledged = 0 AND e.state = 'sent' AND {0} GROUP BY d.org_id ORDER BY d.org_id";
constexpr std::string_view select_late =
    "SELECT v.firm_id, COUNT(DISTINCT v.id) FROM task t CROSS JOIN visit v"
    " WHERE v.id = t.object AND t.state = 'open' AND t.kind = 'keep_promise' AND {0}"
    " GROUP BY v.firm_id ORDER BY v.firm_id";

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

/// How many contacts, by municipality, by technology or by key of the firm.
using Contacts = std::unordered_map<std::string, std::int64_t>;

std::int64_t contacts_of(const Contacts& contacts, const std::string& code) {
  const auto found = contacts.find(code);
  return found == contacts.end() ? 0 : found->second;
}

/// Gathers what is known of all firms in scope, or of one.
class Gathering {
 public:
  Gathering(db::Connection& connection, const VisitPlanFilter& filter,
            std::optional<base::Id<model::Organisation>> only = {})
      : connection_(connection), filter_(filter), only_(only) {
    find_firms();
    if (firms_.empty()) return;
    add_places();
    add_work();
    add_visits();
    add_alerts();
  }

  [[nodiscard]] const std::vector<FirmCounts>& firms() const { return firms_; }

 private:
  using TakeRow = std::function<void(FirmCounts&, const db::Row&)>;

  void find_firms() {
    db::Parameters parameters;
    const auto which =
        only_ ? "o.id = " + place(parameters, *only_)
              : organisation_scope_condition(filter_.firms, filter_.reader_key, parameters);
    connection_.for_each(fmt::format(select_firms, which), parameters, [&](const db::Row& row) {
      const auto id = row.id<model::Organisation>(0);
      by_id_.emplace_back(id, firms_.size());
      firms_.emplace_back().firm = id;
      keys_.push_back(row.text(1));
    });
    std::ranges::sort(by_id_);
  }

  void add_places() {
    const auto near = count_contacts(count_near);
    for_each_row(select_areas, firm_is("a.org_id"), [&](FirmCounts& firm, const db::Row& row) {
      ++firm.areas;
      firm.contacts_near = std::max(firm.contacts_near, contacts_of(near, row.text(1)));
    });
  }

  void add_work() {
    const auto alike = count_contacts(count_alike), own = count_contacts(count_own);
    for_each_row(
        select_technologies, firm_is("t.org_id"), [&](FirmCounts& firm, const db::Row& row) {
          ++firm.technologies;
          firm.contacts_alike = std::max(firm.contacts_alike, contacts_of(alike, row.text(1)));
        });
    // The firm's own reports are no news of firms like it.
    for (std::size_t number = 0; number < firms_.size(); ++number) {
      auto& contacts = firms_[number].contacts_alike;
      contacts = std::max<std::int64_t>(0, contacts - contacts_of(own, keys_[number]));
    }
  }

  void add_visits() {
    for_each_row(select_seen, firm_is("v.firm_id"),
                 [](FirmCounts& firm, const db::Row& row) { firm.visited_at = row.find_time(1); });
    for_each_row(select_told, firm_is("s.firm_id"),
                 [](FirmCounts& firm, const db::Row& row) { firm.methods_told = row.integer(1); });
    for_each_row(select_taught, firm_is("s.firm_id"),
                 [](FirmCounts& firm, const db::Row& row) { firm.lessons_told = row.integer(1); });
    auto is_late = firm_is("v.firm_id");
    is_late.sql += " AND t.due_at < " + place(is_late.parameters, filter_.now);
    for_each_row(select_late, is_late,
                 [](FirmCounts& firm, const db::Row& row) { firm.promises_late = row.integer(1); });
  }

  void add_alerts() {
    for_each_row(select_waiting, firm_is("d.org_id"), [](FirmCounts& firm, const db::Row& row) {
      firm.unanswered = row.integer(1);
      firm.unanswered_since = row.find_time(2);
    });
  }

  struct Condition {
    std::string sql;
    db::Parameters parameters;
  };

  [[nodiscard]] Condition firm_is(std::string_view column) const {
    Condition condition{"(1 = 1)", {}};
    if (only_) condition.sql = fmt::format("{} = {}", column, place(condition.parameters, *only_));
    return condition;
  }

  /// Rows that begin with the id of a firm, in the order of ids; those of others are passed over.
  void for_each_row(std::string_view sql, const Condition& condition, const TakeRow& take) {
    auto next = by_id_.begin();
    connection_.for_each(fmt::format(fmt::runtime(sql), condition.sql), condition.parameters,
                         [&](const db::Row& row) {
                           const auto id = row.id<model::Organisation>(0);
                           while (next != by_id_.end() && next->first < id)
                             ++next;
                           if (next != by_id_.end() && next->first == id)
                             take(firms_[next->second], row);
                         });
  }

  Contacts count_contacts(std::string_view sql) {
    db::Parameters parameters;
    const auto readable = reports_in(filter_.reports, parameters);
    const auto since = place(parameters, filter_.contacts_since);
    Contacts contacts;
    connection_.for_each(
        fmt::format(fmt::runtime(sql), fmt::format(recent_contacts, readable, since)), parameters,
        [&](const db::Row& row) { contacts.emplace(row.text(0), row.integer(1)); });
    return contacts;
  }

  db::Connection& connection_;
  const VisitPlanFilter& filter_;
  std::optional<base::Id<model::Organisation>> only_;
  std::vector<FirmCounts> firms_;
  std::vector<std::string> keys_;  ///< of the firms, in the same order
  std::vector<std::pair<base::Id<model::Organisation>, std::size_t>> by_id_;  ///< places in firms_
};

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
  const Gathering gathered(connection, filter);
  for (const auto& counts : gathered.firms())
    take(counts);
}

std::optional<FirmCounts> find_firm_to_visit(db::Connection& connection,
                                             const VisitPlanFilter& filter,
                                             base::Id<model::Organisation> firm) {
  const Gathering gathered(connection, filter, firm);
  if (gathered.firms().empty()) return std::nullopt;
  return gathered.firms().front();
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
