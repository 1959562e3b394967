// Attacks the reader of scenarios. Every statement stands on a line of the text.
#include "doors/cli/story_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ground/base/ensure.h"

namespace {

void check(const std::vector<cli::StoryStatement>& statements, std::size_t lines) {
  for (const auto& statement : statements) {
    base::ensure(statement.line >= 1 && statement.line <= lines, "a statement has its line");
    base::ensure(statement.reason().size() <= statement.text.size(), "a reason is of its line");
    check(statement.below, lines);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto story = cli::parse_story(text);
  if (!story) {
    base::ensure(!story.error().issues.empty(), "a refusal has a reason");
    return 0;
  }
  check(story->statements, 1 + static_cast<std::size_t>(std::ranges::count(text, '\n')));
  return 0;
}
