#include "steps/normalise/name_sounds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ground/model/name_tokens.h"
#include "steps/normalise/letters.h"

namespace normalise {
namespace {

using model::Alphabet;

/// Letters that are one sound together; the longest that fits is taken.
struct Cluster {
  std::string_view letters, sounds;
};
constexpr std::array<Cluster, 22> clusters = {
    {{"shch", "x"}, {"tsch", "c"}, {"sch", "x"}, {"tch", "c"}, {"sh", "x"}, {"zh", "c"},
     {"ch", "c"},   {"ts", "c"},   {"tz", "c"},  {"cz", "c"},  {"dz", "c"}, {"dj", "c"},
     {"kh", "h"},   {"gh", "g"},   {"ph", "f"},  {"th", "t"},  {"rh", "r"}, {"ck", "k"},
     {"wu", "u"},   {"yi", "i"},   {"wr", "r"},  {"kn", "kn"}}};

/// By the place in the alphabet of Latin letters; those after z stand for letters with marks.
constexpr std::string_view plain_letters = "abcdefghijklmnopqrstuvwxyzCXznouelgr";
constexpr std::array<std::string_view, 44> cyrillic = {
    "a",  "b",  "v",  "g", "d", "e", "z", "z", "i", "i", "k", "l", "m", "n", "o",
    "p",  "r",  "s",  "t", "u", "f", "h", "c", "c", "x", "x", "",  "i", "",  "e",
    "yu", "ya", "yo", "i", "i", "e", "g", "u", "i", "l", "n", "c", "c", "c"};
/// aiueokgszSJtdcCnhbpmyrwfvNQ-
constexpr std::string_view kana = "aiueokgszxctdccnhbpmyrwfvn";
constexpr std::array<std::string_view, 53> hangul = {
    "g",  "k",  "n",  "d", "t",  "r",  "m",  "b",  "p", "s", "s",  "c",  "c", "c",
    "k",  "t",  "p",  "h", "a",  "e",  "ya", "ye", "o", "e", "yo", "ye", "o", "wa",
    "we", "we", "yo", "u", "wo", "we", "wi", "yu", "u", "i", "i",  "k",  "n", "t",
    "l",  "m",  "p",  "t", "n",  "t",  "t",  "k",  "t", "p", ""};
/// ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگ
constexpr std::string_view arabic = "abttchhddrzsxsdtz'gfkklmnhwy'aaiuiaapczg";
/// אבגדהוזחטיכלמנסעפצקרשת
constexpr std::string_view hebrew = "abgdhwzhtyklmns'pckrxt";

class LatinReader {
 public:
  explicit LatinReader(std::string_view word) : word_(word) {}

  std::string read() {
    while (at_ < word_.size())
      step();
    return std::move(sounds_);
  }

 private:
  [[nodiscard]] char before() const { return at_ == 0 ? '\0' : word_[at_ - 1]; }
  [[nodiscard]] char after() const { return at_ + 1 < word_.size() ? word_[at_ + 1] : '\0'; }

  void step() {
    for (const auto& [letters, sounds] : clusters)
      if (letters.front() == word_[at_] && word_.substr(at_).starts_with(letters)) {
        sounds_ += sounds;
        at_ += letters.size();
        return;
      }
    one_letter(word_[at_]);
    ++at_;
  }

  void one_letter(char letter) {
    switch (letter) {
      case 'C':
      case 'j':
        sounds_ += 'c';
        break;
      case 'X':
        sounds_ += 'x';
        break;
      case 'c':
        sounds_ += after() == 'e' || after() == 'i' || after() == 'y' ? 's' : 'k';
        break;
      case 'g':
        // Wang and Ming end in a plain n in kana, Washington has one too.
        if (before() != 'n' || is_vowel(after())) sounds_ += 'g';
        break;
      case 'q':
        sounds_ += after() == 'i' || after() == 'u' ? 'c' : 'k';
        break;
      case 'x':
        if (at_ > 0 && after() != 'u')
          sounds_ += "ks";
        else
          sounds_ += 'x';
        break;
      case 'y':
        sounds_ += is_vowel(after()) ? 'y' : 'i';
        break;
      case 'h':
        if (is_vowel(after()) || after() == 'y') sounds_ += 'h';
        break;
      default:
        sounds_ += letter;
    }
  }

  std::string_view word_;
  std::size_t at_ = 0;
  std::string sounds_;
};

std::string latin_sounds(std::span<const std::uint8_t> symbols) {
  std::string letters;
  for (const auto symbol : symbols)
    if (symbol < plain_letters.size()) letters += plain_letters[symbol];
  return LatinReader(letters).read();
}

/// Arabic and Hebrew: letters that are a consonant where a word begins and a vowel elsewhere.
std::string semitic_sounds(std::string_view alphabet, std::span<const std::uint8_t> symbols) {
  std::string sounds;
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    if (symbols[at] >= alphabet.size()) continue;
    const char sound = alphabet[symbols[at]];
    const bool is_first = sounds.empty(), is_last = at + 1 == symbols.size();
    if (sound == 'w')
      sounds += is_first ? 'w' : 'u';
    else if (sound == 'y')
      sounds += is_first ? 'y' : 'i';
    else if (sound == '\'')
      sounds += is_first ? "a" : "";
    else if (sound != 'h' || !is_last)
      sounds += sound;
  }
  return sounds;
}

template <class Table>
std::string sounds_by(const Table& table, std::span<const std::uint8_t> symbols) {
  std::string sounds;
  for (const auto symbol : symbols)
    if (symbol < table.size()) sounds += table[symbol];
  return sounds;
}

bool is_one_sound(char before, char next) {
  return before == next || (before == 'l' && next == 'r') || (before == 'r' && next == 'l') ||
         (before == 'o' && next == 'u') || (before == 'd' && (next == 'z' || next == 'c')) ||
         (before == 't' && (next == 'c' || next == 'x'));
}

std::string joined(std::string_view sounds) {
  std::string out;
  for (std::size_t at = 0; at < sounds.size(); ++at) {
    char sound = sounds[at];
    const char next = at + 1 < sounds.size() ? sounds[at + 1] : '\0';
    if (sound == 'm' && (next == 'p' || next == 'b')) sound = 'n';
    if (!out.empty() && is_one_sound(out.back(), sound)) {
      if (sound == 'c' || sound == 'x' || sound == 'z') out.back() = 'c';
      continue;
    }
    out += sound;
  }
  return out;
}

}  // namespace

std::string sounds_of(Alphabet alphabet, std::span<const std::uint8_t> symbols) {
  if (!symbols.empty() && symbols.back() == model::end_symbol)
    symbols = symbols.first(symbols.size() - 1);
  switch (alphabet) {
    case Alphabet::latin:
    case Alphabet::pinyin:
      return joined(latin_sounds(symbols));
    case Alphabet::cyrillic:
      return joined(sounds_by(cyrillic, symbols));
    case Alphabet::kana:
      return joined(sounds_by(kana, symbols));
    case Alphabet::hangul:
      return joined(sounds_by(hangul, symbols));
    case Alphabet::arabic:
      return joined(semitic_sounds(arabic, symbols));
    case Alphabet::hebrew:
      return joined(semitic_sounds(hebrew, symbols));
  }
  return {};
}

}  // namespace normalise
