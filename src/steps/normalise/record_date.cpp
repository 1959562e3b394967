#include "steps/normalise/record_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "ground/text/folded_text.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

struct DatePart {
  std::uint32_t number = 0;
  std::size_t digits = 0;
};

/// The numbers of a field, at most three, and what stands between them.
struct Parts {
  std::array<DatePart, 3> parts{};
  std::size_t count = 0;
  std::uint32_t month = 0;  // by name
  std::uint32_t era = 0;    // year before the first of a Japanese era
  bool is_other = false;    // words that belong to no date
};

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};

struct Era {
  std::string_view name;
  std::uint32_t before;
};
/// Gengo, the year before their first one.
constexpr std::array<Era, 10> eras = {{{"明治", 1867},
                                       {"大正", 1911},
                                       {"昭和", 1925},
                                       {"平成", 1988},
                                       {"令和", 2018},
                                       {"m", 1867},
                                       {"t", 1911},
                                       {"s", 1925},
                                       {"h", 1988},
                                       {"r", 2018}}};

void read_word(std::string_view word, Parts& parts) {
  if (word == "年" || word == "月" || word == "日") return;
  for (const auto& era : eras)
    if (word == era.name && parts.count == 0) {
      parts.era = era.before;
      return;
    }
  if (word.size() >= 3)
    for (std::uint32_t month = 0; month < month_names.size(); ++month)
      if (word.starts_with(month_names[month])) {
        parts.month = month + 1;
        return;
      }
  if (word != "st" && word != "nd" && word != "rd" && word != "th") parts.is_other = true;
}

bool is_mark(char letter) {
  return letter == '-' || letter == '/' || letter == '.' || letter == ' ' || letter == ',';
}

Parts read_parts(std::string_view field) {
  Parts parts;
  for (std::size_t at = 0; at < field.size() && parts.count < 3;) {
    const auto begin = at;
    if (is_digit(field[at])) {
      DatePart part;
      for (; at < field.size() && is_digit(field[at]) && part.digits < 9; ++at, ++part.digits)
        part.number = part.number * 10 + static_cast<std::uint32_t>(field[at] - '0');
      parts.parts[parts.count++] = part;
    } else if (is_mark(field[at])) {
      ++at;
    } else {
      while (at < field.size() && !is_digit(field[at]) && !is_mark(field[at]))
        ++at;
      read_word(field.substr(begin, at - begin), parts);
    }
  }
  return parts;
}

std::uint32_t full_year(DatePart part) {
  if (part.digits > 2) return part.number;
  return part.number <= 30 ? 2000 + part.number : 1900 + part.number;
}

std::uint32_t joined(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  if (year == 0 || year > 9999 || month > 99 || day > 99) return 0;
  return year * 10000 + month * 100 + day;
}

RecordDate date_with_year_last(const Parts& parts) {
  using enum RecordDate::Order;
  const auto first = parts.parts[0].number, second = parts.parts[1].number;
  const auto year = full_year(parts.parts[2]);
  if (first > 12) return {joined(year, second, first), day_first};
  return {joined(year, first, second), second > 12 ? month_first : open};
}

RecordDate date_of(const Parts& parts) {
  const auto& [first, second, third] = parts.parts;
  if (parts.is_other || parts.count == 0) return {};
  if (parts.era != 0) return {joined(parts.era + first.number, second.number, third.number)};
  if (parts.month != 0) {
    if (parts.count == 1) return {joined(full_year(first), parts.month, 0)};
    const bool year_first = first.digits == 4;
    return {joined(full_year(year_first ? first : second), parts.month,
                   year_first ? second.number : first.number)};
  }
  if (parts.count == 1 && first.digits == 8) return {first.number};
  if (parts.count == 1 && first.digits == 6)
    return {joined(first.number / 100, first.number % 100, 0)};
  if (parts.count == 1) return {first.digits == 4 ? joined(first.number, 0, 0) : 0};
  if (first.digits >= 3) return {joined(first.number, second.number, third.number)};
  if (parts.count == 3) return date_with_year_last(parts);
  return {second.digits == 4 ? joined(second.number, first.number, 0) : 0};
}

std::optional<std::uint32_t> plain_iso(std::string_view field) {
  if (field.size() != 10 || field[4] != '-' || field[7] != '-') return std::nullopt;
  std::uint32_t digits = 0;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (at == 4 || at == 7) continue;
    if (!is_digit(field[at])) return std::nullopt;
    digits = digits * 10 + static_cast<std::uint32_t>(field[at] - '0');
  }
  return digits;
}

}  // namespace

RecordDate record_date_of(std::string_view field) {
  if (const auto iso = plain_iso(field)) return {*iso};
  const bool is_plain =
      std::ranges::all_of(field, [](char c) { return is_digit(c) || is_mark(c); });
  if (is_plain) return date_of(read_parts(field));
  std::string small = text::to_utf8(folded(field));
  if (const auto time = small.find('t');
      time != small.npos && time >= 8 && is_digit(small[time - 1]))
    small.resize(time);
  return date_of(read_parts(small));
}

}  // namespace normalise
