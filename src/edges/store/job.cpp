#include "edges/store/job.h"

#include <algorithm>

#include <fmt/format.h>

#include "edges/db/dialect.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

constexpr std::string_view insert_job =
    "INSERT INTO job (kind, object, dedupe_key, caused_by, run_at, lease_until, fence, attempts)"
    " VALUES ($1, $2, $3, $4, $5, 0, $5, 0)"
    " ON CONFLICT (kind, object, dedupe_key) DO UPDATE SET"
    " run_at = CASE WHEN job.lease_until > 0 THEN excluded.run_at"
    "   WHEN job.run_at < excluded.run_at THEN job.run_at ELSE excluded.run_at END,"
    " lease_until = 0, fence = job.fence + 1, attempts = 0";

// MATERIALIZED: a plan that looked for due jobs again and again would claim more than $3.
constexpr std::string_view claim_due_jobs =
    "WITH due AS MATERIALIZED (SELECT kind, object, dedupe_key FROM job"
    "   WHERE run_at <= $1 AND lease_until <= $1{} ORDER BY run_at LIMIT $3{})"
    " UPDATE job SET lease_until = $2, fence = fence + 1, attempts = attempts + 1"
    " WHERE (kind, object, dedupe_key) IN (SELECT kind, object, dedupe_key FROM due)"
    " RETURNING kind, object, dedupe_key, caused_by, run_at, fence, attempts";

constexpr std::string_view find_held_job =
    "SELECT 1 FROM job WHERE kind = $1 AND object = $2 AND dedupe_key = $3 AND fence = $4";

constexpr std::string_view delete_held_job =
    "DELETE FROM job WHERE kind = $1 AND object = $2 AND dedupe_key = $3 AND fence = $4";

constexpr std::string_view put_off_held_job =
    "UPDATE job SET run_at = $5, lease_until = 0"
    " WHERE kind = $1 AND object = $2 AND dedupe_key = $3 AND fence = $4";

constexpr std::string_view delete_jobs_of_object = "DELETE FROM job WHERE object = $1";

constexpr std::string_view delete_jobs_of_kind = "DELETE FROM job WHERE kind = $1 AND object = $2";

constexpr std::string_view release_all_leases =
    "UPDATE job SET lease_until = 0, fence = fence + 1 WHERE lease_until > 0";

// Two look-ups in an index each: a store keeps reminders of months to come, and an idle worker
// asks many times a second.
constexpr std::string_view next_waiting_job =
    "SELECT run_at FROM job WHERE lease_until = 0{} ORDER BY run_at LIMIT 1";
constexpr std::string_view next_end_of_lease =
    "SELECT MIN(lease_until) FROM job WHERE lease_until > 0{}";
// Of few kinds: by the primary key, since in order of time reminders of all others come between.
constexpr std::string_view next_waiting_job_of_kinds =
    "SELECT MIN(run_at + 0) FROM job WHERE lease_until = 0{}";

constexpr std::string_view count_all_jobs = "SELECT COUNT(*) FROM job";

Job read_job(const db::Row& row) {
  return {{row.text(0), row.uuid(1), row.text(2), row.text(3), row.time(4)},
          row.integer(5),
          static_cast<int>(row.integer(6))};
}

/// " AND kind IN ($4, $5)"; "" for every kind.
std::string kind_condition(const JobKinds& kinds, db::Parameters& parameters) {
  const bool are_named = kinds.takes == JobKinds::Takes::named;
  if (kinds.names.empty()) return are_named ? " AND 1 = 0" : "";
  std::string places;
  for (const auto& name : kinds.names)
    places += (places.empty() ? "" : ", ") + place(parameters, name);
  return fmt::format(" AND kind {} ({})", are_named ? "IN" : "NOT IN", places);
}

std::optional<base::UtcTime> find_time(db::Connection& connection, std::string_view sql,
                                       const JobKinds& kinds) {
  db::Parameters parameters;
  const auto text = fmt::format(fmt::runtime(sql), kind_condition(kinds, parameters));
  const auto row = db::find_row(connection, text, parameters);
  return row ? row->find_time(0) : std::nullopt;
}

db::Parameters held(const Job& job) {
  return {job.request.kind, job.request.object, job.request.dedupe_key, job.fence};
}

}  // namespace

void enqueue(db::Connection& connection, const JobRequest& request) {
  connection.execute(insert_job, {request.kind, request.object, request.dedupe_key,
                                  request.caused_by, request.run_at});
}

std::vector<Job> claim_jobs(db::Connection& connection, base::UtcTime now,
                            std::chrono::microseconds lease, std::size_t jobs_max,
                            const JobKinds& kinds) {
  db::Parameters parameters{now, now + lease, jobs_max};
  const auto of_kinds = kind_condition(kinds, parameters);
  const auto sql =
      fmt::format(fmt::runtime(claim_due_jobs), of_kinds, db::skip_locked(connection.engine()));
  std::vector<Job> jobs;
  for (const auto& row : connection.query(sql, parameters))
    jobs.push_back(read_job(row));
  return jobs;
}

bool is_held(db::Connection& connection, const Job& job) {
  return db::find_row(connection, find_held_job, held(job)).has_value();
}

bool finish_job(db::Connection& connection, const Job& job) {
  return connection.execute(delete_held_job, held(job)) == 1;
}

void put_off_job(db::Connection& connection, const Job& job, base::UtcTime retry_at) {
  auto parameters = held(job);
  parameters.add(retry_at);
  connection.execute(put_off_held_job, parameters);
}

void drop_jobs(db::Connection& connection, const base::UuidBytes& object) {
  connection.execute(delete_jobs_of_object, {object});
}

void drop_jobs(db::Connection& connection, const base::UuidBytes& object, std::string_view kind) {
  connection.execute(delete_jobs_of_kind, {kind, object});
}

void release_leases(db::Connection& connection) {
  connection.execute(release_all_leases);
}

std::optional<base::UtcTime> find_next_job_time(db::Connection& connection, const JobKinds& kinds) {
  const bool are_named = kinds.takes == JobKinds::Takes::named;
  const auto lease_ends = find_time(connection, next_end_of_lease, kinds);
  const auto waiting =
      find_time(connection, are_named ? next_waiting_job_of_kinds : next_waiting_job, kinds);
  if (!waiting) return lease_ends;
  return lease_ends ? std::min(*lease_ends, *waiting) : *waiting;
}

std::int64_t count_jobs(db::Connection& connection) {
  return db::get_row(connection, count_all_jobs).integer(0);
}

}  // namespace store
