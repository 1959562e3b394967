#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

/// Work that the program owes: written in the transaction of its cause, gone when done. At most
/// one row exists for a kind, an object and a dedupe key. A worker holds a row for the length of
/// a lease; when it dies, the lease runs out and another worker takes the row. `fence` grows with
/// every claim and every new request, so only the newest holder can finish, and a request that
/// arrives while the work runs makes it run once more.
namespace store {

struct JobRequest {
  std::string kind;          ///< "report.read", "alert.deliver", ...
  base::UuidBytes object{};  ///< id of what it works on
  std::string dedupe_key;    ///< tells two jobs of one kind and object apart; mostly ""
  std::string caused_by;     ///< principal whose act asked for it
  base::UtcTime run_at;      ///< not before
};

struct Job {
  JobRequest request;
  std::int64_t fence = 0;
  int attempts = 0;  ///< this one included
};

/// Which kinds of work a worker takes.
struct JobKinds {
  enum class Takes { named, others };
  Takes takes = Takes::others;
  std::vector<std::string> names;
};

/// Asks for work. A row that waits keeps the earlier of both times; one that runs will run again.
void enqueue(db::Connection& connection, const JobRequest& request);

/// Takes at most `jobs_max` rows that are due, oldest first, and holds them until now + lease.
[[nodiscard]] std::vector<Job> claim_jobs(db::Connection& connection, base::UtcTime now,
                                          std::chrono::microseconds lease, std::size_t jobs_max,
                                          const JobKinds& kinds = {});

/// Whether somebody else has not taken the job over since: asked within the transaction that
/// writes its outcome.
[[nodiscard]] bool is_held(db::Connection& connection, const Job& job);

/// The work is done; false where the job is no longer held (then its outcome must be undone).
[[nodiscard]] bool finish_job(db::Connection& connection, const Job& job);

/// The work failed: the row waits until `retry_at`. Without effect where it is no longer held.
void put_off_job(db::Connection& connection, const Job& job, base::UtcTime retry_at);

/// Withdraws requests for an object, whatever their kind; running work will fail to finish.
void drop_jobs(db::Connection& connection, const base::UuidBytes& object);

/// The same for requests of one kind.
void drop_jobs(db::Connection& connection, const base::UuidBytes& object, std::string_view kind);

/// Gives every held row back, after a crash of the one process that held them.
void release_leases(db::Connection& connection);

/// When the next row becomes due, leases counted; nothing when there is no work.
[[nodiscard]] std::optional<base::UtcTime> find_next_job_time(db::Connection& connection,
                                                              const JobKinds& kinds = {});

/// How many rows wait or run.
[[nodiscard]] std::int64_t count_jobs(db::Connection& connection);

}  // namespace store
