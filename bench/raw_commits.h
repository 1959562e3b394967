#pragma once

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sqlite3.h>

#include "timing.h"

/// SQLite alone, with nothing of ours: what the disk and the engine give at best.
namespace bench {

/// A row as large as a small report, one a commit, each on the disk before the next.
class RawWriter {
 public:
  explicit RawWriter(const std::string& file) {
    if (sqlite3_open(file.c_str(), &session_) != SQLITE_OK) fail();
    sqlite3_busy_timeout(session_, 60'000);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    if (sqlite3_prepare_v2(session_, "INSERT INTO row (body) VALUES (randomblob(2048))", -1,
                           &insert_, nullptr) != SQLITE_OK)
      fail();
  }
  RawWriter(const RawWriter&) = delete;
  RawWriter& operator=(const RawWriter&) = delete;
  ~RawWriter() {
    sqlite3_finalize(insert_);
    sqlite3_close(session_);
  }

  /// Commits rows for so long; how long each took.
  std::vector<double> write_for(double seconds) {
    std::vector<double> waits_ms;
    for (const auto start = Stopwatch::now(); seconds_since(start) < seconds;) {
      const auto before = Stopwatch::now();
      if (sqlite3_step(insert_) != SQLITE_DONE) fail();
      sqlite3_reset(insert_);
      waits_ms.push_back(1000 * seconds_since(before));
    }
    return waits_ms;
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(session_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(session_)); }

  sqlite3* session_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

/// The pace of `threads` writers, each with a session of its own, on the new file `file`.
inline Pace raw_commits(const std::string& file, std::size_t threads, double seconds) {
  RawWriter first(file);
  std::vector<std::vector<double>> waits_ms(threads);
  const auto start = Stopwatch::now();
  {
    std::vector<std::jthread> writers;
    for (std::size_t writer = 0; writer < threads; ++writer)
      writers.emplace_back([&, writer] { waits_ms[writer] = RawWriter(file).write_for(seconds); });
  }
  const auto taken = seconds_since(start);
  std::vector<double> all;
  for (const auto& one : waits_ms)
    all.insert(all.end(), one.begin(), one.end());
  return pace_of(std::move(all), taken);
}

}  // namespace bench
