#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/story_text.h"
#include "ground/base/time.h"

/// Moving a story in time as a whole.
namespace cli {

/// The last day that an `on` statement names; nothing when none does.
[[nodiscard]] std::optional<base::Day> last_day_of(const std::vector<StoryStatement>& statements);

/// An EDTF date of the forms YYYY, YYYY-MM, YYYY-MM-DD, with ~ or ?, or two of them with a
/// slash between, moved by so many days; less exact parts stay less exact. Other text is as it was.
[[nodiscard]] std::string moved_date(std::string_view edtf, std::chrono::days by);

/// Moves every day of `on`, `when`, `until` and `as of` in the statements.
void move_dates(std::vector<StoryStatement>& statements, std::chrono::days by);

}  // namespace cli
