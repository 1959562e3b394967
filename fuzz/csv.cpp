// Attacks the CSV reader in every encoding. Rows that were read must come back the same after
// being written.
#include "ground/text/csv.h"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "ground/base/ensure.h"

namespace {

constexpr std::size_t failures_max = 1000;

/// All rows that can be read; what is refused is passed over.
std::vector<std::vector<std::string>> rows_of(const std::string& file,
                                              std::optional<text::Encoding> encoding) {
  std::istringstream in(file);
  text::CsvReader reader(in, {.encoding = encoding, .row_bytes_max = 4096});
  std::vector<std::vector<std::string>> rows;
  text::CsvRow row;
  for (std::size_t failures = 0; failures < failures_max;) {
    const auto has_row = reader.next(row);
    if (!has_row)
      ++failures;
    else if (*has_row)
      rows.push_back(row.fields);
    else
      break;
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string file(reinterpret_cast<const char*>(bytes), size);
  const auto rows = rows_of(file, std::nullopt);
  std::string written = "header\n";  // so that no field is taken for a byte order mark
  for (const auto& row : rows)
    text::append_csv_row(written, row);
  auto again = rows_of(written, text::Encoding::utf8);
  base::ensure(!again.empty(), "the header is read");
  again.erase(again.begin());
  base::ensure(again == rows, "rows survive being written");
  return 0;
}
