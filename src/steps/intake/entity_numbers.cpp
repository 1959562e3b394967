#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "steps/intake/entity_scan.h"

namespace intake {
namespace {

using model::EntityKind;

// ---- phones

bool is_separator(char32_t c) {
  return c == U'-' || c == U' ' || c == U'(' || c == U')' || c == U'.' || c == 0x30FC ||
         (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/// E.164 of the digits as dialled, or "" where they are no obvious phone number.
std::string e164(bool has_plus, std::string digits) {
  constexpr std::size_t shortest = 9, longest = 15;  // ITU-T E.164: 15 digits at most
  if (!has_plus && digits.starts_with("010") && digits.size() > 11) {
    digits.erase(0, 3);  // the Japanese prefix for calls abroad
    has_plus = true;
  }
  if (has_plus) {
    if (digits.starts_with("810")) digits.erase(2, 1);  // "+81 (0)90"
    return digits.size() >= shortest && digits.size() <= longest ? "+" + digits : "";
  }
  if (digits.size() < 10 || digits[0] != '0' || digits[1] == '0') return "";
  const auto prefix = std::string_view(digits).substr(0, 3);
  const bool is_mobile = prefix == "050" || prefix == "070" || prefix == "080" || prefix == "090";
  const bool is_toll_free = digits.starts_with("0800");
  if (digits.size() != (is_mobile || is_toll_free ? 11U : 10U)) return "";
  return "+81" + digits.substr(1);
}

// ---- dates

struct Era {
  std::u32string_view name, letter;
  int year_zero;  ///< year 1 is the next
};
constexpr auto eras = std::to_array<Era>(
    {{U"令和", U"r", 2018}, {U"平成", U"h", 1988}, {U"昭和", U"s", 1925}, {U"大正", U"t", 1911}});
constexpr auto months = std::to_array<std::u32string_view>(
    {U"january", U"february", U"march", U"april", U"may", U"june", U"july", U"august", U"september",
     U"october", U"november", U"december"});

struct DateParts {
  std::optional<int> year, month, day;
  std::optional<int> season;  ///< 21 spring to 24 winter, as in EDTF
  bool is_approximate = false;
};

struct Season {
  std::u32string_view word;
  int code;
};
constexpr auto seasons = std::to_array<Season>({{U"spring", 21},
                                                {U"summer", 22},
                                                {U"autumn", 23},
                                                {U"winter", 24},
                                                {U"春", 21},
                                                {U"夏", 22},
                                                {U"秋", 23},
                                                {U"冬", 24}});

std::optional<int> take_season(Reader& reader) {
  for (const auto& season : seasons)
    if (reader.take(season.word)) return season.code;
  return std::nullopt;
}

bool is_plausible(const DateParts& parts) {
  static constexpr auto last_days = std::to_array({31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31});
  if (parts.year && (*parts.year < 1900 || *parts.year > 2199)) return false;
  if (parts.month && (*parts.month < 1 || *parts.month > 12)) return false;
  if (!parts.day) return true;
  if (!parts.month || *parts.day < 1) return false;
  if (*parts.day > last_days[static_cast<std::size_t>(*parts.month - 1)]) return false;
  const int year = parts.year.value_or(2000);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return leap || *parts.month != 2 || *parts.day < 29;
}

std::string edtf(const DateParts& parts) {
  std::string result = parts.year ? fmt::format("{:04}", *parts.year) : "XXXX";
  if (parts.season) result += fmt::format("-{}", *parts.season);
  if (parts.month) result += fmt::format("-{:02}", *parts.month);
  if (parts.day) result += fmt::format("-{:02}", *parts.day);
  return parts.is_approximate ? result + "~" : result;
}

std::optional<int> take_year_ja(Reader& reader) {
  Reader trial = reader;
  std::optional<int> year;
  for (const auto& era : eras) {
    if (!trial.take(era.name)) continue;
    const auto of_era = trial.take(U"元") ? std::optional(1) : trial.take_number(2);
    if (of_era) year = era.year_zero + *of_era;
    break;
  }
  if (trial.at == reader.at) year = trial.take_number(4);
  if (!year || *year < 1900 || !trial.take(U"年")) return std::nullopt;
  reader = trial;
  return year;
}

/// 令和4年12月1日, 2021年5月, 5月3日, 2021年 ...
std::optional<DateParts> take_date_ja(Reader& reader) {
  DateParts parts;
  parts.year = take_year_ja(reader);
  Reader trial = reader;
  if (const auto month = trial.take_number(2); month && trial.take(U"月")) {
    parts.month = month;
    reader = trial;
    if (const auto day = trial.take_number(2); day && trial.take(U"日")) {
      parts.day = day;
      reader = trial;
    }
  }
  if (!parts.year && !parts.day) return std::nullopt;  // "5月" alone says too little
  if (!parts.month) {
    trial = reader;
    trial.take(U"の");
    if ((parts.season = take_season(trial))) reader = trial;
  }
  for (const std::u32string_view about : {U"頃", U"ごろ", U"ころ"})
    parts.is_approximate = parts.is_approximate || reader.text.substr(reader.at).starts_with(about);
  return parts;
}

/// 2021-05-03, 2021/5/3, 2021.5.3, 2021-05, r4.12.1
std::optional<DateParts> take_date_numeric(Reader& reader) {
  DateParts parts;
  Reader trial = reader;
  for (const auto& era : eras)
    if (!parts.year && trial.take(era.letter)) {
      const auto of_era = trial.take_number(2);
      if (!of_era || trial.peek() != U'.') return std::nullopt;
      parts.year = era.year_zero + *of_era;
    }
  if (!parts.year) parts.year = trial.take_number(4);
  if (!parts.year || *parts.year < 1900) return std::nullopt;
  const char32_t separator = trial.peek();
  if (separator != U'-' && separator != U'/' && separator != U'.') return std::nullopt;
  ++trial.at;
  parts.month = trial.take_number(2);
  if (!parts.month) return std::nullopt;
  if (trial.peek() == separator) {
    Reader day = trial;
    ++day.at;
    parts.day = day.take_number(2);
    if (parts.day) trial = day;
  }
  if (!parts.day && separator != U'-') return std::nullopt;  // "2021/5" may be a fraction
  if (is_ascii_alnum(trial.peek()) || trial.peek() == separator) return std::nullopt;
  reader = trial;
  return parts;
}

std::optional<int> take_month_en(Reader& reader) {
  for (std::size_t index = 0; index < months.size(); ++index) {
    for (const auto name : {months[index], months[index].substr(0, 3)}) {
      Reader trial = reader;
      if (!trial.take(name)) continue;
      if (is_ascii_letter(trial.peek())) continue;
      Reader stop = trial;
      if (name.size() < months[index].size() && stop.take(U".") && stop.take_blank() &&
          is_digit(stop.peek()))
        trial.take(U".");
      reader = trial;
      return static_cast<int>(index) + 1;
    }
  }
  return std::nullopt;
}

std::optional<int> take_day_en(Reader& reader) {
  Reader trial = reader;
  const auto day = trial.take_number(2);
  if (!day) return std::nullopt;
  for (const std::u32string_view ending : {U"st", U"nd", U"rd", U"th"})
    if (trial.take(ending)) break;
  if (is_ascii_alnum(trial.peek())) return std::nullopt;
  reader = trial;
  return day;
}

std::optional<int> take_year_en(Reader& reader) {
  Reader trial = reader;
  trial.take(U",");
  trial.take_blank();
  const auto year = trial.take_number(4);
  if (!year || *year < 1900 || is_ascii_letter(trial.peek())) return std::nullopt;
  reader = trial;
  return year;
}

/// 3 May 2021, 3rd of May, May 3, 2021, May 2021
std::optional<DateParts> take_date_en(Reader& reader) {
  DateParts parts;
  Reader trial = reader;
  parts.day = take_day_en(trial);
  if (parts.day) {
    if (!trial.take_blank()) return std::nullopt;
    trial.take(U"of ");
  }
  parts.month = take_month_en(trial);
  if (!parts.month) return std::nullopt;
  if (!parts.day && trial.peek() == U' ') {
    Reader day = trial;
    day.take_blank();
    parts.day = take_day_en(day);
    if (parts.day) trial = day;
  }
  parts.year = take_year_en(trial);
  if (!parts.day && !parts.year) return std::nullopt;  // "may" is also a verb
  reader = trial;
  return parts;
}

bool stands_after_any(std::u32string_view text, std::size_t at,
                      std::initializer_list<std::u32string_view> words) {
  const auto before = text.substr(0, at);
  return std::ranges::any_of(words, [&](auto word) {
    return before.ends_with(word) && (before.size() == word.size() ||
                                      !is_ascii_alnum(before[before.size() - word.size() - 1]));
  });
}

/// "spring of 2020"; and what only a word before shows to be a date: "in June", "since 2021".
std::optional<DateParts> take_loose_date_en(Reader& reader) {
  DateParts parts;
  Reader trial = reader;
  if ((parts.season = take_season(trial))) {
    trial.take_blank();
    trial.take(U"of ");
    parts.year = trial.take_number(4);
    if (!parts.year || is_ascii_letter(trial.peek())) return std::nullopt;
  } else {
    if (!stands_after_any(reader.text, reader.at,
                          {U"in ", U"since ", U"until ", U"early ", U"late ", U"mid ", U"last "}))
      return std::nullopt;
    parts.month = take_month_en(trial);
    if (!parts.month) parts.year = trial.take_number(4);
    constexpr int year_min = 1950, year_max = 2099;  // "in 1200 pieces" is none
    if (parts.year && (*parts.year < year_min || *parts.year > year_max)) return std::nullopt;
    if (!parts.month && !parts.year) return std::nullopt;
    const bool goes_on =
        is_ascii_alnum(trial.peek()) || trial.peek() == U'-' ||
        (trial.peek() == U' ' && parts.year && !parts.month && trial.at + 1 < trial.text.size() &&
         (trial.text.substr(trial.at + 1).starts_with(U"yen") ||
          trial.text.substr(trial.at + 1).starts_with(U"dollar") ||
          trial.text.substr(trial.at + 1).starts_with(U"euro")));
    if (goes_on) return std::nullopt;
  }
  reader = trial;
  return parts;
}

bool stands_after_about(std::u32string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  return before.ends_with(U"around ") || before.ends_with(U"about ") || before.ends_with(U"circa ");
}

// ---- money

struct Currency {
  std::u32string_view word;
  std::string_view code;
};
constexpr auto currencies_before = std::to_array<Currency>({{U"¥", "JPY"},
                                                            {U"$", "USD"},
                                                            {U"us$", "USD"},
                                                            {U"€", "EUR"},
                                                            {U"£", "GBP"},
                                                            {U"usd", "USD"},
                                                            {U"jpy", "JPY"},
                                                            {U"eur", "EUR"},
                                                            {U"gbp", "GBP"},
                                                            {U"cny", "CNY"},
                                                            {U"btc", "XBT"}});
constexpr auto currencies_after = std::to_array<Currency>(
    {{U"円", "JPY"},       {U"ドル", "USD"},       {U"米ドル", "USD"},  {U"ユーロ", "EUR"},
     {U"元", "CNY"},       {U"人民元", "CNY"},     {U"ポンド", "GBP"},  {U"ビットコイン", "XBT"},
     {U"yen", "JPY"},      {U"us dollars", "USD"}, {U"dollars", "USD"}, {U"dollar", "USD"},
     {U"euros", "EUR"},    {U"euro", "EUR"},       {U"pounds", "GBP"},  {U"yuan", "CNY"},
     {U"bitcoins", "XBT"}, {U"bitcoin", "XBT"},    {U"usd", "USD"},     {U"jpy", "JPY"},
     {U"eur", "EUR"},      {U"rmb", "CNY"},        {U"usdt", "USDT"},   {U"btc", "XBT"},
     {U"円分", "JPY"}});

struct Scale {
  std::u32string_view word;
  double factor;
};
constexpr auto scales = std::to_array<Scale>({{U"百万", 1e6},
                                              {U"千万", 1e7},
                                              {U"百", 1e2},
                                              {U"千", 1e3},
                                              {U"万", 1e4},
                                              {U"億", 1e8},
                                              {U"million", 1e6},
                                              {U"thousand", 1e3},
                                              {U"hundred", 1e2},
                                              {U"k", 1e3}});
constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九";

struct NumberWord {
  std::u32string_view word;
  double value;
};
constexpr auto number_words = std::to_array<NumberWord>({{U"half a ", 0.5},
                                                         {U"a ", 1},
                                                         {U"one ", 1},
                                                         {U"two ", 2},
                                                         {U"three ", 3},
                                                         {U"four ", 4},
                                                         {U"five ", 5},
                                                         {U"six ", 6},
                                                         {U"seven ", 7},
                                                         {U"eight ", 8},
                                                         {U"nine ", 9},
                                                         {U"ten ", 10},
                                                         {U"twelve ", 12},
                                                         {U"fifteen ", 15},
                                                         {U"twenty ", 20},
                                                         {U"thirty ", 30},
                                                         {U"forty ", 40},
                                                         {U"fifty ", 50}});

/// "two hundred", "half a million": only before a scale, since "a dollar" is a way of speaking.
std::optional<double> take_number_word(Reader& reader) {
  for (const auto& number : number_words) {
    Reader trial = reader;
    if (!trial.take(number.word)) continue;
    for (const std::u32string_view scale : {U"million", U"thousand", U"hundred"})
      if (trial.text.substr(trial.at).starts_with(scale)) {
        reader = trial;
        return number.value;
      }
  }
  return std::nullopt;
}

/// "50 000 JPY": a blank before exactly three digits.
bool is_group_of_three(const Reader& reader) {
  constexpr std::size_t group = 3;
  const auto rest = reader.text.substr(reader.at + 1, group + 1);
  return rest.size() >= group && std::ranges::all_of(rest.substr(0, group), is_digit) &&
         (rest.size() == group || !is_digit(rest[group]));
}

/// 50,000 / 1.5 / 十 / 三; nothing where no number stands.
std::optional<double> take_amount(Reader& reader) {
  constexpr std::size_t digits_max = 12;
  const auto digit = kanji_digits.find(reader.peek());
  if (!reader.is_at_end() && digit != std::u32string_view::npos) {
    ++reader.at;
    return static_cast<double>(digit) * (reader.take(U"十") ? 10 : 1);
  }
  if (reader.take(U"十")) return 10;
  if (const auto value = take_number_word(reader)) return value;
  double value = 0, unit = 1;
  std::size_t digits = 0;
  bool in_fraction = false;
  for (; digits < digits_max; ++reader.at) {
    const char32_t c = reader.peek();
    const bool digit_follows =
        reader.at + 1 < reader.text.size() && is_digit(reader.text[reader.at + 1]);
    if (is_digit(c)) {
      ++digits;
      if (in_fraction) unit /= 10;
      value = in_fraction ? value + unit * (c - U'0') : value * 10 + (c - U'0');
    } else if (c == U'.' && !in_fraction && digits > 0 && digit_follows) {
      in_fraction = true;
    } else if (c == U' ' && is_group_of_three(reader)) {
      continue;
    } else if (c != U',' || digits == 0 || !digit_follows) {
      break;
    }
  }
  return digits > 0 && !is_digit(reader.peek()) ? std::optional(value) : std::nullopt;
}

double take_scale(Reader& reader) {
  Reader trial = reader;
  trial.take_blank();
  for (const auto& scale : scales)
    if (trial.take(scale.word) &&
        !(is_ascii_letter(scale.word[0]) && is_ascii_letter(trial.peek()))) {
      reader = trial;
      return scale.factor * take_scale(reader);
    }
  return 1;
}

std::optional<std::string_view> take_currency(Reader& reader, const auto& currencies) {
  for (const auto& currency : currencies) {
    Reader trial = reader;
    trial.take_blank();
    if (!trial.take(currency.word)) continue;
    if (is_ascii_letter(currency.word.back()) && is_ascii_letter(trial.peek())) continue;
    reader = trial;
    return currency.code;
  }
  return std::nullopt;
}

std::string money_value(std::string_view currency, double amount) {
  return fmt::format("{} {}", currency, std::round(amount * 100) / 100);
}

/// 数万円, 数千ドル: a sum without a value.
std::optional<FoundEntity> scan_vague_money(std::u32string_view text, std::size_t at) {
  Reader reader{text, at};
  if (!reader.take(U"数")) return std::nullopt;
  reader.take(U"十");
  const auto from = reader.at;
  take_scale(reader);
  if (reader.at == from || !take_currency(reader, currencies_after)) return std::nullopt;
  return FoundEntity{EntityKind::money, at, reader.at, ""};
}

}  // namespace

std::optional<FoundEntity> scan_phone(std::u32string_view text, std::size_t at) {
  constexpr std::size_t length_max = 30;
  Reader reader{text, at};
  const bool has_plus = reader.take(U"+");
  std::string digits;
  std::optional<FoundEntity> best;
  std::size_t separators = 0;
  for (; reader.at < text.size() && reader.at - at < length_max; ++reader.at) {
    if (is_digit(reader.peek())) {
      digits.push_back(static_cast<char>(reader.peek()));
      separators = 0;
      const bool group_ends = reader.at + 1 == text.size() || !is_ascii_alnum(text[reader.at + 1]);
      if (!group_ends) continue;
      if (auto value = e164(has_plus, digits); !value.empty())
        best = FoundEntity{EntityKind::phone, at, reader.at + 1, std::move(value)};
    } else if (!is_separator(reader.peek()) || ++separators > 2) {
      break;
    }
  }
  return best;
}

std::optional<FoundEntity> scan_date(std::u32string_view text, std::size_t at) {
  const bool is_torn = at > 0 && (text[at - 1] == U'年' || text[at - 1] == U'月');
  if (is_torn) return std::nullopt;  // the rest of a date that was refused
  for (const auto take : {take_date_ja, take_date_numeric, take_date_en, take_loose_date_en}) {
    Reader reader{text, at};
    auto parts = take(reader);
    if (!parts || !is_plausible(*parts)) continue;
    parts->is_approximate = parts->is_approximate || stands_after_about(text, at);
    return FoundEntity{EntityKind::date, at, reader.at, edtf(*parts)};
  }
  return std::nullopt;
}

std::optional<FoundEntity> scan_money(std::u32string_view text, std::size_t at) {
  if (auto vague = scan_vague_money(text, at)) return vague;
  Reader reader{text, at};
  auto currency = take_currency(reader, currencies_before);
  if (currency) reader.take_blank();
  auto amount = take_amount(reader);
  const auto number_end = reader.at;
  const double scale = take_scale(reader);
  if (!amount && !currency && reader.at > number_end) amount = 1;  // 千円
  if (!amount) return std::nullopt;
  if (!currency) currency = take_currency(reader, currencies_after);
  if (!currency) return std::nullopt;
  return FoundEntity{EntityKind::money, at, reader.at, money_value(*currency, *amount * scale)};
}

}  // namespace intake
