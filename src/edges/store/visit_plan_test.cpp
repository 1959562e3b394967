#include "edges/store/visit_plan.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

using std::chrono::days;

const std::vector<std::string> areas = {"13101", "13103", "13109", "14100"};
const std::vector<std::string> technologies = {"battery.cathode", "optics.infrared",
                                               "semiconductor.etching"};

/// An invented register with a year of work, in rows: the planner opens no body. All fictional.
class InventedYear {
 public:
  explicit InventedYear(unsigned seed) : random_(seed) {
    store.connection.begin(db::Access::write);
    for (int number = 0; number < 24; ++number)
      firms.push_back(store.add_firm(fmt::format("firm-{:02}", number), any(areas),
                                     number % 3 == 0 ? "station-a" : ""));
    for (const auto& firm : firms)
      work_on(firm);
    for (int number = 0; number < 60; ++number)
      add_report();
    for (int number = 0; number < 40; ++number)
      add_visit();
    for (int number = 0; number < 4; ++number)
      add_lesson(number);
    for (int number = 0; number < 12; ++number)
      add_alert();
    store.connection.commit();
  }

  TestStore store;
  std::vector<model::Organisation> firms;

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  template <class T>
  const T& any(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  base::UtcTime long_ago() { return store.now - days(below(400)); }
  base::UuidBytes id() { return store.ids.next(store.now); }
  void insert(std::string_view sql, const db::Parameters& parameters) {
    store.connection.execute(sql, parameters);
  }

  void work_on(const model::Organisation& firm) {
    for (const auto& code : technologies)
      if (below(2) == 0)
        insert("INSERT INTO organisation_technology (org_id, code) VALUES ($1, $2)",
               {firm.id, code});
    if (below(4) == 0)
      insert(
          "INSERT INTO organisation_area (org_id, area) VALUES ($1, $2)"
          " ON CONFLICT DO NOTHING",
          {firm.id, any(areas)});
  }
  void add_report() {
    const auto report = id();
    const std::string firm = below(8) == 0 ? "" : any(firms).key;
    insert(
        "INSERT INTO report (org_id, id, desk_id, organisation_key, import_id, state, kind, band,"
        " stage, score, version, released_version, revision, received_at, wrapped_key, salt, body)"
        " VALUES ($1, $1, $1, $2, $3, $4, 'contact', $5, 'approach', 5.0, 1, 1, 1, $6, $1, $1, $1)",
        {report, firm, below(9) == 0 ? std::optional(report) : std::nullopt,
         below(4) == 0 ? "released" : "vetted_context", below(3) == 0 ? "watch" : "concern",
         long_ago()});
    for (const auto& area : areas)
      if (below(2) == 0)
        insert("INSERT INTO report_area (org_id, report_id, area) VALUES ($1, $1, $2)",
               {report, area});
  }
  void add_visit() {
    const auto visit = id();
    const auto& firm = any(firms);
    insert(
        "INSERT INTO visit (org_id, id, firm_id, visited_at, revision, wrapped_key, salt, body)"
        " VALUES ($1, $1, $2, $3, 1, $1, $1, $1)",
        {visit, firm.id, long_ago()});
    for (const auto* item : {"PB1", "PB2", "L0", "L1", "L2", "L3"})
      if (below(2) == 0)
        insert(
            "INSERT INTO visit_shown (org_id, visit_id, firm_id, kind, item)"
            " VALUES ($1, $1, $2, $3, $4)",
            {visit, firm.id, item[0] == 'L' ? "lesson" : "method", item});
    for (int promise = below(3); promise > 0; --promise)
      insert(
          "INSERT INTO task (org_id, id, kind, state, role, object, area, stage, stage_rank, band,"
          " made_at, due_at, owner, not_by, note, revision)"
          " VALUES ($1, $1, 'keep_promise', $2, '', $3, '', '', 0, '', 0, $4, '', '', '', 1)",
          {id(), below(2) == 0 ? "open" : "done", visit, store.now + days(below(40) - 20)});
  }
  void add_lesson(int number) {
    insert(
        "INSERT INTO lesson (org_id, id, told_as, method, state, approved_at, is_for_firms, "
        "revision,"
        " wrapped_key, salt, body) VALUES ($1, $1, $2, 'PB1', $3, 0, $4, 1, $1, $1, $1)",
        {id(), fmt::format("L{}", number), number == 3 ? "withdrawn" : "approved",
         number == 2 ? 0 : 1});
  }
  void add_alert() {
    const auto alert = id();
    insert(
        "INSERT INTO alert (org_id, id, product, state, made_at, revision, wrapped_key, salt, body)"
        " VALUES ($1, $1, 'warning', $2, 0, 1, $1, $1, $1)",
        {alert, below(4) == 0 ? "cancelled" : "sent"});
    for (const auto& firm : firms)
      if (below(3) == 0)
        insert(
            "INSERT INTO delivery (org_id, id, alert_id, correction, notice, is_acknowledged,"
            " made_at, revision, wrapped_key, salt, body)"
            " VALUES ($1, $2, $3, 0, 'sent', $4, $5, 1, $2, $2, $2)",
            {firm.id, id(), alert, below(2), long_ago()});
  }

  std::mt19937 random_;
};

VisitPlanFilter filter_of(const InventedYear& year, bool is_station) {
  rights::Scope scope;
  scope.all = !is_station;
  if (is_station) {
    scope.addressed = true;
    scope.areas = {"13109"};
  }
  return {scope, "station-a", scope, year.store.now, year.store.now - days(180)};
}

/// The same counts, asked firm by firm: slow and plain.
class PlainCounts {
 public:
  PlainCounts(InventedYear& year, bool is_station)
      : connection_(year.store.connection), is_station_(is_station), now_(year.store.now) {}

