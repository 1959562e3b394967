#include "ground/text/csv.h"

#include <algorithm>

#include <fmt/core.h>

#include "ground/text/unicode.h"

namespace text {
namespace {

using base::ErrorKind;

std::unexpected<base::Error> refuse(ErrorKind kind, std::size_t line, std::size_t column,
                                    const char* problem, const char* next_step) {
  return base::fail(kind, fmt::format("line {}, column {}", line, column), problem, next_step);
}

}  // namespace

CsvReader::CsvReader(std::istream& in, const CsvOptions& options)
    : options_(options), stream_(in, options.encoding) {}

base::Result<bool> CsvReader::next(CsvRow& row) {
  do {
    column_ = 1;
    if (!has_more()) {
      if (!stream_.has_failed()) return false;
      return refuse(ErrorKind::unavailable, line_, column_, "the file cannot be read",
                    "check its name and rights");
    }
    row.line = line_;
    row.fields.clear();
    row_bytes_ = 0;
    if (auto read = read_row(row); !read) return pass_on(read);
  } while (is_empty_line_);
  return true;
}

bool CsvReader::has_more() {
  if (at_ < size_) return true;
  at_ = 0;
  size_ = stream_.read(buffer_);
  return size_ > 0;
}

base::Result<void> CsvReader::read_row(CsvRow& row) {
  for (;; ++column_) {
    auto& field = row.fields.emplace_back();
    const bool is_quoted = has_more() && buffer_[at_] == '"';
    auto ending = is_quoted ? read_quoted(field) : read_plain(field);
    if (!ending) {
      skip_line();
      return pass_on(ending);
    }
    auto checked = check(field);
    if (!checked && *ending == Ending::field) skip_line();
    if (*ending == Ending::row) ++line_;
    if (!checked) return pass_on(checked);
    if (*ending == Ending::row) {
      is_empty_line_ = column_ == 1 && field.empty() && !is_quoted;
      return {};
    }
  }
}

base::Result<CsvReader::Ending> CsvReader::read_plain(std::string& field) {
  while (has_more()) {
    const auto* begin = buffer_.data();
    const auto* stop = std::find_if(begin + at_, begin + size_, [this](char letter) {
      return letter == '\n' || letter == options_.separator;
    });
    const auto end = static_cast<std::size_t>(stop - begin);
    if (auto taken = take(field, end); !taken) return pass_on(taken);
    if (end == size_) continue;
    if (buffer_[at_++] == options_.separator) return Ending::field;
    if (field.ends_with('\r')) field.pop_back();
    return Ending::row;
  }
  return Ending::row;
}

base::Result<CsvReader::Ending> CsvReader::read_quoted(std::string& field) {
  const auto opened_at = line_;
  ++at_;
  while (has_more()) {
    const auto* begin = buffer_.data();
    const auto* stop = std::find(begin + at_, begin + size_, '"');
    const auto end = static_cast<std::size_t>(stop - begin);
    line_ += static_cast<std::size_t>(std::count(begin + at_, stop, '\n'));
    if (auto taken = take(field, end); !taken) return pass_on(taken);
    if (end == size_) continue;
    ++at_;
    if (!has_more() || buffer_[at_] != '"') return end_of_quoted();
    field += '"';
    ++at_;
  }
  return refuse(ErrorKind::invalid_input, opened_at, column_,
                "a quotation mark is opened here and never closed",
                "close it, or double it where it is part of the text");
}

base::Result<CsvReader::Ending> CsvReader::end_of_quoted() {
  if (!has_more()) return Ending::row;
  char letter = buffer_[at_++];
  if (letter == options_.separator) return Ending::field;
  if (letter == '\r' && has_more()) letter = buffer_[at_++];
  if (letter == '\n') return Ending::row;
  return refuse(ErrorKind::invalid_input, line_, column_, "text follows the closing quotation mark",
                "double a quotation mark that is part of the text");
}

base::Result<void> CsvReader::take(std::string& field, std::size_t end) {
  row_bytes_ += end - at_;
  if (row_bytes_ > options_.row_bytes_max) {
    return refuse(ErrorKind::too_large, line_, column_, "the row is too long",
                  "look for a quotation mark that is not closed, or split the row");
  }
  field.append(buffer_.data() + at_, end - at_);
  at_ = end;
  return {};
}

base::Result<void> CsvReader::check(const std::string& field) const {
  const bool is_utf8 = encoding() == Encoding::utf8;
  const bool is_text =
      is_utf8 ? is_valid_utf8(field) : field.find(replacement_character) == field.npos;
  if (!is_text) {
    return refuse(ErrorKind::invalid_input, line_, column_,
                  "the bytes are no text in the encoding of the file", "save the file as UTF-8");
  }
  if (field.find('\0') != field.npos) {
    return refuse(ErrorKind::invalid_input, line_, column_, "the field holds a NUL character",
                  "save the file as UTF-8 text");
  }
  return {};
}

void CsvReader::skip_line() {
  while (has_more()) {
    if (buffer_[at_++] != '\n') continue;
    ++line_;
    return;
  }
}

void append_csv_row(std::string& out, std::span<const std::string> fields, char separator) {
  const std::string special{separator, '"', '\n', '\r'};
  bool is_first = true;
  for (const auto& field : fields) {
    if (!is_first) out += separator;
    is_first = false;
    if (field.find_first_of(special) == field.npos) {
      out += field;
      continue;
    }
    out += '"';
    for (const char letter : field) {
      if (letter == '"') out += '"';
      out += letter;
    }
    out += '"';
  }
  // A lone empty field would be an empty line, which readers pass over.
  if (fields.size() == 1 && fields.front().empty()) out += "\"\"";
  out += '\n';
}

}  // namespace text
