#include "steps/normalise/place.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "ground/text/unicode.h"
#include "steps/normalise/gazetteer.h"

namespace normalise {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// As a word of its own, so that "ota-ku" is not found in "kyota-ku".
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
      return true;
  }
  return false;
}

bool is_code(std::string_view area) {
  return (area.size() == 5 || area.size() == 6) &&
         std::ranges::all_of(area, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string area_named_in(std::string_view text) {
  const auto folded = text::nfkc_casefold(text);
  for (const auto& [japanese, latin, code] : named_areas())
    if (folded.find(japanese) != std::string::npos || has_word(folded, latin))
      return std::string(code);
  return "";
}

std::string area_of(const model::Place& place) {
  if (is_code(place.area)) return place.area.substr(0, 5);
  return area_named_in(place.text);
}

std::string prefecture_of(std::string_view area) {
  return std::string(area.substr(0, 2));
}

std::int32_t month_of_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return (static_cast<int>(date.year()) - 1970) * 12 +
         static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1;
}

}  // namespace normalise
