#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"

namespace cli {

/// A word of a statement; quoted words keep their blanks.
struct StoryWord {
  std::string text;
  bool is_quoted = false;
};

/// One statement of a scenario (docs/SCENARIOS.md) with what is indented below it.
struct StoryStatement {
  std::size_t line = 0;  ///< 1-based
  std::vector<StoryWord> words;
  std::string text;       ///< the whole line, trimmed
  std::string narrative;  ///< what stands between """ lines below it
  std::vector<StoryStatement> below;

  /// The plain word at `at`, or "" when there is none.
  [[nodiscard]] std::string_view word(std::size_t at) const;

  /// Position of the plain word `text` from `from` on.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view text, std::size_t from = 0) const;

  /// The plain word that follows `text`, or "".
  [[nodiscard]] std::string_view after(std::string_view text) const;

  /// Everything of the line behind the first ": " or " because ", or "".
  [[nodiscard]] std::string reason() const;
};

struct Story {
  std::string title;
  std::string source;
  std::vector<StoryStatement> statements;
};

/// Reads a scenario. Errors say "line N" in the field: a broken quote, an unended narrative,
/// indentation below nothing, no title, over 1 MiB.
[[nodiscard]] base::Result<Story> parse_story(std::string_view text);

}  // namespace cli
