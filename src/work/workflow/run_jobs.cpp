#include "work/workflow/run_jobs.h"

#include <algorithm>
#include <exception>
#include <future>
#include <new>
#include <utility>
#include <vector>

#include "edges/db/isolation.h"
#include "edges/db/transaction.h"
#include "edges/store/report.h"
#include "ground/base/error.h"
#include "work/workflow/record.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::seconds;

/// A claimed job after its step has run: what to write, or why not.
struct Prepared {
  store::Job job;
  const JobStep* step = nullptr;
  JobWrite write;
  std::string failure;  ///< "" = none
  bool is_written = false;
};

const JobStep* find_step(std::span<const JobStep> steps, std::string_view kind) {
  const auto found = std::ranges::find(steps, kind, &JobStep::kind);
  return found == steps.end() ? nullptr : &*found;
}

constexpr microseconds longest_wait = hours(1);

microseconds wait_after(int attempts) {
  microseconds wait = std::chrono::seconds(1);
  for (int attempt = 1; attempt < attempts && wait < longest_wait; ++attempt)
    wait *= 5;
  return std::min(wait, longest_wait);
}

/// What went wrong with one job, in words without content.
std::string reason_of(const std::exception& trouble) {
  if (dynamic_cast<const db::ConstraintViolation*>(&trouble) != nullptr)
    return "a row of this step was refused";
  if (dynamic_cast<const base::OutsideFailure*>(&trouble) != nullptr) return trouble.what();
  if (dynamic_cast<const std::bad_alloc*>(&trouble) != nullptr)
    return "the memory did not suffice for this step";
  return "this step ended in an unforeseen way";
}

/// Whether the database is in trouble, thus the whole batch, and not the job that met it.
bool concerns_batch(const std::exception& trouble) {
  return dynamic_cast<const db::Contention*>(&trouble) != nullptr ||
         dynamic_cast<const db::ConnectionLost*>(&trouble) != nullptr ||
         dynamic_cast<const db::UnknownOutcome*>(&trouble) != nullptr;
}

/// All of one job's own writing or nothing of it; what went wrong, "" for nothing.
template <class Write>
std::string write_alone(db::Connection& connection, const Write& write) {
  try {
    const auto written = db::transact(connection, write);
    return written ? "" : written.error().text();
  } catch (const std::exception& trouble) {
    if (concerns_batch(trouble) || !connection.in_transaction()) throw;
    return reason_of(trouble);
  }
}

std::string write_success(db::Connection& connection, const Prepared& prepared) {
  return write_alone(connection, [&](db::Connection& inner) -> base::Result<void> {
    if (!store::finish_job(inner, prepared.job)) return {};
    return prepared.write ? prepared.write(inner) : base::Result<void>{};
  });
}

std::string write_end(Hub& hub, db::Connection& connection, const Prepared& prepared,
                      const std::string& reason) {
  return write_alone(connection, [&](db::Connection& inner) -> base::Result<void> {
    if (!store::finish_job(inner, prepared.job)) return {};
    return prepared.step->give_up(hub, inner, prepared.job, reason);
  });
}

/// Writes a failure down: another attempt later, or the end.
void write_failure(Hub& hub, db::Connection& connection, const Prepared& prepared,
                   const std::string& reason) {
  const auto& job = prepared.job;
  if (prepared.step == nullptr)
    return store::put_off_job(connection, job, hub.clock.now() + longest_wait);
  if (job.attempts < prepared.step->attempts_max)
    return store::put_off_job(connection, job, hub.clock.now() + wait_after(job.attempts));
  if (!write_end(hub, connection, prepared, reason).empty())
    store::put_off_job(connection, job, hub.clock.now() + longest_wait);
}

void write_outcome(Hub& hub, db::Connection& connection, const Prepared& prepared) {
  auto failure = prepared.failure;
  if (failure.empty() && prepared.step != nullptr) {
    failure = write_success(connection, prepared);
    if (failure.empty()) return;
  }
  write_failure(hub, connection, prepared, failure);
}

void write_outcomes(Hub& hub, std::span<const Prepared> all) {
  if (std::ranges::all_of(all, &Prepared::is_written)) return;
  hub.database.write([&](db::Connection& connection) {
    for (const auto& prepared : all)
      if (!prepared.is_written) write_outcome(hub, connection, prepared);
  });
}

/// Together, for a commit waits for the disk; each alone where others were in the way of so long a
/// transaction. Left undone, all of them would wait for the end of their lease.
void write_batch(Hub& hub, std::span<const Prepared> all) {
  try {
    return write_outcomes(hub, all);
  } catch (const db::Contention&) {
    if (all.size() <= 1) throw;
  }
  for (const auto& prepared : all)
    write_outcomes(hub, std::span(&prepared, 1));
}

Prepared prepare(Hub& hub, std::span<const JobStep> steps, store::Job job) {
  Prepared prepared{std::move(job), nullptr, {}, ""};
  prepared.step = find_step(steps, prepared.job.request.kind);
  if (prepared.step == nullptr) return prepared;
  // Its last attempt was never written, or not even its end: it may be what brings a worker down.
  if (prepared.job.attempts > prepared.step->attempts_max) {
    prepared.failure = "this step was begun too often and never ended";
    return prepared;
  }
  try {
    auto write = prepared.step->prepare(hub, prepared.job);
    if (write)
      prepared.write = std::move(*write);
    else
      prepared.failure = write.error().text();
  } catch (const std::exception& trouble) {
    prepared.failure = reason_of(trouble);
  }
  return prepared;
}

