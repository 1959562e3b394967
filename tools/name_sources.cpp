#include "name_sources.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "ground/model/name.h"
#include "ground/text/folded_text.h"
#include "ground/text/table_file.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/script.h"

namespace tools {
namespace {

using normalise::Script;
using Counts = std::map<std::string, std::uint32_t>;
using Readings = std::map<std::string, Counts>;

std::string sounds_of(std::string_view kana) {
  const auto symbols = normalise::symbols_of(text::fold_words(kana), model::Alphabet::kana);
  return text::to_utf8(normalise::letters_of(symbols, model::Alphabet::kana));
}

std::vector<std::string> split(std::string_view line, std::string_view at) {
  std::vector<std::string> parts;
  while (!line.empty()) {
    const auto end = std::min(line.find_first_of(at), line.size());
    if (end > 0) parts.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

struct Entry {
  std::string written, kana, kinds, latin;
};

/// "渡辺 [わたなべ] /(s) Watanabe/" or "セルゲイ /(m) Sergei/".
std::optional<Entry> parse_entry(std::string_view line) {
  const auto gloss = line.find(" /(");
  if (gloss == std::string_view::npos) return std::nullopt;
  const auto kinds_end = line.find(')', gloss);
  if (kinds_end == std::string_view::npos) return std::nullopt;
  Entry out;
  const auto head = line.substr(0, gloss);
  const auto bracket = head.find(" [");
  out.written = head.substr(0, bracket);
  if (bracket != std::string_view::npos && head.ends_with(']'))
    out.kana = head.substr(bracket + 2, head.size() - bracket - 3);
  out.kinds = line.substr(gloss + 3, kinds_end - gloss - 3);
  const auto latin = line.substr(kinds_end + 1);
  out.latin = latin.substr(0, latin.find('/'));
  return out;
}

bool has_kind(const Entry& entry, std::string_view kinds) {
  return std::ranges::any_of(split(entry.kinds, ","), [&](const std::string& kind) {
    return kind.size() == 1 && kinds.find(kind) != std::string_view::npos;
  });
}

bool is_all_han(const std::string& written) {
  return normalise::is_all(text::fold_words(written), Script::han);
}

struct Names {
  Readings surname, given;
  Counts surname_sound, given_sound;
  std::map<std::string, std::vector<std::string>> foreign;
};

/// Where a full name parts: a surname and a given name that are both listed with these sounds.
void count_person(const Entry& entry, Names& names) {
  const auto written = text::fold_words(entry.written);
  const std::string sounds = sounds_of(entry.kana);
  for (std::size_t at = std::min<std::size_t>(3, written.size() - 1); at > 0; --at) {
    const auto surname = names.surname.find(text::to_utf8(written.substr(0, at)));
    const auto given = names.given.find(text::to_utf8(written.substr(at)));
    if (surname == names.surname.end() || given == names.given.end()) continue;
    for (auto& [sound, count] : surname->second) {
      if (!sounds.starts_with(sound)) continue;
      const auto rest = given->second.find(sounds.substr(sound.size()));
      if (rest == given->second.end()) continue;
      ++count;
      ++rest->second;
      ++names.surname_sound[sound];
      ++names.given_sound[rest->first];
      return;
    }
  }
}

void add_foreign(const Entry& entry, Names& names) {
  for (auto& form : split(entry.latin, ";,")) {
    const auto begin = form.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    const auto latin = form.substr(begin, form.find(" (", begin) - begin);
    if (latin.find(' ') == std::string::npos) names.foreign[entry.written].push_back(latin);
  }
}

std::string reading_list(const Counts& counts) {
  std::vector<std::pair<std::string, std::uint32_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(),
                           &std::pair<std::string, std::uint32_t>::second);
  std::string out;
  for (const auto& [sound, count] : sorted) {
    if (!out.empty()) out += ' ';
    out += sound + ':' + std::to_string(count);
  }
  return out;
}

text::TableFileWriter::Entries reading_entries(const Readings& readings) {
  text::TableFileWriter::Entries out;
  for (const auto& [written, counts] : readings)
    out.emplace_back(written, reading_list(counts));
  return out;
}

text::TableFileWriter::Entries count_entries(const Counts& counts) {
  text::TableFileWriter::Entries out;
  for (const auto& [key, count] : counts)
    out.emplace_back(key, std::to_string(count));
  return out;
}

void add_entry(const Entry& entry, Names& names) {
  const bool is_surname = has_kind(entry, "su");
  const bool is_given = has_kind(entry, "fmgu");
  if (!is_surname && !is_given) return;
  if (entry.kana.empty()) {
    if (normalise::is_all(text::fold_words(entry.written), Script::katakana))
      add_foreign(entry, names);
    return;
  }
  const auto sounds = sounds_of(entry.kana);
  if (sounds.empty() || !is_all_han(entry.written)) return;
  if (is_surname) ++names.surname[entry.written][sounds], ++names.surname_sound[sounds];
  if (is_given) ++names.given[entry.written][sounds], ++names.given_sound[sounds];
}

/// Unihan writes Japanese sounds in capitals by Hepburn: "SHOU" becomes "Sou".
std::string sounds_of_hepburn(std::string_view capitals) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> digraphs = {
      {{"SH", "S"}, {"CH", "C"}, {"TS", "c"}, {"J", "J"}, {"NN", "Nn"}, {"-", ""}, {"'", ""}}};
  std::string out;
  while (!capitals.empty()) {
    const auto found = std::ranges::find_if(
        digraphs, [&](const auto& digraph) { return capitals.starts_with(digraph.first); });
    if (found != digraphs.end()) {
      out += found->second;
      capitals.remove_prefix(found->first.size());
      continue;
    }
    const char letter = capitals.front();
    capitals.remove_prefix(1);
    const bool closes =
        letter == 'N' && (capitals.empty() || std::string_view("AIUEOY").find(capitals.front()) ==
                                                  std::string_view::npos);
    const bool doubles = !capitals.empty() && capitals.front() == letter &&
                         std::string_view("KSTP").find(letter) != std::string_view::npos;
    out += closes ? 'N' : doubles ? 'Q' : static_cast<char>(letter + ('a' - 'A'));
  }
  return out;
}

std::u32string character_of(std::string_view code) {
  return {static_cast<char32_t>(std::stoul(std::string(code.substr(2)), nullptr, 16))};
}

/// Letters without tone marks; ü is v.
std::string plain_pinyin(std::string_view pinyin) {
  std::string out;
  for (const char32_t c : text::fold_words(pinyin)) {
    const bool is_umlaut = c == U'ü' || c == U'ǖ' || c == U'ǘ' || c == U'ǚ' || c == U'ǜ';
    constexpr std::u32string_view caron = U"ǎǐǒǔ", plain = U"aiou";
    if (const auto at = caron.find(c); at != std::u32string_view::npos)
      out += static_cast<char>(plain[at]);
    else if (is_umlaut)
      out += 'v';
    else
      for (const char32_t letter : normalise::plain_latin(c))
        out += static_cast<char>(letter);
  }
  return out;
}

struct Han {
  std::vector<std::string> pinyin, on, kun, hangul;
};

void add_once(std::vector<std::string>& list, std::string word) {
  if (!word.empty() && std::ranges::find(list, word) == list.end()) list.push_back(std::move(word));
}

/// "wáng,wàng" of "10296.050:wáng,wàng"
std::vector<std::string> after_colons(std::string_view value) {
  std::vector<std::string> out;
  for (const auto& part : split(value, " "))
    for (auto& word : split(std::string_view(part).substr(part.find(':') + 1), ","))
      out.push_back(std::move(word));
  return out;
}

void add_reading(Han& han, std::string_view field, std::string_view value) {
  if (field == "kMandarin") {
    std::vector<std::string> first;
    for (const auto& word : split(value, " "))
      add_once(first, plain_pinyin(word));
    first.insert(first.end(), han.pinyin.begin(), han.pinyin.end());
    han.pinyin.clear();
    for (auto& word : first)
      add_once(han.pinyin, std::move(word));
  } else if (field == "kXHC1983") {
    for (const auto& word : after_colons(value))
      add_once(han.pinyin, plain_pinyin(word));
  } else if (field == "kJapaneseOn") {
    for (const auto& word : split(value, " "))
      add_once(han.on, sounds_of_hepburn(word));
  } else if (field == "kJapaneseKun") {
    for (const auto& word : split(value, " "))
      add_once(han.kun, sounds_of_hepburn(word));
  } else if (field == "kHangul") {
    for (const auto& word : split(value, " "))
      add_once(han.hangul, word.substr(0, word.find(':')));
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t words_max) {
  std::string out;
  for (std::size_t at = 0; at < std::min(words.size(), words_max); ++at)
    out += (at == 0 ? "" : " ") + words[at];
  return out;
}

/// Characters that are one another's variant form one class, named by its first character.
class VariantClasses {
 public:
  char32_t find(char32_t character) {
    const auto known = above_.find(character);
    if (known == above_.end() || known->second == character) return character;
    return known->second = find(known->second);
  }

  void join(char32_t left, char32_t right) {
    left = find(left);
    right = find(right);
    above_.emplace(left, left);
    above_.emplace(right, right);
    above_[std::max(left, right)] = std::min(left, right);
  }

  [[nodiscard]] text::TableFileWriter::Entries entries() {
    text::TableFileWriter::Entries out;
    for (const auto& known : std::map(above_))
      if (const char32_t chief = find(known.first); chief != known.first)
        out.emplace_back(text::to_utf8({&known.first, 1}), text::to_utf8({&chief, 1}));
    return out;
  }

 private:
  std::map<char32_t, char32_t> above_;
};

}  // namespace

std::string jmnedict_table(std::istream& enamdict) {
  std::vector<Entry> persons;
  Names names;
  for (std::string line; std::getline(enamdict, line);) {
    auto entry = parse_entry(line);
    if (!entry) continue;
    add_entry(*entry, names);
    if (has_kind(*entry, "h") && is_all_han(entry->written) &&
        text::fold_words(entry->written).size() > 1)
      persons.push_back(std::move(*entry));
  }
  for (const auto& person : persons)
    count_person(person, names);
  text::TableFileWriter out;
  out.add("about", {{"source",
                     "ENAMDICT/JMnedict, property of the Electronic Dictionary Research and "
                     "Development Group, used under the Group's licence"},
                    {"licence", "Creative Commons Attribution-ShareAlike 3.0 or later"}});
  out.add("surname", reading_entries(names.surname));
  out.add("given", reading_entries(names.given));
  out.add("surname_sound", count_entries(names.surname_sound));
  out.add("given_sound", count_entries(names.given_sound));
  text::TableFileWriter::Entries foreign;
  for (const auto& [katakana, forms] : names.foreign) {
    std::string value;
    for (const auto& form : forms)
      value += (value.empty() ? "" : "\t") + form;
    foreign.emplace_back(katakana, value);
  }
  out.add("foreign", std::move(foreign));
  return out.bytes();
}

std::string unihan_table(std::istream& readings, std::istream& variants) {
  std::map<std::u32string, Han> characters;
  for (std::string line; std::getline(readings, line);)
    if (const auto fields = split(line, "\t"); fields.size() == 3 && fields[0].starts_with("U+"))
      add_reading(characters[character_of(fields[0])], fields[1], fields[2]);
  VariantClasses classes;
  for (std::string line; std::getline(variants, line);) {
    const auto fields = split(line, "\t");
    if (fields.size() != 3 || fields[1] == "kSpoofingVariant" ||
        fields[1] == "kSpecializedSemanticVariant")
      continue;
    for (const auto& other : split(fields[2], " "))
      classes.join(character_of(fields[0]).front(),
                   character_of(other.substr(0, other.find('<'))).front());
  }
  text::TableFileWriter::Entries han;
  for (const auto& [character, known] : characters)
    if (!known.pinyin.empty() || !known.on.empty() || !known.hangul.empty())
      han.emplace_back(text::to_utf8(character),
                       joined(known.pinyin, 4) + '\t' + joined(known.on, 4) + '\t' +
                           joined(known.kun, 6) + '\t' + joined(known.hangul, 3));
  text::TableFileWriter out;
  out.add("han", std::move(han));
  out.add("variant", classes.entries());
  return out.bytes();
}

}  // namespace tools
