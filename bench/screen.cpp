// How fast rows of a log are screened against a watch list, and how well: invented persons with
// slips, strangers and households, rows of about 100 bytes, a fresh seed by KIZUKI_SEED. The limit
// beside it reads the same file and parts its columns, nothing more. Rows by KIZUKI_ROWS.
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"
#include "ground/text/csv_rows.h"
#include "screen_logs.h"
#include "timing.h"
#include "work/engine/in_parallel.h"
#include "work/engine/screen_files.h"

namespace {

std::size_t number_of(const char* variable, std::size_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

std::size_t workers() {
  return std::max(1U, std::thread::hardware_concurrency());
}

double processor_seconds() {
  struct ::rusage use {};
  ::getrusage(RUSAGE_SELF, &use);
  const auto seconds = [](const ::timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

struct Taken {
  double clock = 0, processor = 0;
};

template <class Work>
Taken timed(Work work) {
  const auto start = bench::Stopwatch::now();
  const auto before = processor_seconds();
  work();
  return {bench::seconds_since(start), processor_seconds() - before};
}

/// Reads the file and parts its columns on all workers.
Taken limit_of(const std::string& path, std::uint64_t& fields) {
  return timed([&] {
    std::ifstream in(path, std::ios::binary);
    text::CsvBlocks blocks(in);
    std::mutex mutex;
    std::uint64_t all = 0;
    engine::on_workers(workers(), [&](std::size_t) {
      text::CsvBlock block;
      std::uint64_t count = 0;
      for (;;) {
        {
          const std::scoped_lock lock(mutex);
          if (const auto has_block = blocks.next(block); !has_block || !*has_block) break;
        }
        text::CsvRows rows(block);
        for (auto row = rows.next(); row && *row; row = rows.next())
          count += rows.fields().size();
      }
      const std::scoped_lock lock(mutex);
      all += count;
    });
    fields = all;
  });
}

struct Found {
  std::set<std::pair<std::uint32_t, std::uint64_t>> hits;
  std::uint64_t rows = 0;
  Taken taken;
};

Found screened(const engine::WatchIndex& index, const std::string& path) {
  Found out;
  std::vector<engine::RecordFile> files;
  files.push_back({"log.csv", std::make_unique<std::ifstream>(path, std::ios::binary)});
  out.taken = timed([&] {
    const auto summary = engine::screen_files(files, index, {workers(), false, false, {}},
                                              [&](std::span<const model::ScreenHit> hits) {
                                                for (const auto& hit : hits)
                                                  if (!hit.is_name_only)
                                                    out.hits.emplace(hit.party, hit.row);
                                              });
    if (summary) out.rows = summary->rows;
  });
  return out;
}

void tell(const std::string& name, const bench::ScreenLog& log, const engine::WatchIndex& index) {
  const auto found = screened(index, log.path);
  std::uint64_t fields = 0;
  const auto limit = limit_of(log.path, fields);
  std::size_t right = 0;
  std::set<std::uint64_t> false_rows;
  for (const auto& hit : found.hits)
    if (log.truth.contains(hit))
      ++right;
    else
      false_rows.insert(hit.second);
  const auto rows = static_cast<double>(found.rows);
  fmt::print("{}: {} rows, {} watched\n", name, found.rows, index.parties().size());
  fmt::print("  {:>12.0f} rows/s on a clock, {:.0f} a second of processor\n",
             rows / found.taken.clock, rows / found.taken.processor);
  fmt::print(
      "  {:>12.2f} of the limit (reading and parting columns alone: {:.0f} rows/s; {} fields)\n",
      limit.processor / found.taken.processor, rows / limit.clock, fields);
  fmt::print("  {:>12.4f} recall of {} rows about watched persons, precision {:.4f}\n",
             static_cast<double>(right) / static_cast<double>(log.truth.size()), log.truth.size(),
             static_cast<double>(right) /
                 static_cast<double>(std::max<std::size_t>(1, found.hits.size())));
  fmt::print("  {:>11.5f}% of all rows are false alerts\n",
             100 * static_cast<double>(false_rows.size()) / rows);
}

}  // namespace

int main() {
  const auto seed = static_cast<std::uint32_t>(number_of("KIZUKI_SEED", 20261122));
  const auto rows = number_of("KIZUKI_ROWS", 1'000'000);
  const auto folder =
      std::filesystem::temp_directory_path() / fmt::format("kizuki-screen-{}", seed);
  std::filesystem::create_directories(folder);
  const auto knowledge = cli::NameKnowledge::load("", "");
  if (!knowledge) {
    fmt::print("{}\n", knowledge.error().text());
    return 2;
  }
  const engine::ScreenKnowledge known{&(*knowledge)->matcher(), (*knowledge)->jmnedict(),
                                      (*knowledge)->unihan()};
  {
    auto log = bench::same_script_log((folder / "latin.csv").string(), rows, 1000, seed);
    tell("same script", log, engine::WatchIndex(std::move(log.watched), known));
  }
  if (known.jmnedict == nullptr) {
    fmt::print("across scripts: skipped, there is no knowledge file beside the program\n");
  } else {
    auto log = bench::cross_script_log((folder / "east.csv").string(), rows / 5, 1000, seed,
                                       *known.jmnedict);
    tell("across scripts, name and one more field", log,
         engine::WatchIndex(std::move(log.watched), known));
  }
  struct ::rusage use {};
  ::getrusage(RUSAGE_SELF, &use);
  fmt::print("memory: at most {} MB with all lists and tables\n", use.ru_maxrss / 1024);
  std::filesystem::remove_all(folder);
}
