#pragma once

#include <span>
#include <string_view>

namespace render {

/// One text of data/problems.ja.json. `{}` is a place in `english`; `{0}` puts the piece of the
/// first place into `japanese`, `{0:text}` puts it there translated.
struct ProblemRow {
  std::string_view english, japanese;
};

/// All of them, sorted by `english`, carried inside the program. The views live as long as it.
[[nodiscard]] std::span<const ProblemRow> problem_rows();

}  // namespace render
