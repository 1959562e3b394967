#include "edges/codec/json_lines.h"

#include <string_view>

#include "ground/base/blank.h"

namespace codec {
namespace {}  // namespace

bool JsonLines::read_line(JsonLine& line) {
  using Traits = std::istream::traits_type;
  line = {++number_, "", false};
  auto* buffer = in_.rdbuf();
  auto letter = buffer->sbumpc();
  if (Traits::eq_int_type(letter, Traits::eof())) return false;
  for (; !Traits::eq_int_type(letter, Traits::eof()) && letter != '\n'; letter = buffer->sbumpc()) {
    if (line.text.size() >= bytes_max_) line.too_long = true;
    if (!line.too_long) line.text += Traits::to_char_type(letter);
  }
  return true;
}

std::optional<JsonLine> JsonLines::next() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  JsonLine line;
  while (read_line(line)) {
    if (line.number == 1 && line.text.starts_with(byte_order_mark))
      line.text.erase(0, byte_order_mark.size());
    if (line.too_long) {
      line.text.clear();
      return line;
    }
    if (line.text.ends_with('\r')) line.text.pop_back();
    if (!base::is_blank(line.text)) return line;
  }
  return std::nullopt;
}

base::Error at_line(base::Error error, std::size_t number) {
  for (auto& issue : error.issues)
    issue.pointer =
        "line " + std::to_string(number) + (issue.pointer.empty() ? "" : " ") + issue.pointer;
  return error;
}

}  // namespace codec