  bool is_in_scope(const model::Organisation& firm) {
    return !is_station_ || firm.station == "station-a" ||
           ask("SELECT COUNT(*) FROM organisation_area WHERE org_id = $1 AND area = '13109'",
               {firm.id}) > 0;
  }
  FirmCounts of(const model::Organisation& firm) {
    FirmCounts counts;
    counts.firm = firm.id;
    const auto alerts = db::get_row(
        connection_,
        "SELECT COUNT(*), MIN(made_at) FROM delivery WHERE org_id = $1 AND is_acknowledged = 0"
        " AND alert_id IN (SELECT id FROM alert WHERE state = 'sent')",
        {firm.id});
    counts.unanswered = alerts.integer(0);
    counts.unanswered_since = alerts.find_time(1);
    counts.promises_late =
        ask("SELECT COUNT(*) FROM visit WHERE firm_id = $1 AND id IN (SELECT object FROM task"
            " WHERE kind = 'keep_promise' AND state = 'open' AND due_at < $2)",
            {firm.id, now_});
    counts.visited_at =
        db::get_row(connection_, "SELECT MAX(visited_at) FROM visit WHERE firm_id = $1", {firm.id})
            .find_time(0);
    counts.methods_told =
        ask("SELECT COUNT(DISTINCT item) FROM visit_shown WHERE firm_id = $1 AND kind = 'method'",
            {firm.id});
    counts.lessons_told =
        ask("SELECT COUNT(DISTINCT item) FROM visit_shown WHERE firm_id = $1 AND kind = 'lesson'"
            " AND item IN ('L0', 'L1')",
            {firm.id});
    for (const auto& area : areas)
      if (ask("SELECT COUNT(*) FROM organisation_area WHERE org_id = $1 AND area = $2",
              {firm.id, area}) > 0) {
        ++counts.areas;
        counts.contacts_near = std::max(counts.contacts_near, near(area));
      }
    std::int64_t alike_most = 0;
    for (const auto& code : technologies)
      if (ask("SELECT COUNT(*) FROM organisation_technology WHERE org_id = $1 AND code = $2",
              {firm.id, code}) > 0) {
        ++counts.technologies;
        alike_most = std::max(alike_most, alike(code));
      }
    counts.contacts_alike = std::max<std::int64_t>(
        0, alike_most - ask(recent() + " AND organisation_key = $2", {since(), firm.key}));
    return counts;
  }

 private:
  std::int64_t ask(const std::string& sql, const db::Parameters& parameters) {
    return db::get_row(connection_, sql, parameters).integer(0);
  }
  [[nodiscard]] base::UtcTime since() const { return now_ - days(180); }
  [[nodiscard]] std::string recent() const {
    std::string sql =
        "SELECT COUNT(*) FROM report r WHERE band = 'concern' AND state = 'vetted_context'"
        " AND import_id IS NULL AND received_at >= $1";
    if (is_station_)
      sql +=
          " AND EXISTS (SELECT 1 FROM report_area a WHERE a.report_id = r.id"
          " AND a.area = '13109')";
    return sql;
  }
  std::int64_t near(const std::string& area) {
    return ask(recent() + " AND id IN (SELECT report_id FROM report_area WHERE area = $2)",
               {since(), area});
  }
  std::int64_t alike(const std::string& code) {
    return ask(recent() +
                   " AND organisation_key IN (SELECT f.key FROM organisation f"
                   " JOIN organisation_technology t ON t.org_id = f.id WHERE t.code = $2)",
               {since(), code});
  }

  db::Connection& connection_;
  bool is_station_;
  base::UtcTime now_;
};

void expect_plain_counts(unsigned seed, bool is_station) {
  InventedYear year(seed);
  const auto filter = filter_of(year, is_station);
  PlainCounts plain(year, is_station);
  std::vector<FirmCounts> expected, found;
  for (const auto& firm : year.firms)
    if (plain.is_in_scope(firm)) expected.push_back(plain.of(firm));
  if (plain.is_in_scope(year.store.firm)) expected.push_back(plain.of(year.store.firm));
  for_each_firm_to_visit(year.store.connection, filter,
                         [&](const FirmCounts& counts) { found.push_back(counts); });
  EXPECT_EQ(found, expected) << "seed " << seed;
  for (const auto& counts : expected)
    EXPECT_EQ(find_firm_to_visit(year.store.connection, filter, counts.firm), counts);
}

// PostgreSQL and SQLite plan these statements in their own ways; the counts are the same.
TEST(visit_plan_store, counts_all_firms_at_once_as_it_would_count_each_alone) {
  for (unsigned seed = 1; seed <= 6; ++seed)
    expect_plain_counts(seed, false);
}

TEST(visit_plan_store, counts_for_a_station_its_firms_and_the_contacts_it_may_read) {
  for (unsigned seed = 7; seed <= 12; ++seed)
    expect_plain_counts(seed, true);
}

TEST(visit_plan_store, knows_no_firm_by_the_id_of_a_desk) {
  InventedYear year(13);
  EXPECT_FALSE(find_firm_to_visit(year.store.connection, filter_of(year, false), {}));
}

}  // namespace
}  // namespace store
