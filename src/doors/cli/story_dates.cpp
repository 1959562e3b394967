#include "doors/cli/story_dates.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace cli {
namespace {

using std::chrono::year_month_day;

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The middle of a year or a month stands for it, so that the moved one is the nearest.
std::string moved_single(std::string_view date, std::chrono::days by) {
  const auto year = digits(date.substr(0, 4));
  const bool has_month = date.size() >= 7;
  const bool has_day = date.size() == 10;
  const auto month = has_month ? digits(date.substr(5, 2)) : std::optional(7U);
  const auto day = has_day ? digits(date.substr(8, 2)) : std::optional(has_month ? 15U : 1U);
  const bool has_form = date.size() == 4 || date.size() == 7 || has_day;
  if (!has_form || !year || !month || !day) return std::string(date);
  const year_month_day given(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                             std::chrono::day(*day));
  if (!given.ok()) return std::string(date);
  const year_month_day moved(base::Day(given) + by);
  auto text = fmt::format("{:04}", static_cast<int>(moved.year()));
  if (has_month) text += fmt::format("-{:02}", static_cast<unsigned>(moved.month()));
  if (has_day) text += fmt::format("-{:02}", static_cast<unsigned>(moved.day()));
  return text;
}

std::string moved_part(std::string_view part, std::chrono::days by) {
  std::string_view mark;
  if (part.ends_with('~') || part.ends_with('?')) {
    mark = part.substr(part.size() - 1);
    part.remove_suffix(1);
  }
  return moved_single(part, by) + std::string(mark);
}

bool is_before_date(const StoryStatement& line, std::size_t at) {
  const auto word = line.word(at);
  if (at == 0) return word == "on" || word == "when";
  return word == "until" || (word == "of" && line.word(at - 1) == "as");
}

void move_line(StoryStatement& line, std::chrono::days by) {
  for (std::size_t at = 0; at + 1 < line.words.size(); ++at)
    if (is_before_date(line, at)) line.words[at + 1].text = moved_date(line.words[at + 1].text, by);
  move_dates(line.below, by);
}

}  // namespace

std::optional<base::Day> last_day_of(const std::vector<StoryStatement>& statements) {
  std::optional<base::Day> last;
  for (const auto& line : statements) {
    if (line.word(0) != "on") continue;
    const auto day = base::parse_day(line.word(1));
    if (day && (!last || *day > *last)) last = *day;
  }
  return last;
}

std::string moved_date(std::string_view edtf, std::chrono::days by) {
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return moved_part(edtf, by);
  return moved_part(edtf.substr(0, slash), by) + "/" + moved_part(edtf.substr(slash + 1), by);
}

void move_dates(std::vector<StoryStatement>& statements, std::chrono::days by) {
  for (auto& line : statements)
    move_line(line, by);
}

}  // namespace cli
