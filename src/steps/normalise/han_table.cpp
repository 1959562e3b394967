#include "steps/normalise/han_table.h"

#include <algorithm>

#include "ground/text/folded_text.h"
#include "steps/normalise/romanise.h"
#include "steps/normalise/variants.h"

namespace normalise {
namespace {

/// The field with this number, of those that tabs part; its first reading.
std::string_view first_reading(std::string_view fields, std::size_t number) {
  for (; number > 0; --number) {
    const auto tab = fields.find('\t');
    if (tab == fields.npos) return "";
    fields.remove_prefix(tab + 1);
  }
  return fields.substr(0, fields.find_first_of("\t "));
}

std::string plain_pinyin(std::string_view reading) {
  std::string out;
  for (const char letter : reading)
    out += letter == 'v' ? std::string("yu") : std::string(1, letter);
  return out;
}

char32_t first_letter(std::string_view utf8) {
  const auto words = text::fold_words(utf8);
  return words.empty() ? U'\0' : words.front();
}

/// The letters in which JMnedict's sounds are written (tools/name_sources.h), in Hepburn.
std::string hepburn(std::string_view sounds) {
  std::string out;
  for (const char sound : sounds)
    switch (sound) {
      case 'S':
        out += "sh";
        break;
      case 'J':
        out += 'j';
        break;
      case 'c':
        out += "ts";
        break;
      case 'C':
        out += "ch";
        break;
      case 'N':
        out += 'n';
        break;
      case 'Q':
      case '-':
        break;
      default:
        out += sound;
    }
  return out;
}

using Spellings = std::vector<std::vector<std::string>>;

constexpr std::size_t surname_readings_max = 4, given_readings_max = 10, surname_letters_max = 4;

void add(std::string family, std::string given, Spellings& into) {
  std::vector<std::string> words{std::move(family)};
  if (!given.empty()) words.push_back(std::move(given));
  if (words.front().empty() || into.size() >= han_spellings_max) return;
  if (std::ranges::find(into, words) == into.end()) into.push_back(std::move(words));
}

void add_japanese(const std::u32string& family, const std::u32string& given,
                  const text::TableFile& jmnedict, Spellings& into) {
  const auto surnames = jmnedict.find("surname", text::to_utf8(family));
  const auto givens = jmnedict.find("given", text::to_utf8(given));
  if (!surnames || !givens) return;
  for (const auto& one : latin_readings(*surnames, surname_readings_max))
    for (const auto& other : latin_readings(*givens, given_readings_max))
      add(one, other, into);
}

std::string sound_of_word(const std::u32string& word, const HanTable& han, bool is_korean) {
  std::string out;
  for (const char32_t c : word) {
    const auto sound = is_korean ? han.hangul(c) : han.pinyin(c);
    if (sound.empty()) return "";
    out += sound;
  }
  return out;
}

void add_continental(const std::u32string& family, const std::u32string& given, const HanTable& han,
                     Spellings& into) {
  for (const bool is_korean : {false, true})
    add(sound_of_word(family, han, is_korean), sound_of_word(given, han, is_korean), into);
}

}  // namespace

HanTable::HanTable(const text::TableFile* unihan) {
  constexpr auto count = static_cast<std::size_t>(last - first) + 1;
  usual_.resize(count);
  pinyin_.resize(count);
  hangul_.resize(count);
  for (std::size_t at = 0; at < count; ++at) {
    const auto han = static_cast<char32_t>(first + at);
    usual_[at] = usual_form(han);
    if (unihan == nullptr) continue;
    if (const auto chief = unihan->find("variant", text::to_utf8({&usual_[at], 1})))
      if (const auto letter = first_letter(*chief); letter != 0) usual_[at] = letter;
    const auto fields = unihan->find("han", text::to_utf8({&han, 1}));
    if (!fields) continue;
    pinyin_[at] = sound_from(plain_pinyin(first_reading(*fields, 0)));
    hangul_[at] = sound_from(romanised(text::fold_words(first_reading(*fields, 3))));
  }
}

std::string_view HanTable::sound_of(const std::vector<Sound>& sounds, char32_t han) {
  if (!is_covered(han)) return "";
  const auto& sound = sounds[han - first];
  return {sound.letters.data(), sound.length};
}

HanTable::Sound HanTable::sound_from(std::string_view letters) {
  Sound out;
  out.length = static_cast<std::uint8_t>(std::min(letters.size(), out.letters.size()));
  std::copy_n(letters.begin(), out.length, out.letters.begin());
  return out;
}

std::vector<std::string> latin_readings(std::string_view entry, std::size_t readings_max) {
  std::vector<std::string> out;
  while (!entry.empty() && out.size() < readings_max) {
    const auto end = std::min(entry.find(' '), entry.size());
    const auto reading = entry.substr(0, end);
    out.push_back(hepburn(reading.substr(0, reading.find(':'))));
    entry.remove_prefix(std::min(end + 1, entry.size()));
  }
  return out;
}

std::vector<std::vector<std::string>> latin_spellings(const std::vector<std::u32string>& han_words,
                                                      const HanTable& han,
                                                      const text::TableFile* jmnedict) {
  Spellings out;
  if (han_words.empty()) return out;
  const auto& whole = han_words.front();
  if (han_words.size() > 1) {
    if (jmnedict != nullptr) add_japanese(whole, han_words[1], *jmnedict, out);
    add_continental(whole, han_words[1], han, out);
    return out;
  }
  for (std::size_t at = 1; at < std::min(whole.size(), surname_letters_max + 1); ++at)
    if (jmnedict != nullptr) add_japanese(whole.substr(0, at), whole.substr(at), *jmnedict, out);
  for (std::size_t at = 1; at <= std::min<std::size_t>(2, whole.size()); ++at)
    if (at == 1 || whole.size() > 3)
      add_continental(whole.substr(0, at), whole.substr(at), han, out);
  return out;
}

}  // namespace normalise
