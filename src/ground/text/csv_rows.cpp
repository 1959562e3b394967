#include "ground/text/csv_rows.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include <fmt/core.h>

#include "ground/text/unicode.h"

namespace text {
namespace {

std::unexpected<base::Error> refuse(std::size_t line, std::size_t column, const char* problem,
                                    const char* next_step) {
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}, column {}", line, column),
                    problem, next_step);
}

constexpr std::uint64_t every_byte = 0x0101010101010101U, every_high_bit = every_byte << 7U;

std::uint64_t eight_bytes(const char* place) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, place, sizeof bytes);
  return bytes;
}

/// The high bit of each byte that is zero, and of some that stand above one.
std::uint64_t zero_bytes(std::uint64_t bytes) {
  return (bytes - every_byte) & ~bytes & every_high_bit;
}

bool is_plain_ascii(std::string_view bytes) {
  std::uint64_t trouble = 0;
  for (; bytes.size() >= sizeof trouble; bytes.remove_prefix(sizeof trouble)) {
    const auto eight = eight_bytes(bytes.data());
    trouble |= (eight & every_high_bit) | zero_bytes(eight);
  }
  for (const char byte : bytes)
    trouble |= byte == '\0' || static_cast<unsigned char>(byte) >= 0x80;
  return trouble == 0;
}

/// Where the field that begins at `at` ends, if it is not quoted: eight bytes a step, for fields
/// are too short for a search of either sign.
std::size_t end_of_field(std::string_view rows, std::size_t at, char separator) {
  const auto separators = every_byte * static_cast<unsigned char>(separator);
  constexpr auto line_ends = every_byte * static_cast<unsigned char>('\n');
  if constexpr (std::endian::native == std::endian::little)
    for (; at + sizeof separators <= rows.size(); at += sizeof separators) {
      const auto eight = eight_bytes(rows.data() + at);
      const auto found = zero_bytes(eight ^ separators) | zero_bytes(eight ^ line_ends);
      if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  while (at < rows.size() && rows[at] != separator && rows[at] != '\n')
    ++at;
  return at;
}

}  // namespace

CsvRows::CsvRows(const CsvBlock& block, char separator)
    : rows_(block.rows),
      separator_(separator),
      is_plain_(is_plain_ascii(block.rows)),
      line_(block.line) {}

base::Result<bool> CsvRows::next() {
  for (;;) {
    if (at_ >= rows_.size()) return false;
    row_line_ = line_;
    fields_.clear();
    written_count_ = 0;
    was_quoted_ = false;
    if (auto read = read_row(); !read) {
      skip_line();
      return pass_on(read);
    }
    ++line_;
    if (fields_.size() == 1 && fields_.front().empty() && !was_quoted_) continue;
    if (auto checked = check(); !checked) return pass_on(checked);
    return true;
  }
}

base::Result<void> CsvRows::read_row() {
  has_ended_row_ = false;
  while (!has_ended_row_) {
    if (at_ < rows_.size() && rows_[at_] == '"') {
      if (auto read = read_quoted(); !read) return read;
      continue;
    }
    const auto begin = at_;
    at_ = end_of_field(rows_, begin, separator_);
    auto field = rows_.substr(begin, at_ - begin);
    has_ended_row_ = at_ >= rows_.size() || rows_[at_] == '\n';
    if (has_ended_row_ && at_ < rows_.size() && field.ends_with('\r')) field.remove_suffix(1);
    fields_.push_back(field);
    ++at_;
  }
  return {};
}

base::Result<void> CsvRows::read_quoted() {
  const auto opened_at = line_;
  const auto column = fields_.size() + 1;
  const auto begin = ++at_;
  bool has_doubled = false;
  for (;;) {
    const auto end = rows_.find('"', at_);
    if (end == rows_.npos) {
      at_ = begin;
      line_ = opened_at;
      return refuse(opened_at, column, "a quotation mark is opened here and never closed",
                    "close it, or double it where it is part of the text");
    }
    line_ += static_cast<std::size_t>(std::ranges::count(rows_.substr(at_, end - at_), '\n'));
    at_ = end + 1;
    if (at_ >= rows_.size() || rows_[at_] != '"') break;
    has_doubled = true;
    ++at_;
  }
  std::string_view field = rows_.substr(begin, at_ - 1 - begin);
  if (has_doubled) {
    if (written_.size() == written_count_) written_.resize(written_count_ + 8);
    auto& written = written_[written_count_++];
    written.clear();
    for (std::size_t at = 0; at < field.size(); ++at) {
      written += field[at];
      if (field[at] == '"') ++at;
    }
    field = written;
  }
  was_quoted_ = true;
  fields_.push_back(field);
  if (at_ < rows_.size() && rows_[at_] == separator_) {
    ++at_;
    return {};
  }
  if (at_ + 1 < rows_.size() && rows_[at_] == '\r') ++at_;
  has_ended_row_ = at_ >= rows_.size() || rows_[at_] == '\n';
  if (!has_ended_row_)
    return refuse(line_, column, "text follows the closing quotation mark",
                  "double a quotation mark that is part of the text");
  ++at_;
  return {};
}

base::Result<void> CsvRows::check() const {
  if (is_plain_) return {};
  for (std::size_t index = 0; index < fields_.size(); ++index) {
    const auto field = fields_[index];
    if (!is_valid_utf8(field) || field.find(replacement_character) != field.npos)
      return refuse(row_line_, index + 1, "the bytes are no text in the encoding of the file",
                    "save the file as UTF-8");
    if (field.find('\0') != field.npos)
      return refuse(row_line_, index + 1, "the field holds a NUL character",
                    "save the file as UTF-8 text");
  }
  return {};
}

void CsvRows::skip_line() {
  const auto end = rows_.find('\n', at_);
  at_ = end == rows_.npos ? rows_.size() : end + 1;
  ++line_;
}

}  // namespace text
