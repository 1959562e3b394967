#include "steps/normalise/screen_words.h"

#include <algorithm>
#include <array>

#include "ground/model/value_pool.h"
#include "ground/text/folded_text.h"
#include "ground/text/unicode.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/romanise.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

constexpr std::size_t word_letters_max = 64;

/// A small letter or digit; ' ' for what parts words, '\0' for what does neither.
constexpr std::array<char, 128> plain_letters = [] {
  std::array<char, 128> table{};
  for (std::size_t code = 0; code < table.size(); ++code) {
    const auto letter = static_cast<char>(code);
    if (letter >= 'A' && letter <= 'Z')
      table[code] = static_cast<char>(letter - 'A' + 'a');
    else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
      table[code] = letter;
    else
      table[code] = letter == '\'' || letter == '`' ? '\0' : ' ';
  }
  return table;
}();

constexpr std::array<std::string_view, 19> latin_titles = {
    "mr",   "mrs",   "ms",  "miss", "dr",   "prof",   "sir",      "herr",     "frau", "rev",
    "capt", "madam", "mme", "san",  "sama", "sensei", "gospodin", "gospozha", "mx"};

constexpr std::array<std::u32string_view, 12> glued_titles = {U"ちゃん", U"先生", U"さん", U"さま",
                                                              U"くん",   U"女士", U"小姐", U"様",
                                                              U"殿",     U"氏",   U"씨",   U"님"};

/// By the number of letters of a title, a bit for each first letter.
constexpr std::array<std::uint32_t, 9> title_beginnings = [] {
  std::array<std::uint32_t, 9> table{};
  for (const auto title : latin_titles)
    table[title.size()] |= 1U << (static_cast<unsigned>(title.front()) & 31U);
  return table;
}();

bool is_title(std::string_view word) {
  if (word.size() >= title_beginnings.size()) return false;
  const auto letter = static_cast<unsigned>(static_cast<unsigned char>(word.front()));
  return (title_beginnings[word.size()] >> (letter & 31U) & 1U) != 0 &&
         std::ranges::find(latin_titles, word) != latin_titles.end();
}

void add_word(std::size_t begin, std::size_t end, Writing writing, WordRole role,
              ScreenWords& out) {
  const auto length = end - begin;
  const auto text = std::string_view(out.letters).substr(begin, length);
  if (length == 0 || out.words.size() >= screen_words_max) return;
  if (writing == Writing::latin && is_title(text)) return;
  out.words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length),
                       model::hash_of(text), writing, role});
}

/// False where a byte is not ASCII; nothing is added then.
bool add_plain(std::string_view field, WordRole role, ScreenWords& out) {
  if (std::ranges::any_of(field, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    return false;
  const auto letters = out.letters.size();
  out.letters.resize(letters + field.size());
  char* const from = out.letters.data();
  char* to = from + letters;
  auto begin = letters;
  for (const char byte : field) {
    const char letter = plain_letters[static_cast<unsigned char>(byte) & 127U];
    *to = letter;
    if (letter == ' ') {
      add_word(begin, static_cast<std::size_t>(to - from), Writing::latin, role, out);
      begin = static_cast<std::size_t>(to - from);
    } else if (letter != '\0') {
      ++to;
    }
  }
  const auto end = static_cast<std::size_t>(to - from);
  add_word(begin, end, Writing::latin, role, out);
  out.letters.resize(end);
  return true;
}

/// The next code point, which is well formed as CsvRows checks it; 0 for what is not.
char32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at])) : 0;
  };
  const char32_t lead = byte(0);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = size == 1 ? lead : size == 2 ? lead & 0x1FU : size == 3 ? lead & 0x0FU : lead & 7U;
  for (std::size_t at = 1; at < size; ++at)
    c = c << 6U | (byte(at) & 0x3FU);
  text.remove_prefix(std::min(size, text.size()));
  return c;
}

/// Letters that NFKC_Casefold leaves alone but for small letters, and nothing that combines.
bool is_simple(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FC) || c == 0x3000 || c == U'々' || (c >= 0x410 && c <= 0x44F) ||
         c == U'ё' || c == U'Ё' || (c >= 0xAC00 && c <= 0xD7A3);
}

char32_t small(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
  return c == U'Ё' ? U'ё' : c;
}

bool parts_words(char32_t c) {
  if (c < 0x80) return plain_letters[c] == ' ';
  constexpr std::u32string_view others = U"　・･·•‧，、。＝«»“”（）「」『』【】/\u3000";
  return others.find(c) != others.npos;
}

