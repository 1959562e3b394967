// Durable submissions against what the disk gives at best: raw SQLite commits on the same disk in
// the same run, then reports through workflow::submit_report by 32 threads, then the same over
// HTTP by 32 keep-alive clients; the jobs run all the while, and each time until their queue is
// empty. TMPDIR chooses the disk. With KIZUKI_TEST_DB=postgresql://... the reports go into new
// schemas of that database instead.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/shipped_tables.h"
#include "doors/http/server.h"
#include "doors/http/site.h"
#include "edges/codec/report_json.h"
#include "edges/db/scratch_database.h"
#include "edges/db/scratch_folder.h"
#include "http_clients.h"
#include "invented_reports.h"
#include "raw_commits.h"
#include "scratch_hub.h"
#include "timing.h"
#include "work/jobs/loop.h"
#include "work/workflow/submit_report.h"

namespace {

using bench::Pace;
using bench::Stopwatch;

constexpr std::size_t clients = 32;
constexpr std::size_t firms = 50;
constexpr std::size_t sites_per_firm = 5;

/// Submissions, and the time until everything that follows from them was done too.
struct Round {
  Pace pace;
  double seconds_accepting = 0, seconds_drained = 0;
  std::size_t count = 0;

  [[nodiscard]] double drained_per_second() const {
    return static_cast<double>(count) / seconds_drained;
  }
};

/// A hub in a folder of its own, with its jobs.
class RunningHub {
 public:
  RunningHub() {
    const bool is_file = db::ScratchDatabase::engine() == db::Engine::sqlite;
    bench::make_scratch_store(folder_.path(), firms, sites_per_firm,
                              is_file ? "" : database_.url());
    store_ = cli::OpenStore::open(folder_.path(), cli::OpenStore::Ownership::alone).value();
    hub_.emplace(store_->hub(clock_, ids_));
    loop_.emplace(*hub_);
    loop_->start();
  }

  [[nodiscard]] workflow::Hub& hub() { return *hub_; }

