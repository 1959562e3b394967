#include "steps/normalise/name_symbols.h"

#include <algorithm>
#include <array>

#include "steps/normalise/letters.h"
#include "steps/normalise/marked_latin.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using model::Alphabet;

/// U+30A1 ... U+30F6 as sounds. A capital X marks the small vowels and ya, yu, yo, wa.
constexpr std::array<std::string_view, 86> kana_table = {
    "Xa", "a",  "Xi",  "i",  "Xu", "u",  "Xe",  "e",  "Xo",  "o",  "ka",  "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa", "za",  "Si", "Ji",  "su", "zu",  "se", "ze", "so", "zo",
    "ta", "da", "Ci",  "Ji", "Q",  "cu", "zu",  "te", "de",  "to", "do",  "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi", "pi",  "fu", "bu",  "pu", "he",  "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo", "Xya", "ya", "Xyu", "yu", "Xyo", "yo", "ra", "ri", "ru",
    "re", "ro", "Xwa", "wa", "i",  "e",  "o",   "N",  "vu",  "ka", "ke"};

/// シ + ャ = Sa, キ + ャ = kya, フ + ァ = fa, ウ + ィ = wi, テ + ィ = ti, イ + ェ = ye.
void join_small_sound(std::string& sounds, std::string_view small) {
  if (sounds.empty() || !is_vowel(sounds.back())) {
    sounds += small;
    return;
  }
  const char vowel = sounds.back();
  const bool is_alone = sounds.size() == 1 || is_vowel(sounds[sounds.size() - 2]);
  if (vowel == 'a' || vowel == 'o') {
    sounds += small;
    return;
  }
  sounds.pop_back();
  if (is_alone && vowel == 'u' && small.front() != 'y') sounds += 'w';
  if (is_alone && vowel == 'i' && small.front() != 'y') sounds += 'y';
  const char before = sounds.empty() ? ' ' : sounds.back();
  const bool is_soft = before == 'S' || before == 'J' || before == 'C';
  sounds += small.front() == 'y' && is_soft ? small.substr(1) : small;
}

std::string kana_sounds(std::u32string_view word) {
  std::string sounds;
  for (const char32_t c : word) {
    const char32_t katakana = script_of(c) == Script::hiragana ? c + 0x60 : c;
    if (katakana == U'ー') sounds += '-';
    const auto index = static_cast<std::size_t>(katakana - 0x30A1);
    if (katakana < 0x30A1 || index >= kana_table.size()) continue;
    const auto sound = kana_table[index];
    if (sound.starts_with('X'))
      join_small_sound(sounds, sound.substr(1));
    else
      sounds += sound;
  }
  return sounds;
}

constexpr std::array<std::u32string_view, 19> jamo_first = {
    U"ㄱ", U"ㄲ", U"ㄴ", U"ㄷ", U"ㄸ", U"ㄹ", U"ㅁ", U"ㅂ", U"ㅃ", U"ㅅ",
    U"ㅆ", U"",   U"ㅈ", U"ㅉ", U"ㅊ", U"ㅋ", U"ㅌ", U"ㅍ", U"ㅎ"};
constexpr std::array<std::u32string_view, 28> jamo_last = {
    U"",   U"K",  U"K", U"KS", U"N",  U"NJ", U"NH", U"T", U"L", U"LK", U"LM", U"LP", U"LS", U"LZ",
    U"LF", U"LH", U"M", U"P",  U"PS", U"S",  U"S",  U"G", U"J", U"C",  U"X",  U"Z",  U"F",  U"H"};

std::u32string hangul_letters(std::u32string_view word) {
  std::u32string out;
  for (const char32_t c : word) {
    if (c < 0xAC00 || c > 0xD7A3) continue;
    const auto index = static_cast<std::size_t>(c - 0xAC00);
    out += jamo_first[index / 588];
    out += static_cast<char32_t>(U'ㅏ' + index % 588 / 28);
    out += jamo_last[index % 28];
  }
  return out;
}

struct Twin {
  char32_t from;
  std::u32string_view to;
};

/// Marked letters under the letter of our alphabet that stands for them.
constexpr auto latin_twins = std::to_array<Twin>({
    {U'ć', U"ç"},  {U'č', U"ç"},  {U'ĉ', U"ç"},  {U'š', U"ş"}, {U'ś', U"ş"},  {U'ș', U"ş"},
    {U'ŝ', U"ş"},  {U'ź', U"ž"},  {U'ż', U"ž"},  {U'ń', U"ñ"}, {U'ň', U"ñ"},  {U'ņ', U"ñ"},
    {U'ø', U"ö"},  {U'ő', U"ö"},  {U'ű', U"ü"},  {U'å', U"ä"}, {U'ı', U"i"},  {U'ß', U"ss"},
    {U'æ', U"ae"}, {U'œ', U"oe"}, {U'þ', U"th"}, {U'ð', U"d"}, {U'đ', U"d"},  {U'ț', U"t"},
    {U'ơ', U"o"},  {U'ư', U"u"},  {U'ə', U"a"},  {U'ĸ', U"k"}, {U'ŋ', U"ng"}, {U'ǝ', U"a"},
});

constexpr std::u32string_view small_letters = U"abcdefghijklmnopqrstuvwxyz";

