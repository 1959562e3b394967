#include "work/engine/screen_files.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include <fmt/core.h>

#include "ground/text/csv_blocks.h"
#include "ground/text/csv_rows.h"
#include "steps/normalise/screen_columns.h"
#include "work/engine/in_parallel.h"
#include "work/engine/open_records.h"
#include "work/engine/screener.h"

namespace engine {
namespace {

/// What one block gave.
struct LogPiece {
  std::uint32_t file = 0;
  std::uint64_t rows = 0, bytes = 0, skipped = 0;
  std::vector<model::ScreenHit> hits;  // rows counted within the block
  std::optional<base::Error> fault;    // the first of the block
};

class Screening {
 public:
  Screening(std::vector<OpenRecords> files, std::vector<normalise::RecordColumns> columns,
            const WatchIndex& index, const ScreenSettings& settings, const UseHits& use,
            const ShowProgress& show)
      : files_(std::move(files)),
        rows_of_file_(files_.size()),
        index_(index),
        settings_(settings),
        use_(use),
        show_(show) {
    summary_.columns = std::move(columns);
  }

  base::Result<ScreenSummary> run() {
    on_workers(settings_.workers, [this](std::size_t) { work(); });
    if (failure_) return std::unexpected(*failure_);
    return std::move(summary_);
  }

 private:
  struct Job {
    text::CsvBlock block;
    std::uint32_t file = 0;
    std::size_t number = 0;
  };

  base::Result<bool> next_job(Job& job) {
    for (; file_ < files_.size(); ++file_) {
      auto& file = files_[file_];
      job.file = static_cast<std::uint32_t>(file_);
      auto has_block = file.next(job.block);
      if (!has_block) return std::unexpected(in_file(file.name, has_block.error()));
      if (!*has_block) continue;
      job.number = jobs_++;
      return true;
    }
    return false;
  }

  void work() {
    Screener screener(index_, settings_.wants_names);
    std::optional<normalise::ScreenReader> reader;
    std::size_t reader_file = files_.size();
    Job job;
    for (;;) {
      std::unique_lock lock(mutex_);
      if (failure_) return;
      auto has_job = next_job(job);
      if (!has_job) read_failure_ = has_job.error();
      if (!has_job || !*has_job) return end_work();
      lock.unlock();
      if (reader_file != job.file) {
        reader_file = job.file;
        reader.emplace(summary_.columns[job.file].fields, index_.han());
      }
      auto piece = screen(job, *reader, screener);
      lock.lock();
      done_.emplace(job.number, std::move(piece));
      hand_out();
    }
  }

  /// A file that cannot be read on counts only once everything before it is handed out.
  void end_work() {
    if (read_failure_ && handed_ == jobs_ && !failure_) failure_ = read_failure_;
  }

  LogPiece screen(const Job& job, normalise::ScreenReader& reader, Screener& screener) const {
    LogPiece piece{job.file, 0, job.block.rows.size(), 0, {}, std::nullopt};
    const auto columns = summary_.columns[job.file].fields.size();
    text::CsvRows rows(job.block, files_[job.file].separator);
    normalise::ScreenRow row;
    std::vector<ScreenedPair> pairs;
    for (;;) {
      const auto has_row = rows.next();
      if (has_row && !*has_row) return piece;
      ++piece.rows;
      if (!has_row || rows.fields().size() != columns) {
        ++piece.skipped;
        if (!piece.fault)
          piece.fault = has_row ? wrong_width(job.file, rows)
                                : in_file(files_[job.file].name, has_row.error());
        if (!settings_.skips_bad_rows) return piece;
        continue;
      }
      reader.read(rows.fields(), row);
      pairs.clear();
      screener.screen(row, pairs);
      for (auto& pair : pairs)
        piece.hits.push_back({pair.party, job.file, piece.rows, pair.bits, pair.is_name_only,
                              std::move(pair.evidence)});
    }
  }

  [[nodiscard]] base::Error wrong_width(std::uint32_t file, const text::CsvRows& rows) const {
    return width_error(files_[file].name, rows, summary_.columns[file].fields.size());
  }

  /// Hands out what is finished without a gap; the lock is held.
  void hand_out() {
    while (!failure_) {
      const auto found = done_.find(handed_);
      if (found == done_.end()) break;
      hand_out(found->second);
      done_.erase(found);
      ++handed_;
    }
    if (show_ && !failure_) show_(summary_);
    end_work();
  }

  void hand_out(LogPiece& piece) {
    auto& rows_before = rows_of_file_[piece.file];
    for (auto& hit : piece.hits) {
      hit.row += rows_before;
      (hit.is_name_only ? summary_.names_only : summary_.hits) += 1;
    }
    use_(piece.hits);
    rows_before += piece.rows;
    summary_.rows += piece.rows;
    summary_.bytes += piece.bytes;
    summary_.skipped += piece.skipped;
    if (!piece.fault) return;
    if (!settings_.skips_bad_rows)
      failure_ = std::move(piece.fault);
    else if (summary_.first_skipped.size() <= piece.file)
      summary_.first_skipped.push_back(std::move(*piece.fault));
  }

  std::vector<OpenRecords> files_;
  std::vector<std::uint64_t> rows_of_file_;
  const WatchIndex& index_;
  const ScreenSettings& settings_;
  const UseHits& use_;
  const ShowProgress& show_;
  std::mutex mutex_;
  std::size_t file_ = 0, jobs_ = 0, handed_ = 0;
  std::map<std::size_t, LogPiece> done_;
  ScreenSummary summary_;
  std::optional<base::Error> failure_, read_failure_;
};

}  // namespace

base::Result<ScreenSummary> screen_files(std::span<RecordFile> files, const WatchIndex& index,
                                         const ScreenSettings& settings, const UseHits& use,
                                         const ShowProgress& show) {
  auto schema = normalise::schema_of(settings.schema);
  if (!schema) return std::unexpected(in_file("--schema", schema.error()));
  std::vector<OpenRecords> open;
  std::vector<normalise::RecordColumns> columns;
  for (auto& file : files) {
    auto opened = open_records(file);
    if (!opened) return std::unexpected(in_file(file.name, opened.error()));
    auto of_file = normalise::screen_columns_of(opened->headers, *schema);
    if (!of_file) return std::unexpected(in_file(file.name, of_file.error()));
    columns.push_back(std::move(*of_file));
    open.push_back(std::move(*opened));
  }
  return Screening(std::move(open), std::move(columns), index, settings, use, show).run();
}

}  // namespace engine
