// Attacks the fast reader of CSV blocks and the reader of rows of records behind it. Cutting a file
// into small blocks must not change its good rows, and no cell may upset the normalisation.
#include "ground/text/csv_rows.h"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "ground/base/ensure.h"
#include "steps/normalise/record_columns.h"
#include "steps/normalise/record_row.h"

namespace {

struct Read {
  std::vector<std::vector<std::string>> rows;
  bool has_failed = false;
};

Read rows_of(const std::string& file, std::size_t block_bytes) {
  std::istringstream in(file);
  text::CsvBlocks blocks(in, {.separator = ',', .encoding = text::Encoding::utf8}, block_bytes);
  Read read;
  text::CsvBlock block;
  for (;;) {
    const auto has_block = blocks.next(block);
    if (!has_block) read.has_failed = true;
    if (!has_block || !*has_block) return read;
    text::CsvRows rows(block);
    for (auto has_row = rows.next(); !has_row || *has_row; has_row = rows.next()) {
      read.has_failed = read.has_failed || !has_row;
      if (has_row) read.rows.emplace_back(rows.fields().begin(), rows.fields().end());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string file(reinterpret_cast<const char*>(bytes), size);
  const auto whole = rows_of(file, 1U << 20U);
  const auto cut = rows_of(file, 64);
  if (!whole.has_failed && !cut.has_failed)
    base::ensure(whole.rows == cut.rows, "blocks of any size hold the same rows");
  using enum model::RecordField;
  const std::vector<model::RecordField> fields{full_name, birth_date, phone,    email,
                                               address,   other_name, postcode, text};
  const std::vector<std::uint8_t> slots(fields.size(), 0);
  const auto layout = normalise::layout_of(fields, slots);
  model::ValuePool values;
  normalise::RecordReader reader(fields, slots, layout, values);
  std::vector<model::ValueId> cells(layout.size());
  for (const auto& row : whole.rows) {
    const std::vector<std::string_view> views(row.begin(), row.end());
    reader.read(views, cells);
  }
  return 0;
}
