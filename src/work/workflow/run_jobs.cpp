#include "work/workflow/run_jobs.h"

#include <algorithm>
#include <future>
#include <utility>
#include <vector>

#include "edges/db/isolation.h"
#include "edges/db/transaction.h"
#include "edges/store/report.h"
#include "ground/base/error.h"

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

microseconds wait_after(int attempts) {
  constexpr microseconds longest = hours(1);
  microseconds wait = std::chrono::seconds(1);
  for (int attempt = 1; attempt < attempts && wait < longest; ++attempt)
    wait *= 5;
  return std::min(wait, longest);
}

/// Writes a failure down: another attempt later, or the end.
void write_failure(Hub& hub, db::Connection& connection, const Prepared& prepared,
                   const std::string& reason) {
  const auto& job = prepared.job;
  if (prepared.step == nullptr)
    return store::put_off_job(connection, job, hub.clock.now() + hours(1));
  if (job.attempts < prepared.step->attempts_max)
    return store::put_off_job(connection, job, hub.clock.now() + wait_after(job.attempts));
  if (!store::finish_job(connection, job)) return;
  prepared.step->give_up(hub, connection, job, reason);
}

/// The write of one job and its end, or nothing of both.
base::Result<void> write_success(db::Connection& connection, const Prepared& prepared) {
  return db::transact(connection, [&](db::Connection& inner) -> base::Result<void> {
    if (!store::finish_job(inner, prepared.job)) return {};
    return prepared.write ? prepared.write(inner) : base::Result<void>{};
  });
}

void write_outcome(Hub& hub, db::Connection& connection, const Prepared& prepared) {
  std::string failure = prepared.failure;
  if (failure.empty() && prepared.step != nullptr) {
    try {
      const auto written = write_success(connection, prepared);
      if (written) return;
      failure = written.error().text();
    } catch (const db::ConstraintViolation&) {
      failure = "a row of this step was refused";
    }
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

Prepared prepare(Hub& hub, std::span<const JobStep> steps, store::Job job) {
  Prepared prepared{std::move(job), nullptr, {}, ""};
  prepared.step = find_step(steps, prepared.job.request.kind);
  if (prepared.step == nullptr) return prepared;
  try {
    auto write = prepared.step->prepare(hub, prepared.job);
    if (write)
      prepared.write = std::move(*write);
    else
      prepared.failure = write.error().text();
  } catch (const base::OutsideFailure& failure) {
    prepared.failure = failure.what();
  }
  return prepared;
}

/// What was done outside and could not be written down now is tried once more with its batch.
void write_at_once(Hub& hub, Prepared& prepared) {
  try {
    write_outcomes(hub, std::span(&prepared, 1));
    prepared.is_written = true;
  } catch (const base::OutsideFailure&) {
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

std::vector<store::Job> claim(Hub& hub, const JobLimits& limits) {
  const auto now = hub.clock.now();
  const auto due = hub.database.read(
      [](db::Connection& connection) { return store::find_next_job_time(connection); });
  if (!due || *due > now) return {};
  return hub.database.write([&](db::Connection& connection) {
    db::claim_beside_writers(connection);
    return store::claim_jobs(connection, now, limits.lease, limits.jobs_max);
  });
}

/// Jobs claimed together and ready to be written.
struct Batch {
  base::UtcTime claimed_at{};
  std::vector<Prepared> jobs;
};

Batch next_batch(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits) {
  const auto now = hub.clock.now();
  return {now, prepare_all(hub, steps, claim(hub, limits), limits.threads)};
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
  if (!step.give_up)
    step.give_up = [write](Hub& hub, db::Connection& connection, const store::Job& job,
                           const std::string&) { static_cast<void>(write(hub, connection, job)); };
  return step;
}

model::Principal principal_of(const store::Job& job) {
  model::Principal principal;
  principal.kind = model::Principal::Kind::system;
  principal.name = "system:jobs";
  principal.caused_by = job.request.caused_by;
  return principal;
}

std::size_t run_due_jobs(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits) {
  const auto prepared = prepare_all(hub, steps, claim(hub, limits), limits.threads);
  write_outcomes(hub, prepared);
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
      write_outcomes(hub, batch.jobs);
    } else {
      auto claimed = claim(hub, limits);
      auto writing = std::async(std::launch::async, [&] { write_outcomes(hub, batch.jobs); });
      next.jobs = prepare_all(hub, steps, std::move(claimed), limits.threads);
      writing.get();
    }
    total += batch.jobs.size();
    if (!go_on(total)) {
      write_outcomes(hub, next.jobs);
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