/// What was done outside and could not be written down now is tried once more with its batch.
void write_at_once(Hub& hub, Prepared& prepared) {
  try {
    write_outcomes(hub, std::span(&prepared, 1));
    prepared.is_written = true;
  } catch (const std::exception&) {
    prepared.is_written = false;
  }
}

/// Every job once, each thread every `threads`-th of them.
std::vector<Prepared> prepare_all(Hub& hub, std::span<const JobStep> steps,
                                  std::vector<store::Job> jobs, std::size_t threads) {
  std::vector<Prepared> prepared(jobs.size());
  const auto prepare_from = [&](std::size_t first) {
    for (auto number = first; number < jobs.size(); number += threads) {
      auto& one = prepared[number] = prepare(hub, steps, std::move(jobs[number]));
      if (one.step != nullptr && one.step->acts_outside) write_at_once(hub, one);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t thread = 1; thread < std::min(threads, jobs.size()); ++thread)
    others.push_back(std::async(std::launch::async, prepare_from, thread));
  prepare_from(0);
  for (auto& other : others)
    other.get();
  return prepared;
}

store::JobKinds kinds_of(std::span<const JobStep> steps, JobLimits::Part part) {
  store::JobKinds kinds;
  if (part == JobLimits::Part::all) return kinds;
  if (part == JobLimits::Part::outside) kinds.takes = store::JobKinds::Takes::named;
  for (const auto& step : steps)
    if (step.acts_outside) kinds.names.emplace_back(step.kind);
  return kinds;
}

std::vector<store::Job> claim(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits) {
  const auto now = hub.clock.now();
  const auto kinds = kinds_of(steps, limits.part);
  const auto due = hub.database.read(
      [&](db::Connection& connection) { return store::find_next_job_time(connection, kinds); });
  if (!due || *due > now) return {};
  return hub.database.write([&](db::Connection& connection) {
    db::claim_beside_writers(connection);
    return store::claim_jobs(connection, now, limits.lease, limits.jobs_max, kinds);
  });
}

/// Jobs claimed together and ready to be written.
struct Batch {
  base::UtcTime claimed_at{};
  std::vector<Prepared> jobs;
};

Batch next_batch(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits) {
  const auto now = hub.clock.now();
  return {now, prepare_all(hub, steps, claim(hub, steps, limits), limits.threads)};
}

base::Result<void> leave_in_record(Hub& hub, db::Connection& connection, const store::Job& job,
                                   const std::string& /*reason*/) {
  record(hub, connection, principal_of(job), {"job.give_up", job.request.kind, job.request.object});
  return {};
}

}  // namespace

JobStep writing_step(std::string_view kind, WriteForJob write, GiveUp give_up) {
  JobStep step;
  step.kind = kind;
  step.prepare = [write](Hub& hub, const store::Job& job) -> base::Result<JobWrite> {
    return JobWrite(
        [&hub, job, write](db::Connection& connection) { return write(hub, connection, job); });
  };
  step.give_up = std::move(give_up);
  if (!step.give_up) step.give_up = leave_in_record;
  return step;
}

model::Principal principal_of(const store::Job& job) {
  return system_principal("system:jobs", job.request.caused_by);
}

std::size_t run_due_jobs(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits) {
  const auto prepared = prepare_all(hub, steps, claim(hub, steps, limits), limits.threads);
  write_batch(hub, prepared);
  return prepared.size();
}

std::size_t drain_jobs(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits,
                       const std::function<bool(std::size_t jobs)>& go_on) {
  std::size_t total = 0;
  for (auto batch = next_batch(hub, steps, limits); !batch.jobs.empty();) {
    Batch next{hub.clock.now(), {}};
    // What took long to prepare is written before more is claimed, or its lease ends meanwhile and
    // it is claimed again.
    if (next.claimed_at - batch.claimed_at > limits.lease / 2) {
      write_batch(hub, batch.jobs);
    } else {
      auto claimed = claim(hub, steps, limits);
      auto writing = std::async(std::launch::async, [&] { write_batch(hub, batch.jobs); });
      next.jobs = prepare_all(hub, steps, std::move(claimed), limits.threads);
      writing.get();
    }
    total += batch.jobs.size();
    if (!go_on(total)) {
      write_batch(hub, next.jobs);
      return total + next.jobs.size();
    }
    batch = next.jobs.empty() ? next_batch(hub, steps, limits) : std::move(next);
  }
  return total;
}

std::optional<base::UtcTime> next_job_time(Hub& hub) {
  return hub.database.read(
      [](db::Connection& connection) { return store::find_next_job_time(connection); });
}

bool resume_after_crash(Hub& hub) {
  return hub.database.write([](db::Connection& connection) {
    if (!db::is_alone(connection)) return false;
    store::release_leases(connection);
    store::drop_unfinished_imports(connection);
    return true;
  });
}

}  // namespace workflow