Writing writing_of(std::u32string_view word) {
  bool has_han = false;
  for (const char32_t c : word)
    has_han = has_han || script_of(c) == Script::han;
  if (has_han) return Writing::han;
  switch (script_of(word.front())) {
    case Script::latin:
    case Script::digit:
      return Writing::latin;
    case Script::cyrillic:
      return Writing::cyrillic;
    case Script::katakana:
    case Script::hiragana:
      return Writing::kana;
    case Script::hangul:
      return Writing::hangul;
    case Script::han:
      return Writing::han;
    case Script::other:
      return Writing::other;
  }
  return Writing::other;
}

std::u32string_view without_title(std::u32string_view word) {
  for (const auto title : glued_titles)
    if (word.size() >= title.size() + 2 && word.ends_with(title))
      return word.substr(0, word.size() - title.size());
  return word;
}

void append(char32_t c, std::string& out) {
  const auto low = [&](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0U | c >> 6U), low(0)};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0U | c >> 12U), low(6), low(0)};
  } else {
    out += {static_cast<char>(0xF0U | c >> 18U), low(12), low(6), low(0)};
  }
}

void add_wide_word(std::u32string_view word, WordRole role, const HanTable& han, ScreenWords& out) {
  word = without_title(word);
  if (word.empty()) return;
  auto writing = writing_of(word);
  const auto begin = out.letters.size();
  if (writing != Writing::han) {
    for (const char letter : romanised(word))
      if (letter != '\'' && letter != '-') out.letters += letter;
    if (out.letters.size() > begin) return add_word(begin, out.letters.size(), writing, role, out);
    writing = Writing::other;
  }
  char32_t before = 0;
  for (const char32_t c : word) {
    const auto kept = c == U'々' && before != 0 ? before : han.usual(c);
    append(kept, out.letters);
    before = kept;
  }
  add_word(begin, out.letters.size(), writing, role, out);
}

class WideWords {
 public:
  WideWords(WordRole role, const HanTable& han, ScreenWords& out)
      : role_(role), han_(han), out_(out) {}

  void add(char32_t c) {
    if (parts_words(c)) return end_word();
    if (c == U'\'' || c == U'`') return;
    if (size_ < word_.size()) word_[size_++] = small(c);
  }
  void end_word() {
    if (size_ > 0) add_wide_word({word_.data(), size_}, role_, han_, out_);
    size_ = 0;
  }

 private:
  WordRole role_;
  const HanTable& han_;
  ScreenWords& out_;
  std::array<char32_t, word_letters_max> word_{};
  std::size_t size_ = 0;
};

bool is_simple_text(std::string_view field) {
  while (!field.empty())
    if (!is_simple(take_code_point(field))) return false;
  return true;
}

struct Respelling {
  std::string_view from, to;
};
/// The longest first.
constexpr std::array<Respelling, 26> respellings = {
    {{"shch", "s"}, {"tch", "t"}, {"dzh", "z"}, {"tsz", "z"}, {"sh", "s"},  {"ch", "t"},
     {"ts", "t"},   {"dz", "z"},  {"dj", "z"},  {"zh", "z"},  {"ph", "h"},  {"ck", "k"},
     {"kh", "h"},   {"j", "z"},   {"f", "h"},   {"l", "r"},   {"v", "b"},   {"c", "k"},
     {"q", "k"},    {"x", "s"},   {"mb", "nb"}, {"mp", "np"}, {"mm", "nm"}, {"di", "zi"},
     {"du", "zu"},  {"yi", "i"}}};

std::string respelled(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const auto found = std::ranges::find_if(respellings, [&](const Respelling& one) {
      return one.from.front() == word.front() && word.starts_with(one.from);
    });
    if (found == respellings.end()) {
      out += word.front();
      word.remove_prefix(1);
    } else {
      out += found->to;
      word.remove_prefix(found->from.size());
    }
  }
  return out;
}

}  // namespace

void add_screen_words(std::string_view field, WordRole role, const HanTable& han,
                      ScreenWords& out) {
  field = text::cut(field, screen_field_bytes_max);
  if (add_plain(field, role, out)) return;
  WideWords words(role, han, out);
  if (is_simple_text(field)) {
    while (!field.empty())
      words.add(take_code_point(field));
  } else {
    for (const char32_t c : folded(field))
      words.add(c);
  }
  words.end_word();
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  while (!utf8.empty())
    out += take_code_point(utf8);
  return out;
}

std::string kana_like(std::string_view latin_word) {
  const auto plain = respelled(latin_word);
  std::string out;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char letter = plain[at];
    const char before = out.empty() ? '\0' : out.back();
    const char after = at + 1 < plain.size() ? plain[at + 1] : '\0';
    if (letter < 'a' || letter > 'z') continue;
    if (letter == before && letter != 'n') continue;
    if (letter == 'u' && before == 'o') continue;
    if (letter == 'h' && before == 'o' && !is_vowel(after)) continue;
    if (letter == 'y' && before != '\0' && !is_vowel(before)) continue;
    out += letter == 'y' && !is_vowel(after) ? 'i' : letter;
  }
  return out;
}

}  // namespace normalise
