#include "steps/normalise/name_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/text/folded_text.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/name_words.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using Fields = std::vector<std::string_view>;

Fields fields_of(std::string_view line) {
  Fields out;
  while (true) {
    const auto end = line.find('\t');
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

/// Calls `add(fields)` for each row; it says whether the row is good.
template <class Add>
base::Result<void> each_row(std::string_view tsv, std::size_t fields_min, Add add) {
  std::size_t number = 0;
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    auto line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const auto fields = fields_of(line);
    if (fields.size() < fields_min || !add(fields))
      return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", number),
                        "is no row of this table", "compare it with data/names/README.md");
  }
  return {};
}

std::uint8_t bit_of(model::Alphabet alphabet) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(alphabet));
}

std::optional<model::Alphabet> script_bit(const std::u32string& word) {
  if (const auto alphabet = alphabet_of(word)) return alphabet;
  return is_all(word, Script::han) ? std::optional(model::Alphabet::pinyin) : std::nullopt;
}

void add_concept(NameTables& tables, const std::u32string& word, std::uint32_t id) {
  auto& list = tables.concepts[word];
  if (std::ranges::find(list, id) == list.end()) list.push_back(id);
}

}  // namespace

std::uint32_t concept_of(std::u32string_view plain_word) {
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char32_t c : plain_word)
    sum = (sum ^ c) * 0x100000001B3U;
  return static_cast<std::uint32_t>(sum ^ sum >> 32U);
}

base::Result<void> add_titles(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 2, [&](const Fields& fields) {
    if (fields[0] != "word" && fields[0] != "glued") return false;
    const auto place =
        fields[0] == "word" ? NameTables::TitlePlace::word : NameTables::TitlePlace::glued;
    for (std::size_t at = 1; at < fields.size(); ++at)
      tables.titles[plain_word(folded(fields[at]))] = place;
    return true;
  });
}

base::Result<void> add_legal_forms(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 2, [&](const Fields& fields) {
    for (std::size_t at = 1; at < fields.size(); ++at)
      tables.legal_forms[phrase_of(fields[at])] = fields[0];
    return true;
  });
}

base::Result<void> add_particles(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 1, [&](const Fields& fields) {
    for (const auto field : fields)
      tables.particles.insert(plain_word(folded(field)));
    return true;
  });
}

base::Result<void> add_forms(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 2, [&](const Fields& fields) {
    const auto id = concept_of(U"#" + folded(fields[0]));
    std::uint8_t scripts = 0;
    std::vector<std::u32string> words;
    for (const auto field : fields)
      if (auto word = plain_word(folded(field)); !word.empty()) {
        if (const auto alphabet = script_bit(word)) scripts |= bit_of(*alphabet);
        words.push_back(std::move(word));
      }
    for (const auto& word : words) {
      add_concept(tables, word, id);
      tables.scripts_known[word] |= scripts;
    }
    return true;
  });
}

base::Result<void> add_letter_sequences(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 4, [&](const Fields& fields) {
    if (fields[0] != "next") return true;
    if (fields.size() != 5) return false;
    const auto symbol = [](std::string_view letter, model::Alphabet alphabet) {
      const auto code = text::fold_words(letter);
      return letter == "$" ? std::uint8_t{63}
                           : model::symbol_of(alphabet, alphabet == model::Alphabet::kana ||
                                                                alphabet == model::Alphabet::hangul
                                                            ? first_code_point(letter)
                                                        : code.empty() ? U'\0'
                                                                       : code.front());
    };
    for (std::size_t at = 0; at < model::alphabet_count; ++at) {
      const auto alphabet = static_cast<model::Alphabet>(at);
      if (fields[1] != std::string_view(std::array{model::code_of(alphabet)})) continue;
      const auto before = symbol(fields[2], alphabet);
      const auto after = symbol(fields[3], alphabet);
      if (before > 63 || after > 63) return false;
      tables.sequences.next[at][before][after] = number_of<std::uint8_t>(fields[4]);
      return true;
    }
    return false;
  });
}

base::Result<void> add_lexicon(NameTables& tables, std::string_view tsv) {
  return each_row(tsv, 3, [&](const Fields& fields) {
    const auto latin = plain_word(folded(fields[1]));
    const auto native = plain_word(folded(fields[2]));
    const auto script = script_bit(native);
    if (latin.empty() || native.empty() || !script) return true;
    add_concept(tables, native, concept_of(latin));
    tables.scripts_known[native] |= bit_of(model::Alphabet::latin);
    tables.scripts_known[latin] |= bit_of(*script);
    return true;
  });
}

}  // namespace normalise
