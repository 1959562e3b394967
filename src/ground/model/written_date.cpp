#include "ground/model/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace model {
namespace {

struct Era {
  std::string_view name, sign;
  char letter;
  int year_first, year_last;
};

/// Proclamations of the Cabinet; the first and last calendar year of each era.
constexpr std::array<Era, 5> eras{{
    {"明治", "㍾", 'M', 1868, 1912},
    {"大正", "㍽", 'T', 1912, 1926},
    {"昭和", "㍼", 'S', 1926, 1989},
    {"平成", "㍻", 'H', 1989, 2019},
    {"令和", "㋿", 'R', 2019, 2199},
}};

constexpr std::array<std::string_view, 10> kanji_digits{"〇", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool take(std::string_view& rest, std::string_view start) {
  if (!rest.starts_with(start)) return false;
  rest.remove_prefix(start.size());
  return true;
}

bool take_any(std::string_view& rest, std::initializer_list<std::string_view> starts) {
  return std::ranges::any_of(starts, [&](std::string_view start) { return take(rest, start); });
}

int take_kanji_digit(std::string_view& rest) {
  for (std::size_t digit = 1; digit < kanji_digits.size(); ++digit)
    if (take(rest, kanji_digits[digit])) return static_cast<int>(digit);
  return 0;
}

/// 1 to 9999 in digits, or 1 to 99 in kanji; 0 where there is none.
int take_number(std::string_view& rest) {
  const auto length =
      static_cast<std::size_t>(std::ranges::find_if_not(rest, is_digit) - rest.begin());
  if (length > 4) return 0;
  if (length > 0) {
    int number = 0;
    std::from_chars(rest.data(), rest.data() + length, number);
    rest.remove_prefix(length);
    return number;
  }
  const int before = take_kanji_digit(rest);
  if (!take(rest, "十")) return before;
  return std::max(before, 1) * 10 + take_kanji_digit(rest);
}

std::optional<Era> take_era(std::string_view& rest) {
  for (const auto& era : eras) {
    if (take(rest, era.name) || take(rest, era.sign)) return era;
    const bool is_letter = rest.size() > 1 && (rest[0] == era.letter || rest[0] == era.letter + 32);
    if (!is_letter || !is_digit(rest[1])) continue;
    rest.remove_prefix(1);
    return era;
  }
  return std::nullopt;
}

/// The western year at the start: of an era, or four digits; 0 where there is none.
int take_year(std::string_view& rest, bool& is_era) {
  const auto era = take_era(rest);
  is_era = era.has_value();
  const auto start = rest;
  const int number = era && take(rest, "元") ? 1 : take_number(rest);
  if (!era) return start.size() - rest.size() == 4 ? number : 0;
  if (number < 1 || era->year_first + number - 1 > era->year_last) return 0;
  return era->year_first + number - 1;
}

/// 午後6時30分, 18時半, 18:30, T18:30:00: gone, true if there was one.
bool drop_time(std::string_view& rest) {
  auto tail = rest;
  static_cast<void>(take_any(tail, {"午前", "午後", "T"}));
  const auto start = tail;
  const int hour = take_number(tail);
  if (start.size() == tail.size() || hour > 24) return false;
  if (take(tail, "時")) {
    if (!take(tail, "半") && take_number(tail) > 0) static_cast<void>(take(tail, "分"));
  } else {
    while (take(tail, ":"))
      static_cast<void>(take_number(tail));
  }
  rest = tail;
  return true;
}

void drop_weekday(std::string_view& rest) {
  auto tail = rest;
  if (take(tail, "(") && take_any(tail, {"日", "月", "火", "水", "木", "金", "土"}) &&
      (take(tail, ")") || take(tail, "曜)") || take(tail, "曜日)")))
    rest = tail;
}

std::string edtf_text(int year, int month, int day) {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

struct Parts {
  int month = 0, day = 0;
  bool has_time = false;
};

/// What follows 年.
std::optional<Parts> take_japanese(std::string_view& rest) {
  Parts parts;
  if (rest.empty() || std::string_view("~?%").find(rest.front()) != std::string_view::npos)
    return parts;
  parts.month = take_number(rest);
  if (parts.month == 0 || !take(rest, "月")) return std::nullopt;
  if (rest.empty() || std::string_view("~?%").find(rest.front()) != std::string_view::npos)
    return parts;
  parts.day = take_number(rest);
  if (parts.day == 0 || !take(rest, "日")) return std::nullopt;
  drop_weekday(rest);
  parts.has_time = drop_time(rest);
  return parts;
}

/// What follows the year in 2020/12/1, 2020.12.1, R4-12-1.
std::optional<Parts> take_separated(std::string_view& rest, bool is_era) {
  Parts parts;
  const char mark = rest.empty() ? '\0' : rest.front();
  const bool is_mark = mark == '/' || mark == '.' || (is_era && mark == '-');
  if (!is_mark) return is_era ? std::optional(parts) : std::nullopt;
  rest.remove_prefix(1);
  const auto month_start = rest;
  parts.month = take_number(rest);
  if (parts.month == 0 || month_start.size() - rest.size() > 2) return std::nullopt;
  if (rest.empty() || rest.front() != mark) return parts;
  rest.remove_prefix(1);
  const auto day_start = rest;
  parts.day = take_number(rest);
  if (parts.day == 0 || day_start.size() - rest.size() > 2) return std::nullopt;
  drop_weekday(rest);
  if (!rest.empty() && (rest.front() == ' ' || rest.front() == 'T')) {
    if (rest.front() == ' ') rest.remove_prefix(1);
    if (!drop_time(rest)) return std::nullopt;
    parts.has_time = true;
  }
  return parts;
}

/// A character of the full-width block as ASCII; ~ for a wave dash; the rest as it is.
void append_folded(std::string& out, std::string_view letter) {
  if (letter == "\u3000") {
    out += ' ';
  } else if (letter == "\u301C") {
    out += '~';
  } else if (letter.size() == 3 && letter[0] == '\xEF' &&
             (letter[1] == '\xBC' || letter[1] == '\xBD')) {
    const int point = ((static_cast<unsigned char>(letter[1]) & 0x3F) << 6) |
                      (static_cast<unsigned char>(letter[2]) & 0x3F);  // below 0xF000
    constexpr int first = 0xF01, last = 0xF5E;
    if (point >= first && point <= last)
      out += static_cast<char>(point - first + '!');
    else
      out += letter;
  } else {
    out += letter;
  }
}

std::size_t letter_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::string fold_date_text(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = std::min(letter_bytes(text[at]), text.size() - at);
    append_folded(folded, text.substr(at, length));
    at += length;
  }
  const bool is_japanese =
      std::ranges::any_of(folded, [](char letter) { return static_cast<signed char>(letter) < 0; });
  if (is_japanese) std::erase(folded, ' ');
  const auto start = folded.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return "";
  folded = folded.substr(start, folded.find_last_not_of(" \t\r\n") - start + 1);
  for (const std::string_view about : {"頃", "ごろ", "ころ"})
    if (folded.ends_with(about)) return folded.substr(0, folded.size() - about.size()) + "~";
  return folded;
}

std::optional<std::string> edtf_of_written_date(std::string_view folded) {
  auto rest = folded;
  bool is_era = false;
  const int year = take_year(rest, is_era);
  if (year == 0) return std::nullopt;
  const auto parts = take(rest, "年") ? take_japanese(rest) : take_separated(rest, is_era);
  if (!parts) return std::nullopt;
  auto text = edtf_text(year, parts->month, parts->day);
  if (rest.empty()) return text;
  const bool is_qualified =
      rest.size() == 1 && std::string_view("~?%").find(rest.front()) != std::string_view::npos;
  if (!is_qualified) return std::nullopt;
  return parts->has_time ? text : text + rest.front();
}

}  // namespace model
