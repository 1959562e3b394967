#include "steps/normalise/record_words.h"

#include <algorithm>
#include <array>

#include "ground/text/folded_text.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/nicknames.h"
#include "steps/normalise/romanise.h"
#include "steps/normalise/script.h"
#include "steps/normalise/skeleton.h"

namespace normalise {
namespace {

constexpr std::size_t sound_bytes_max = 24;
constexpr char dropped = '\0';

/// A letter or digit as it is kept, ' ' for what parts words, `dropped` for what does neither.
constexpr std::array<char, 128> kept_letters = [] {
  std::array<char, 128> table{};
  for (std::size_t code = 0; code < table.size(); ++code) {
    const auto letter = static_cast<char>(code);
    if (letter >= 'A' && letter <= 'Z')
      table[code] = static_cast<char>(letter - 'A' + 'a');
    else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
      table[code] = letter;
    else
      table[code] = letter == '\'' || letter == '.' ? dropped : ' ';
  }
  return table;
}();

bool is_ascii(std::string_view field) {
  unsigned all = 0;
  for (const char letter : field)
    all |= static_cast<unsigned char>(letter);
  return all < 0x80;
}

void set_foreign_words(std::string_view field, std::string& out) {
  out.clear();
  for (const auto& part : split_parts(folded(field))) {
    auto latin = romanised(part);
    if (latin.empty()) latin = text::to_utf8(part);
    std::erase_if(latin, [](char c) { return c == '\'' || c == '.'; });
    if (latin.empty()) continue;
    if (!out.empty()) out += ' ';
    out += latin;
  }
}

/// Digits of the country code at the beginning (E.164: 1 and 7 have one, the listed zones two).
std::size_t country_digits(std::string_view digits) {
  constexpr std::string_view of_two =
      "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 "
      "64 65 66 81 82 84 86 90 91 92 93 94 95 98";
  if (digits.empty()) return 0;
  if (digits[0] == '1' || digits[0] == '7') return 1;
  return of_two.find(digits.substr(0, 2)) == of_two.npos ? 3 : 2;
}

}  // namespace

void set_words(std::string_view field, std::string& out) {
  if (!is_ascii(field)) {
    set_foreign_words(field, out);
    return;
  }
  out.clear();
  bool has_gap = false;
  for (const char letter : field) {
    const char kept = kept_letters[static_cast<unsigned char>(letter)];
    if (kept == dropped) continue;
    if (kept == ' ') {
      has_gap = true;
      continue;
    }
    if (has_gap && !out.empty()) out += ' ';
    has_gap = false;
    out += kept;
  }
}

void set_phone(std::string_view field, std::string& out) {
  out.clear();
  std::string wide;
  if (!is_ascii(field)) {
    wide = text::to_utf8(folded(field));
    field = wide;
  }
  out.resize(field.size());
  char* to = out.data();
  bool has_plus = false;
  for (const char letter : field) {
    has_plus = has_plus || letter == '+';
    *to = letter;
    to += is_digit(letter) ? 1 : 0;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  if (has_plus || out.starts_with("00")) {
    if (!has_plus) out.erase(0, 2);
    out.erase(0, std::min(out.size(), country_digits(out)));
  } else if (out.size() == 11 && out.front() == '1') {
    out.erase(0, 1);
  }
  if (out.starts_with('0')) out.erase(0, 1);
  if (out.size() < 5) out.clear();
}

void set_email(std::string_view field, std::string& out) {
  out.clear();
  std::string wide;
  if (!is_ascii(field)) {
    wide = text::to_utf8(folded(field));
    field = wide;
  }
  // "Maria <maria@example.jp>" of a letterhead: what stands in the brackets.
  if (const auto open = field.find('<'); open != field.npos) {
    field.remove_prefix(open + 1);
    field = field.substr(0, field.find('>'));
  }
  bool is_tag = false, has_at = false;
  out.resize(field.size());
  char* to = out.data();
  for (const char letter : field) {
    if (letter == ' ' || letter == '\t') continue;
    if (letter == '@') {
      has_at = to != out.data();
      is_tag = false;
    }
    if (letter == '+' && !has_at) is_tag = true;
    if (is_tag) continue;
    *to++ = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  if (!has_at || out.ends_with('@')) out.clear();
}

void set_gender(std::string_view field, std::string& out) {
  static constexpr std::array<std::string_view, 5> men = {"m", "male", "man", "男", "男性"};
  static constexpr std::array<std::string_view, 5> women = {"f", "female", "woman", "女", "女性"};
  set_words(field, out);
  const bool is_man = std::ranges::find(men, out) != men.end();
  const bool is_woman = std::ranges::find(women, out) != women.end();
  out = is_man ? "m" : (is_woman ? "f" : "");
}

void set_code(std::string_view field, std::string& out) {
  set_words(field, out);
  std::erase(out, ' ');
}

void fill_name_traits(std::string_view text, model::ValueTraits& traits) {
  if (text.size() > sound_bytes_max) return;
  if (std::ranges::any_of(text, [](char c) { return c == '@' || is_digit(c); })) return;
  const auto root = root_of(text);
  traits.root = root.empty() ? 0 : static_cast<std::uint32_t>(model::hash_of(root)) | 1U;
  const auto sound = skeleton_of(root.empty() ? text : root);
  if (!sound.empty()) traits.sound = static_cast<std::uint32_t>(model::hash_of(sound)) | 1U;
}

}  // namespace normalise