  void wait_until_drained() {
    while (due_jobs() > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  [[nodiscard]] std::int64_t rows(std::string_view table) {
    return store_->database().read([&](db::Connection& connection) {
      return db::get_row(connection, fmt::format("SELECT COUNT(*) FROM {}", table)).integer(0);
    });
  }

 private:
  /// What is to be done now; reminders of days to come stay in the queue.
  std::int64_t due_jobs() {
    return store_->database().read([&](db::Connection& connection) {
      return db::get_row(connection, "SELECT COUNT(*) FROM job WHERE run_at <= $1", {clock_.now()})
          .integer(0);
    });
  }

  db::ScratchFolder folder_;
  db::ScratchDatabase database_{db::ScratchDatabase::Want::fresh};
  base::SystemClock clock_;
  base::SystemIds ids_;
  std::unique_ptr<cli::OpenStore> store_;
  std::optional<workflow::Hub> hub_;
  std::optional<jobs::Loop> loop_;
};

std::vector<std::string> encoded_reports(std::size_t count) {
  bench::InventedReports reports;
  std::vector<std::string> made;
  for (std::size_t number = 0; number < count; ++number)
    made.push_back(codec::encode(reports.next()));
  return made;
}

/// What a door does with a body, without the door.
double submit_one(workflow::Hub& hub, const std::string& body) {
  const auto before = Stopwatch::now();
  const auto submission = codec::parse_report(body, hub.clock.now()).value();
  static_cast<void>(workflow::submit_report(hub, model::Principal{}, submission).value());
  return 1000 * bench::seconds_since(before);
}

template <class Submit>
Round measure(RunningHub& running, std::size_t count, const Submit& submit_all) {
  Round round;
  round.count = count;
  const auto start = Stopwatch::now();
  auto waits_ms = submit_all();
  round.seconds_accepting = bench::seconds_since(start);
  running.wait_until_drained();
  round.seconds_drained = bench::seconds_since(start);
  round.pace = bench::pace_of(std::move(waits_ms), round.seconds_accepting);
  return round;
}

Round submit_by_threads(RunningHub& running, const std::vector<std::string>& bodies) {
  return measure(running, bodies.size(), [&] {
    std::vector<std::vector<double>> waits_ms(clients);
    {
      std::vector<std::jthread> threads;
      for (std::size_t client = 0; client < clients; ++client)
        threads.emplace_back([&, client] {
          for (std::size_t number = client; number < bodies.size(); number += clients)
            waits_ms[client].push_back(submit_one(running.hub(), bodies[number]));
        });
    }
    std::vector<double> all;
    for (const auto& one : waits_ms)
      all.insert(all.end(), one.begin(), one.end());
    return all;
  });
}

/// The server of the program, on a thread of its own.
class RunningServer {
 public:
  explicit RunningServer(workflow::Hub& hub)
      : site_(hub, site_settings()),
        server_(server_settings(),
                [this](http::Request& request) { return site_.answer(request); }),
        thread_([this] { server_.run(); }) {}
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  ~RunningServer() { server_.stop(); }

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }

 private:
  static http::SiteSettings site_settings() {
    http::SiteSettings settings;
    settings.limits_door = false;
    settings.indicators = cli::shipped_indicators();
    return settings;
  }
  static http::ServerSettings server_settings() {
    http::ServerSettings settings;
    settings.port = 0;
    settings.work_threads = 32;
    return settings;
  }

  http::Site site_;
  http::Server server_;
  std::jthread thread_;
};

Round submit_over_http(RunningHub& running, const std::vector<std::string>& bodies) {
  const RunningServer server(running.hub());
  std::vector<std::string> requests;
  for (const auto& body : bodies)
    requests.push_back(bench::post_request("/api/v1/door/reports", body));
  return measure(running, bodies.size(),
                 [&] { return bench::post_all(server.port(), requests, clients); });
}

void show(std::string_view what, const Pace& pace) {
  fmt::print("{:<34} {:>8.0f}/s   p50 {:>7.2f} ms   p99 {:>7.2f} ms\n", what, pace.per_second,
             pace.p50_ms, pace.p99_ms);
}

void show(std::string_view what, const Round& round) {
  show(what, round.pace);
  fmt::print("{:<34} {:>8.0f}/s   {:.2f} s for {}\n", "  until the queue is drained",
             round.drained_per_second(), round.seconds_drained, round.count);
}

/// What one round says against the raw commits of the same round.
struct Ratios {
  std::vector<double> accepted, drained, p99;
};

void measure_round(const std::vector<std::string>& bodies, Ratios& ratios) {
  const db::ScratchFolder folder;
  const auto one = bench::raw_commits(folder.file("one.db"), 1, 2);
  show("raw commits, 1 writer", one);
  const auto many = bench::raw_commits(folder.file("many.db"), clients, 3);
  show("raw commits, 32 threads", many);
  {
    RunningHub running;
    show("submit_report, 32 threads", submit_by_threads(running, bodies));
  }
  RunningHub running;
  const auto round = submit_over_http(running, bodies);
  show("HTTP, 32 clients", round);
  fmt::print("  left in the store: {} reports, {} match keys, {} links\n", running.rows("report"),
             running.rows("match_key"), running.rows("link"));
  ratios.accepted.push_back(round.pace.per_second / one.per_second);
  ratios.drained.push_back(round.drained_per_second() / one.per_second);
  ratios.p99.push_back(round.pace.p99_ms / many.p99_ms);
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::size_t count = argument_count > 1 ? std::stoul(arguments[1]) : 2000;
  const std::size_t rounds = argument_count > 2 ? std::stoul(arguments[2]) : 3;
  const auto bodies = encoded_reports(count);
  std::size_t bytes = 0;
  for (const auto& body : bodies)
    bytes += body.size();
  fmt::print("{} reports of {} bytes, {} rounds\n", count, bytes / count, rounds);
  Ratios ratios;
  for (std::size_t round = 0; round < rounds; ++round)
    measure_round(bodies, ratios);
  fmt::print(
      "\nmedian ratios, HTTP against raw commits\n"
      "  accepted a second / raw commits of 1 writer        {:.2f}\n"
      "  drained a second / raw commits of 1 writer         {:.2f}   (at least 0.5)\n"
      "  p99 of an answer / p99 of raw commits, 32 threads  {:.2f}   (at most 4)\n",
      bench::median(ratios.accepted), bench::median(ratios.drained), bench::median(ratios.p99));
}
