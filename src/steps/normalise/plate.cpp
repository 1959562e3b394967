#include "steps/normalise/plate.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "ground/text/folded_text.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

/// Without what separates the parts of a plate; "・" pads short serials.
std::u32string bare(std::u32string_view folded) {
  constexpr std::u32string_view between = U" -‐‑–—ー−・･.:　\t\n";
  std::u32string out;
  for (const char32_t c : folded)
    if (between.find(c) == std::u32string_view::npos) out += c;
  return out;
}

bool is_figure(char32_t c) {
  return script_of(c) == Script::digit;
}

std::size_t count_run(std::u32string_view text, std::size_t from, auto holds) {
  std::size_t end = from;
  while (end < text.size() && holds(text[end]))
    ++end;
  return end - from;
}

bool is_class_sign(char32_t c) {
  return is_figure(c) || (c >= U'a' && c <= U'z');
}

/// Class (a digit, then one or two digits or letters), one kana, one to four digits at `from`.
std::optional<std::size_t> find_end_of_numbers(std::u32string_view text, std::size_t from) {
  const auto signs = count_run(text, from, is_class_sign);
  if (signs < 2 || signs > 3 || !is_figure(text[from])) return std::nullopt;
  const auto kana = from + signs;
  if (kana >= text.size() || script_of(text[kana]) != Script::hiragana) return std::nullopt;
  const auto digits = count_run(text, kana + 1, is_figure);
  if (digits < 1 || digits > 4) return std::nullopt;
  return kana + 1 + digits;
}

/// Offices have up to four characters (なにわ, 富士山, 尾張小牧).
std::optional<std::u32string> find_japanese(std::u32string_view text) {
  constexpr std::size_t office_max = 4;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const auto end = find_end_of_numbers(text, at);
    if (!end) continue;
    std::size_t office = at;
    while (office > 0 && at - office < office_max &&
           (script_of(text[office - 1]) == Script::han ||
            script_of(text[office - 1]) == Script::hiragana))
      --office;
    if (office < at) return std::u32string(text.substr(office, *end - office));
  }
  return std::nullopt;
}

/// 外, 領, 代 and digits: the plates of missions.
std::optional<std::u32string> find_mission(std::u32string_view text) {
  constexpr std::u32string_view signs = U"外領代";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (signs.find(text[at]) == std::u32string_view::npos) continue;
    const auto digits = count_run(text, at + 1, is_figure);
    if (digits >= 3 && digits <= 6) return std::u32string(text.substr(at, digits + 1));
  }
  return std::nullopt;
}

std::optional<std::u32string> find_foreign(std::u32string_view text) {
  constexpr std::size_t signs_min = 5, signs_max = 9, figures_min = 2;
  const auto digits = std::ranges::count_if(text, is_figure);
  const bool is_plain = std::ranges::all_of(text, [](char32_t c) {
    const auto script = script_of(c);
    return script == Script::digit || script == Script::latin || script == Script::cyrillic;
  });
  if (!is_plain || text.size() < signs_min || text.size() > signs_max ||
      static_cast<std::size_t>(digits) < figures_min ||
      static_cast<std::size_t>(digits) == text.size())
    return std::nullopt;
  return std::u32string(text);
}

}  // namespace

std::string plate_of(std::string_view vehicle) {
  const auto text = bare(folded(vehicle));
  for (const auto& found : {find_japanese(text), find_mission(text), find_foreign(text)})
    if (found) return text::to_utf8(*found);
  return "";
}

}  // namespace normalise
