#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "edges/store/job.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// Runs the work that the program owes. Several workers, in one process or in several, may call
/// this on one database at the same time.
namespace workflow {

/// What a step writes once it has read and computed. It runs in the transaction that ends the
/// job, may run again after a conflict, and must be safe to run twice.
using JobWrite = std::function<base::Result<void>(db::Connection&)>;
using GiveUp = std::function<base::Result<void>(Hub&, db::Connection&, const store::Job&,
                                                const std::string& reason)>;

/// A kind of job. `prepare` reads and computes without a transaction; where nothing is left to do
/// it returns an empty JobWrite. `give_up` runs in place of the write after `attempts_max`
/// attempts, with the reason of the last (no content), and leaves the failure where people see it;
/// where even that fails nothing of it stays, and an hour later it alone is tried again.
struct JobStep {
  std::string_view kind;
  std::function<base::Result<JobWrite>(Hub&, const store::Job&)> prepare;
  GiveUp give_up;
  int attempts_max = 5;
  /// `prepare` does something that cannot be taken back (a mail): its outcome is written at once,
  /// not with the batch, so that hardly a crash falls between the two and it is done again.
  bool acts_outside = false;
};

/// A kind of job that only writes. Without a `give_up` of its own "job.give_up" stands in the
/// record.
using WriteForJob = base::Result<void> (*)(Hub&, db::Connection&, const store::Job&);
[[nodiscard]] JobStep writing_step(std::string_view kind, WriteForJob write, GiveUp give_up = {});

/// The system principal that stands in the record for a job, with who caused it.
[[nodiscard]] model::Principal principal_of(const store::Job& job);

struct JobLimits {
  /// Steps that act outside wait for others, up to minutes; workers of their own keep everything
  /// else from waiting with them. A kind that no step knows is inside.
  enum class Part { all, inside, outside };
  Part part = Part::all;
  /// Claimed at once, written in one transaction: who reports meanwhile waits for its end.
  std::size_t jobs_max = 16;
  std::chrono::microseconds lease = std::chrono::minutes(2);
  /// Threads that read and compute; what they found is written by one, in the order of the jobs.
  std::size_t threads = 1;
};

/// Claims what is due, runs it and writes the outcomes; returns how many jobs were claimed. A job
/// of a kind that no step knows is put off by an hour. A failed job waits 1, 5, 25 ... seconds;
/// what it does not outlive (a damaged row, too little memory) is its own failure and not its
/// batch's.
std::size_t run_due_jobs(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits = {});

/// run_due_jobs until nothing is due or `go_on` says no; it hears after each batch how many jobs
/// ran so far. A batch is prepared while the one before it is written, so a step may not see yet
/// what the jobs claimed just before it write. Returns how many ran.
std::size_t drain_jobs(Hub& hub, std::span<const JobStep> steps, const JobLimits& limits,
                       const std::function<bool(std::size_t jobs)>& go_on);

/// When run_due_jobs has something to do again; nothing while there is no work.
[[nodiscard]] std::optional<base::UtcTime> next_job_time(Hub& hub);

/// After a crash: what was running may be claimed at once, and an import that never ended is taken
/// back. Beside another server nothing is touched and the answer is false: what it runs is not
/// ended, and the leases of one that crashed end by themselves.
bool resume_after_crash(Hub& hub);

}  // namespace workflow
