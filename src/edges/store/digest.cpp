#include "edges/store/digest.h"

#include <fmt/format.h>

#include "edges/store/scope_condition.h"

namespace store {
namespace {

constexpr std::string_view select_unanswered =
    "SELECT d.org_id, d.made_at FROM delivery d JOIN alert a ON a.id = d.alert_id"
    " JOIN organisation o ON o.id = d.org_id"
    " WHERE d.is_acknowledged = 0 AND d.correction = 0 AND a.state = 'sent' AND o.kind = 'company'";
constexpr std::string_view select_fresh_reports =
    "SELECT organisation_key, band FROM report WHERE received_at >= $1"
    " AND state NOT IN ('held', 'withdrawn') AND import_id IS NULL";
constexpr std::string_view select_fresh_lessons =
    "SELECT COUNT(*) FROM lesson WHERE state = 'approved' AND approved_at >= $1";
constexpr std::string_view select_waiting_tasks =
    "SELECT COUNT(*) FROM meeting_task WHERE is_answered = 0";
// A task names its object only; whose it is stands in the table of that object.
constexpr std::string_view select_overdue_tasks =
    "SELECT t.kind, COALESCE(f.id, g.id) FROM task t"
    " LEFT JOIN report r ON r.id = t.object AND r.import_id IS NULL"
    " LEFT JOIN delivery d ON d.id = t.object"
    " LEFT JOIN visit v ON v.id = t.object"
    " LEFT JOIN consultation c ON c.id = t.object"
    " LEFT JOIN organisation f ON f.id = COALESCE(d.org_id, v.firm_id, c.firm_id)"
    " AND f.kind = 'company'"
    " LEFT JOIN organisation g ON g.key = r.organisation_key AND g.kind = 'company'"
    " WHERE t.state = 'open' AND t.due_at < $1";
constexpr std::string_view select_visits =
    "SELECT firm_id FROM visit WHERE visited_at >= $1 AND visited_at < $2";
constexpr std::string_view select_consultations =
    "SELECT firm_id FROM consultation WHERE made_at >= $1 AND made_at < $2";
constexpr std::string_view select_reports =
    "SELECT r.id, r.organisation_key, r.stage FROM report r WHERE r.received_at >= $1"
    " AND r.received_at < $2 AND r.state IN ('vetted_behaviour', 'vetted_context')"
    " AND r.import_id IS NULL";
constexpr std::string_view select_deliveries =
    "SELECT d.id FROM delivery d JOIN organisation o ON o.id = d.org_id"
    " WHERE d.correction = 0 AND o.kind = 'company' AND d.made_at >= $1 AND d.made_at < $2";
constexpr std::string_view select_meetings =
    "SELECT COUNT(*) FROM meeting WHERE starts_at >= $1 AND starts_at < $2";

void for_each_firm(db::Connection& connection, std::string_view sql, const Period& period,
                   const TakeFirm& take) {
  connection.for_each(sql, {period.from, period.until}, [&](const db::Row& row) {
    take(row.is_null(0) ? "" : row.id<model::Organisation>(0).text());
  });
}

std::string area_condition(const std::vector<std::string>& areas, db::Parameters& parameters) {
  std::string any;
  for (const auto& area : areas)
    any +=
        fmt::format("{}a.area LIKE {}", any.empty() ? "" : " OR ", place(parameters, area + "%"));
  return fmt::format(
      " AND EXISTS (SELECT 1 FROM report_area a WHERE a.org_id = r.org_id AND a.report_id = r.id"
      " AND ({}))",
      any);
}

}  // namespace

void for_each_unanswered(
    db::Connection& connection,
    const std::function<void(const std::string& firm, base::UtcTime since)>& take) {
  connection.for_each(select_unanswered, {}, [&](const db::Row& row) {
    take(row.id<model::Organisation>(0).text(), row.time(1));
  });
}

void for_each_fresh_report(
    db::Connection& connection, base::UtcTime since,
    const std::function<void(const std::string& firm, model::Band band)>& take) {
  connection.for_each(select_fresh_reports, {since},
                      [&](const db::Row& row) { take(row.text(0), row.word<model::Band>(1)); });
}

std::int64_t count_lessons_since(db::Connection& connection, base::UtcTime since) {
  return db::get_row(connection, select_fresh_lessons, {since}).integer(0);
}

std::int64_t count_waiting_meeting_tasks(db::Connection& connection) {
  return db::get_row(connection, select_waiting_tasks).integer(0);
}

void for_each_overdue_task(
    db::Connection& connection, base::UtcTime now,
    const std::function<void(model::TaskKind kind, const std::string& firm)>& take) {
  connection.for_each(select_overdue_tasks, {now}, [&](const db::Row& row) {
    take(row.word<model::TaskKind>(0), row.is_null(1) ? "" : row.id<model::Organisation>(1).text());
  });
}

void for_each_visit(db::Connection& connection, const Period& period, const TakeFirm& take) {
  for_each_firm(connection, select_visits, period, take);
}

void for_each_consultation(db::Connection& connection, const Period& period, const TakeFirm& take) {
  for_each_firm(connection, select_consultations, period, take);
}

void for_each_vetted_report(db::Connection& connection, const Period& period,
                            const std::vector<std::string>& areas,
                            const std::function<void(const CountedReport&)>& take) {
  db::Parameters parameters{period.from, period.until};
  std::string sql(select_reports);
  if (!areas.empty()) sql += area_condition(areas, parameters);
  for (const auto& row : connection.query(sql, parameters))
    take({row.id<model::Report>(0), row.text(1), row.word<model::Stage>(2)});
}

std::vector<base::Id<model::Delivery>> list_deliveries_of(db::Connection& connection,
                                                          const Period& period) {
  return db::ids_of<model::Delivery>(
      connection.query(select_deliveries, {period.from, period.until}));
}

std::int64_t count_meetings(db::Connection& connection, const Period& period) {
  return db::get_row(connection, select_meetings, {period.from, period.until}).integer(0);
}

}  // namespace store