constexpr auto cyrillic_twins = std::to_array<Twin>({
    {U'қ', U"к"}, {U'ғ', U"г"}, {U'ң', U"н"}, {U'ө', U"о"}, {U'ү', U"у"}, {U'ұ', U"у"},
    {U'һ', U"х"}, {U'ә', U"а"}, {U'ѐ', U"е"}, {U'ѝ', U"и"}, {U'ҷ', U"ч"}, {U'ӣ', U"и"},
    {U'ӯ', U"у"}, {U'ҳ', U"х"}, {U'ѓ', U"г"}, {U'ќ', U"к"}, {U'ѕ', U"з"}, {U'a', U"а"},
    {U'b', U"в"}, {U'c', U"с"}, {U'e', U"е"}, {U'h', U"н"}, {U'i', U"і"}, {U'k', U"к"},
    {U'ĸ', U"к"}, {U'm', U"м"}, {U'o', U"о"}, {U'p', U"р"}, {U't', U"т"}, {U'x', U"х"},
    {U'y', U"у"},
});

constexpr auto arabic_twins = std::to_array<Twin>({
    {U'ی', U"ي"}, {U'ک', U"ك"}, {U'ہ', U"ه"}, {U'ھ', U"ه"}, {U'ۀ', U"ه"}, {U'ٱ', U"ا"},
    {U'ے', U"ي"}, {U'ټ', U"ت"}, {U'ډ', U"د"}, {U'ړ', U"ر"}, {U'ښ', U"ش"}, {U'ګ', U"گ"},
    {U'ڤ', U"ف"}, {U'ڪ', U"ك"}, {U'ۆ', U"و"}, {U'ێ', U"ي"}, {U'ڕ', U"ر"}, {U'ڵ', U"ل"},
    {U'ە', U"ه"}, {U'ں', U"ن"}, {U'ٹ', U"ت"}, {U'ڈ', U"د"},
});

constexpr auto hebrew_twins = std::to_array<Twin>({
    {U'ך', U"כ"},
    {U'ם', U"מ"},
    {U'ן', U"נ"},
    {U'ף', U"פ"},
    {U'ץ', U"צ"},
    {U'װ', U"וו"},
    {U'ױ', U"וי"},
    {U'ײ', U"יי"},
});

template <std::size_t Count>
std::u32string_view find_twin(const std::array<Twin, Count>& twins, char32_t c) {
  const auto found = std::ranges::find(twins, c, &Twin::from);
  return found == twins.end() ? std::u32string_view() : found->to;
}

std::u32string twin_of(char32_t c, Alphabet alphabet) {
  if (model::symbol_of(alphabet, c) != 255) return {c};
  switch (alphabet) {
    case Alphabet::latin:
      if (const auto twin = find_twin(latin_twins, c); !twin.empty()) return std::u32string(twin);
      return std::u32string(plain_latin(c));
    case Alphabet::cyrillic:
      return std::u32string(find_twin(cyrillic_twins, c));
    case Alphabet::arabic:
      return std::u32string(find_twin(arabic_twins, c));
    case Alphabet::hebrew:
      return std::u32string(find_twin(hebrew_twins, c));
    case Alphabet::kana:
    case Alphabet::hangul:
    case Alphabet::pinyin:
      return {};
  }
  return {};
}

std::optional<Alphabet> alphabet_of_letter(char32_t c) {
  switch (script_of(c)) {
    case Script::latin:
      return Alphabet::latin;
    case Script::cyrillic:
      return Alphabet::cyrillic;
    case Script::katakana:
    case Script::hiragana:
      return Alphabet::kana;
    case Script::hangul:
      return Alphabet::hangul;
    case Script::han:
    case Script::digit:
      return std::nullopt;
    case Script::other:
      if (c == U'ə' || c == U'ĸ') return Alphabet::latin;
      if (c >= 0x5D0 && c <= 0x5F4) return Alphabet::hebrew;
      if ((c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D5)) return Alphabet::arabic;
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::u32string_view plain_latin(char32_t letter) {
  if (const auto at = small_letters.find(letter); at != std::u32string_view::npos)
    return small_letters.substr(at, 1);
  if (const auto twin = find_twin(latin_twins, letter); !twin.empty() && twin.front() < 0x80)
    return twin;
  const auto base = static_cast<char32_t>(base_of_marked_latin(letter));
  const auto at = small_letters.find(base);
  return at == std::u32string_view::npos ? std::u32string_view() : small_letters.substr(at, 1);
}

std::optional<Alphabet> alphabet_of(std::u32string_view folded_word) {
  std::array<std::size_t, model::alphabet_count> count{};
  for (const char32_t c : folded_word)
    if (const auto alphabet = alphabet_of_letter(c)) ++count[static_cast<std::size_t>(*alphabet)];
  const auto most = std::ranges::max_element(count);
  if (*most == 0) return std::nullopt;
  return static_cast<Alphabet>(most - count.begin());
}

std::vector<std::uint8_t> symbols_of(std::u32string_view folded_word, Alphabet alphabet) {
  std::u32string word;
  if (alphabet == Alphabet::kana) {
    for (const char sound : kana_sounds(folded_word))
      word += static_cast<char32_t>(sound);
  } else if (alphabet == Alphabet::hangul) {
    word = hangul_letters(folded_word);
  } else {
    for (const char32_t c : folded_word)
      word += twin_of(c, alphabet);
  }
  std::vector<std::uint8_t> symbols;
  symbols.reserve(word.size());
  for (const char32_t c : word)
    if (const auto symbol = model::symbol_of(alphabet, c); symbol != 255) symbols.push_back(symbol);
  return symbols;
}

std::u32string letters_of(const std::vector<std::uint8_t>& symbols, Alphabet alphabet) {
  std::u32string out;
  for (const auto symbol : symbols)
    out += model::letters_of(alphabet).at(symbol);
  return out;
}

}  // namespace normalise
