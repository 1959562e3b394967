#include "work/engine/load_records.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>

#include <fmt/core.h>

#include "ground/text/csv_blocks.h"
#include "ground/text/csv_rows.h"
#include "steps/normalise/record_date.h"
#include "steps/normalise/record_row.h"
#include "work/engine/in_parallel.h"
#include "work/engine/open_records.h"

namespace engine {
namespace {

using model::RecordField;
using model::ValueId;

/// The rows of one block.
struct RecordPiece {
  std::size_t file = 0, line = 0;
  model::RecordIds ids;
  model::RecordIds sources;          // of files that name the source beside a RECORD_ID, else none
  std::vector<std::uint32_t> lines;  // of the file, one a row
  std::vector<ValueId> cells;        // row after row
  std::vector<base::Error> bad;
};

/// The column of a header written in any case, with or without "_".
std::optional<std::size_t> column_called(const normalise::RecordColumns& columns,
                                         std::string_view name) {
  for (std::size_t at = 0; at < columns.headers.size(); ++at) {
    std::string plain;
    for (const char letter : columns.headers[at])
      if (letter != '_' && letter != ' ' && letter != '-')
        plain += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    if (plain == name) return at;
  }
  return std::nullopt;
}

/// DATA_SOURCE of a file whose id is RECORD_ID: the two together name a row (Senzing's entity
/// specification), the second alone need not.
std::optional<std::size_t> source_column_of(const normalise::RecordColumns& columns) {
  const auto record = column_called(columns, "recordid");
  if (!record || columns.fields[*record] != RecordField::id) return std::nullopt;
  return column_called(columns, "datasource");
}

std::string_view without_blanks_before(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  return text;
}

class Loader {
 public:
  Loader(std::vector<OpenRecords> files, std::vector<normalise::RecordColumns>& columns,
         const LoadSettings& settings)
      : files_(std::move(files)), columns_(columns), settings_(settings) {
    for (const auto& one : columns_) {
      layout_.widen(normalise::layout_of(one.fields, one.slots));
      sources_.push_back(source_column_of(one));
    }
    votes_.resize(files_.size());
  }

  base::Result<model::RecordTable> load(std::vector<base::Error>& skipped);

 private:
  struct Job {
    text::CsvBlock block;
    std::size_t file = 0, number = 0;
  };

  base::Result<std::optional<Job>> next_job();
  void work();
  RecordPiece read(const Job& job, normalise::RecordReader& reader) const;
  void read_row(const text::CsvRows& rows, const normalise::RecordColumns& columns,
                normalise::RecordReader& reader, RecordPiece& piece) const;
  void name_rows();
  [[nodiscard]] bool name_sources();
  [[nodiscard]] base::Error twice(std::uint64_t place) const;
  [[nodiscard]] std::string_view id_of(std::uint64_t place) const {
    return pieces_[place >> 32U].ids[place & 0xFFFFFFFFU];
  }
  base::Result<std::vector<std::uint64_t>> order_rows() const;
  base::Result<model::RecordTable> assemble();
  [[nodiscard]] ValueId settled(model::RecordPart part, ValueId cell, std::size_t file) const;

