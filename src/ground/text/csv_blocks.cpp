#include "ground/text/csv_blocks.h"

#include <algorithm>
#include <string_view>

#include <fmt/core.h>

namespace text {
namespace {

/// Where the quoted field that begins at `at` has its closing quotation mark; npos: not here.
std::size_t closing_quote(std::string_view rows, std::size_t at) {
  for (++at;; at += 2) {
    at = rows.find('"', at);
    if (at == rows.npos || at + 1 >= rows.size() || rows[at + 1] != '"') return at;
  }
}

/// While this is done, other workers wait for their blocks: a search is faster than a count.
std::size_t line_ends(std::string_view rows) {
  std::size_t count = 0;
  for (auto at = rows.find('\n'); at != rows.npos; at = rows.find('\n', at + 1))
    ++count;
  return count;
}

}  // namespace

std::size_t whole_rows(std::string_view rows, char separator) {
  if (rows.find('"') == rows.npos) {
    const auto last = rows.rfind('\n');
    return last == rows.npos ? 0 : last + 1;
  }
  std::size_t whole = 0;
  bool begins_field = true;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (begins_field && rows[at] == '"') {
      at = closing_quote(rows, at);
      if (at == rows.npos) break;
    }
    begins_field = rows[at] == separator || rows[at] == '\n';
    if (rows[at] == '\n') whole = at + 1;
  }
  return whole;
}

CsvBlocks::CsvBlocks(std::istream& in, const CsvOptions& options, std::size_t block_bytes)
    : options_(options), block_bytes_(block_bytes), stream_(in, options.encoding) {}

bool CsvBlocks::fill() {
  const auto before = held_.size();
  const auto wanted = before + block_bytes_;
  held_.resize(wanted);
  auto size = before;
  while (size < wanted) {
    const auto read = stream_.read(std::span(held_).subspan(size));
    size += read;
    if (read == 0 || wanted - size < 16) {
      at_end_ = read == 0;
      break;
    }
  }
  held_.resize(size);
  return size > before;
}

base::Result<bool> CsvBlocks::next(CsvBlock& block) {
  std::size_t whole = 0;
  while (whole == 0 && !at_end_) {
    if (!fill() && stream_.has_failed())
      return base::fail(base::ErrorKind::unavailable, fmt::format("line {}", line_),
                        "the file cannot be read", "check its name and rights");
    whole = at_end_ ? held_.size() : whole_rows(held_, options_.separator);
    if (whole == 0 && held_.size() > std::max(options_.row_bytes_max, block_bytes_))
      return base::fail(base::ErrorKind::too_large, fmt::format("line {}", line_),
                        "the row is too long",
                        "look for a quotation mark that is not closed, or split the row");
  }
  if (at_end_) whole = held_.size();
  if (whole == 0) return false;
  block.line = line_;
  block.rows.swap(held_);
  held_.assign(block.rows, whole);
  block.rows.resize(whole);
  line_ += line_ends(block.rows);
  return true;
}

}  // namespace text
