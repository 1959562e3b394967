#include "edges/store/loop.h"

namespace store {
namespace {

constexpr std::string_view select_sources =
    "WITH given AS (SELECT alert_id, MIN(made_at) AS given_at FROM delivery WHERE correction = 0"
    " GROUP BY alert_id)"
    " SELECT a.id, a.product, g.given_at, r.received_at, r.organisation_key FROM given g"
    " JOIN alert a ON a.id = g.alert_id JOIN alert_source s ON s.alert_id = a.id"
    " JOIN report r ON r.id = s.report_id"
    " WHERE g.given_at >= $1 AND g.given_at < $2 AND r.import_id IS NULL ORDER BY a.id";
constexpr std::string_view select_visits =
    "SELECT o.key, v.visited_at FROM visit v JOIN organisation o ON o.id = v.firm_id"
    " WHERE o.kind = 'company' AND v.visited_at >= $1 AND v.visited_at < $2";
constexpr std::string_view select_reports =
    "SELECT organisation_key, received_at FROM report WHERE received_at >= $1 AND received_at < $2"
    " AND organisation_key <> '' AND state NOT IN ('held', 'withdrawn') AND import_id IS NULL";

void for_each_moment(db::Connection& connection, std::string_view sql, const Period& period,
                     const TakeMoment& take) {
  connection.for_each(sql, {period.from, period.until},
                      [&](const db::Row& row) { take(std::string(row.text(0)), row.time(1)); });
}

}  // namespace

void for_each_alert_source(db::Connection& connection, const Period& period,
                           const std::function<void(const AlertSource&)>& take) {
  connection.for_each(select_sources, {period.from, period.until}, [&](const db::Row& row) {
    take({row.id<model::Alert>(0), row.word<model::AlertProduct>(1), row.time(2), row.time(3),
          std::string(row.text(4))});
  });
}

void for_each_visit_of_firms(db::Connection& connection, const Period& period,
                             const TakeMoment& take) {
  for_each_moment(connection, select_visits, period, take);
}

void for_each_report_of_firms(db::Connection& connection, const Period& period,
                              const TakeMoment& take) {
  for_each_moment(connection, select_reports, period, take);
}

}  // namespace store