  std::vector<OpenRecords> files_;
  std::vector<normalise::RecordColumns>& columns_;
  const LoadSettings& settings_;
  normalise::RecordLayout layout_;
  model::ValuePool values_;
  std::mutex mutex_;
  std::size_t file_ = 0, jobs_ = 0;
  std::vector<RecordPiece> pieces_;
  std::vector<normalise::DateVotes> votes_;
  std::vector<std::optional<std::size_t>> sources_;  // of each file
  std::optional<base::Error> failure_;
};

base::Result<std::optional<Loader::Job>> Loader::next_job() {
  while (file_ < files_.size()) {
    auto& file = files_[file_];
    Job job{{}, file_, jobs_};
    auto has_block = file.next(job.block);
    if (!has_block) return std::unexpected(in_file(file.name, has_block.error()));
    if (*has_block) {
      ++jobs_;
      return job;
    }
    ++file_;
  }
  return std::optional<Job>{};
}

void Loader::work() {
  std::optional<normalise::RecordReader> reader;
  std::size_t reader_file = files_.size();
  const auto hand_in_votes = [&] {
    if (!reader) return;
    votes_[reader_file].day_first += reader->votes().day_first;
    votes_[reader_file].month_first += reader->votes().month_first;
  };
  for (;;) {
    std::unique_lock lock(mutex_);
    auto job = failure_ ? base::Result<std::optional<Job>>{std::nullopt} : next_job();
    if (!job) failure_ = job.error();
    if (!job || !*job) return hand_in_votes();
    if (reader_file != (*job)->file) {
      hand_in_votes();
      reader_file = (*job)->file;
      const auto& columns = columns_[reader_file];
      reader.emplace(columns.fields, columns.slots, layout_, values_);
    }
    lock.unlock();
    auto piece = read(**job, *reader);
    lock.lock();
    if (pieces_.size() <= (*job)->number) pieces_.resize((*job)->number + 1);
    pieces_[(*job)->number] = std::move(piece);
  }
}

RecordPiece Loader::read(const Job& job, normalise::RecordReader& reader) const {
  RecordPiece piece{job.file, job.block.line, {}, {}, {}, {}, {}};
  const auto& columns = columns_[job.file];
  text::CsvRows rows(job.block, files_[job.file].separator);
  for (;;) {
    const auto has_row = rows.next();
    if (!has_row)
      piece.bad.push_back(in_file(files_[job.file].name, has_row.error()));
    else if (!*has_row)
      return piece;
    else if (rows.fields().size() != columns.fields.size())
      piece.bad.push_back(width_error(files_[job.file].name, rows, columns.fields.size()));
    else
      read_row(rows, columns, reader, piece);
  }
}

void Loader::read_row(const text::CsvRows& rows, const normalise::RecordColumns& columns,
                      normalise::RecordReader& reader, RecordPiece& piece) const {
  const auto found = std::ranges::find(columns.fields, RecordField::id);
  std::string_view id;
  if (found != columns.fields.end())
    id = rows.fields()[static_cast<std::size_t>(found - columns.fields.begin())];
  piece.ids.add(without_blanks_before(id));
  if (const auto source = sources_[piece.file])
    piece.sources.add(without_blanks_before(rows.fields()[*source]));
  piece.lines.push_back(static_cast<std::uint32_t>(rows.line()));
  const auto begin = piece.cells.size();
  piece.cells.resize(begin + layout_.size());
  reader.read(rows.fields(), std::span(piece.cells).subspan(begin));
}

/// Rows without an id get their number.
void Loader::name_rows() {
  std::size_t number = 0;
  for (auto& piece : pieces_) {
    model::RecordIds ids;
    for (std::size_t row = 0; row < piece.ids.size(); ++row) {
      ++number;
      ids.add(piece.ids[row].empty() ? std::string_view(fmt::format("{}", number))
                                     : piece.ids[row]);
    }
    piece.ids = std::move(ids);
  }
}

/// Puts the source before each id; false where there is a row without one.
bool Loader::name_sources() {
  for (const auto& piece : pieces_)
    if (piece.ids.size() > 0 && piece.sources.size() == 0) return false;
  for (auto& piece : pieces_) {
    model::RecordIds ids;
    for (std::size_t row = 0; row < piece.ids.size(); ++row)
      ids.add(fmt::format("{}:{}", piece.sources[row], piece.ids[row]));
    piece.ids = std::move(ids);
  }
  return true;
}

base::Error Loader::twice(std::uint64_t place) const {
  const auto& piece = pieces_[place >> 32U];
  return in_file(files_[piece.file].name, {base::ErrorKind::invalid_input,
                                           fmt::format("line {}", piece.lines[place & 0xFFFFFFFFU]),
                                           fmt::format("the id {} stands twice", id_of(place)),
                                           "give every row of all files an id of its own"});
}

std::optional<std::uint64_t> whole_number(std::string_view id) {
  std::uint64_t number = 0;
  if (id.empty() || id.size() > 18 || (id.size() > 1 && id.front() == '0')) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc{} || end != id.data() + id.size()) return std::nullopt;
  return number;
}

/// Piece and row of each row of the table, by id; a piece has under 2^32 rows.
base::Result<std::vector<std::uint64_t>> Loader::order_rows() const {
  struct Place {
    std::uint64_t number, place;
  };
  std::vector<Place> places;
  bool are_numbers = true;
  for (std::size_t piece = 0; piece < pieces_.size(); ++piece)
    for (std::size_t row = 0; row < pieces_[piece].ids.size(); ++row) {
      const auto number = are_numbers ? whole_number(pieces_[piece].ids[row]) : std::nullopt;
      are_numbers = are_numbers && number;
      places.push_back({number.value_or(0), piece << 32U | row});
    }
  if (are_numbers)
    std::ranges::sort(places, {},
                      [](const Place& one) { return std::pair(one.number, one.place); });
  else
    std::ranges::sort(places, {},
                      [&](const Place& one) { return std::pair(id_of(one.place), one.place); });
  std::vector<std::uint64_t> order;
  order.reserve(places.size());
  for (const auto& place : places) {
    if (!order.empty() && id_of(order.back()) == id_of(place.place))
      return std::unexpected(twice(place.place));
    order.push_back(place.place);
  }
  return order;
}

ValueId Loader::settled(model::RecordPart part, ValueId cell, std::size_t file) const {
  if (cell == 0) return 0;
  if (part != model::RecordPart::birth) return values_.dense(cell);
  const auto digits = cell & ~normalise::RecordReader::open_date;
  const bool is_open = digits != cell;
  const bool day_first = votes_[file].day_first > votes_[file].month_first;
  return is_open && day_first ? normalise::with_day_and_month_exchanged(digits) : digits;
}

base::Result<model::RecordTable> Loader::assemble() {
  name_rows();
  auto order = order_rows();
  if (!order && name_sources()) order = order_rows();
  if (!order) return base::pass_on(order);
  values_.settle();
  model::RecordTable table;
  for (const auto place : *order)
    table.ids.add(pieces_[place >> 32U].ids[place & 0xFFFFFFFFU]);
  const auto width = layout_.size();
  for (std::size_t index = 0; index < model::record_part_count; ++index) {
    const auto part = static_cast<model::RecordPart>(index);
    for (std::size_t slot = 0; slot < layout_.columns[index]; ++slot) {
      const auto cell = layout_.first_of(part) + slot;
      auto& column = table.columns[index].emplace_back();
      column.reserve(order->size());
      for (const auto place : *order) {
        const auto& piece = pieces_[place >> 32U];
        column.push_back(
            settled(part, piece.cells[(place & 0xFFFFFFFFU) * width + cell], piece.file));
      }
    }
  }
  table.values = std::move(values_);
  return table;
}

base::Result<model::RecordTable> Loader::load(std::vector<base::Error>& skipped) {
  on_workers(settings_.workers, [this](std::size_t) { work(); });
  if (failure_) return std::unexpected(*failure_);
  for (auto& piece : pieces_)
    for (auto& error : piece.bad) {
      if (!settings_.skips_bad_rows) return std::unexpected(std::move(error));
      skipped.push_back(std::move(error));
    }
  return assemble();
}

}  // namespace

base::Result<LoadedRecords> load_records(std::span<RecordFile> files,
                                         const LoadSettings& settings) {
  LoadedRecords loaded;
  auto schema = normalise::schema_of(settings.schema);
  if (!schema) return std::unexpected(in_file("--schema", schema.error()));
  std::vector<OpenRecords> open;
  for (auto& file : files) {
    auto opened = open_records(file);
    if (!opened) return std::unexpected(in_file(file.name, opened.error()));
    auto columns = normalise::columns_of(opened->headers, *schema);
    if (!columns) return std::unexpected(in_file(file.name, columns.error()));
    open.push_back(std::move(*opened));
    loaded.columns.push_back(std::move(*columns));
  }
  normalise::align(loaded.columns);
  Loader loader(std::move(open), loaded.columns, settings);
  auto table = loader.load(loaded.skipped);
  if (!table) return base::pass_on(table);
  loaded.table = std::move(*table);
  return loaded;
}

}  // namespace engine
