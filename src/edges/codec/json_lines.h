#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

#include "ground/base/error.h"

/// JSON Lines: one JSON value a line.
namespace codec {

/// One line of a JSON Lines file, without its end (LF or CR LF).
struct JsonLine {
  std::size_t number = 0;  ///< from 1, blank lines counted
  std::string text;        ///< empty where too_long
  bool too_long = false;
};

/// The lines of a file that are not blank, one at a time, none held longer than `bytes_max`;
/// a longer one is skipped and said. A byte order mark at the start is dropped.
class JsonLines {
 public:
  explicit JsonLines(std::istream& in, std::size_t bytes_max = 1 << 20)
      : in_(in), bytes_max_(bytes_max) {}
  [[nodiscard]] std::optional<JsonLine> next();

 private:
  [[nodiscard]] bool read_line(JsonLine& line);

  std::istream& in_;
  std::size_t bytes_max_;
  std::size_t number_ = 0;
};

/// The same error, each pointer with "line 3 " before it.
[[nodiscard]] base::Error at_line(base::Error error, std::size_t number);

}  // namespace codec
