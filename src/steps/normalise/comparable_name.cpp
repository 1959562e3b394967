#include "steps/normalise/comparable_name.h"

#include <algorithm>
#include <cmath>

#include "ground/text/folded_text.h"
#include "steps/normalise/name_parse.h"
#include "steps/normalise/name_readings.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/name_words.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using model::Alphabet;
using model::NameToken;
using model::TokenKind;

constexpr std::size_t parses_max = 4;

struct Part {
  NameWords::Word word;
  NameRole role = NameRole::any;
};

struct Division {
  std::vector<Part> parts;
  float prior_bits = 0;
};

void add_foreign_concepts(NameToken& token, const std::u32string& plain, const NameTables& tables) {
  if (tables.jmnedict == nullptr) return;
  const auto forms = tables.jmnedict->find("foreign", text::to_utf8(plain));
  if (!forms) return;
  for (std::size_t from = 0; from <= forms->size();) {
    const auto end = std::min(forms->find('\t', from), forms->size());
    token.concepts.push_back(concept_of(plain_word(folded(forms->substr(from, end - from)))));
    from = end + 1;
  }
}

NameToken token_of(const Part& part, const NameTables& tables) {
  NameToken token;
  token.kind = part.word.kind;
  token.sense = part.word.sense;
  const auto plain = plain_word(part.word.folded);
  token.text = plain;
  if (is_all(plain, Script::han)) {
    token.is_han = true;
    token.spellings = han_spellings(part.word.folded, part.role, tables);
    token.text = variant_form(plain, tables);
  } else if (const auto alphabet = alphabet_of(part.word.folded)) {
    if (auto symbols = symbols_of(part.word.folded, *alphabet); !symbols.empty())
      token.spellings.push_back({*alphabet, std::move(symbols), 0});
    if (*alphabet == Alphabet::latin) token.concepts.push_back(concept_of(plain));
    if (*alphabet == Alphabet::kana) add_foreign_concepts(token, plain, tables);
  }
  if (const auto known = tables.concepts.find(plain); known != tables.concepts.end())
    token.concepts.insert(token.concepts.end(), known->second.begin(), known->second.end());
  if (const auto known = tables.scripts_known.find(plain); known != tables.scripts_known.end())
    token.scripts_known = known->second;
  std::ranges::sort(token.concepts);
  const auto twins = std::ranges::unique(token.concepts);
  token.concepts.erase(twins.begin(), twins.end());
  return token;
}

Division undivided(const NameWords& name) {
  Division out;
  for (const auto& word : name.words)
    out.parts.push_back({word, NameRole::any});
  return out;
}

Division divided(const NameWords& name, std::size_t word, std::size_t at, float prior) {
  Division out;
  out.prior_bits = prior;
  for (std::size_t index = 0; index < name.words.size(); ++index) {
    const auto& whole = name.words[index];
    if (index != word) {
      out.parts.push_back({whole, NameRole::any});
      continue;
    }
    out.parts.push_back({{whole.folded.substr(0, at), TokenKind::word, ""}, NameRole::surname});
    out.parts.push_back({{whole.folded.substr(at), TokenKind::word, ""}, NameRole::given});
  }
  return out;
}

float weight_of(std::uint32_t count, float if_unknown) {
  return count == 0 ? if_unknown : std::log2(1.0F + static_cast<float>(count));
}

std::vector<std::pair<float, std::size_t>> han_places(const std::u32string& word,
                                                      const NameTables& tables) {
  std::vector<std::pair<float, std::size_t>> places;
  for (std::size_t at = 1; at < word.size() && at <= 3; ++at) {
    const auto surname = bearers(tables, "surname", text::to_utf8(word.substr(0, at)));
    const auto given = bearers(tables, "given", text::to_utf8(word.substr(at)));
    places.emplace_back(weight_of(surname, -4) + weight_of(given, -3), at);
  }
  return places;
}

std::vector<std::pair<float, std::size_t>> kana_places(const std::u32string& word,
                                                       const NameTables& tables) {
  std::vector<std::pair<float, std::size_t>> places;
  for (std::size_t at = 1; at < word.size(); ++at) {
    const auto surname = bearers(tables, "surname_sound", kana_key(word.substr(0, at)));
    const auto given = bearers(tables, "given_sound", kana_key(word.substr(at)));
    if (surname > 0 && given > 0)
      places.emplace_back(weight_of(surname, 0) + weight_of(given, 0), at);
  }
  return places;
}

std::vector<std::pair<float, std::size_t>> hangul_places(const std::u32string& word) {
  constexpr std::u32string_view two_syllables = U"남궁황보제갈선우독고사공서문동방";
  std::vector<std::pair<float, std::size_t>> places;
  if (word.size() < 2 || word.size() > 5) return places;
  places.emplace_back(1.0F, 1);
  if (const auto at = two_syllables.find(word.substr(0, 2));
      word.size() > 2 && at != std::u32string_view::npos && at % 2 == 0)
    places.emplace_back(2.0F, 2);
  return places;
}

/// 一ノ瀬さくら: where kanji end and at least two kana follow, or the other way round.
std::vector<std::pair<float, std::size_t>> mixed_places(const std::u32string& word) {
  std::vector<std::pair<float, std::size_t>> places;
  for (std::size_t at = 1; at < word.size(); ++at)
    if ((script_of(word[at - 1]) == Script::han) != (script_of(word[at]) == Script::han) &&
        places.empty())
      places.emplace_back(1.0F, at);
  return places;
}

std::vector<std::pair<float, std::size_t>> places_of(const std::u32string& word,
                                                     const NameTables& tables) {
  if (is_all(word, Script::han)) return han_places(word, tables);
  const auto alphabet = alphabet_of(word);
  if (!alphabet) return {};
  const bool has_han =
      std::ranges::any_of(word, [](char32_t c) { return script_of(c) == Script::han; });
  if (*alphabet == Alphabet::kana && has_han) return mixed_places(word);
  if (*alphabet == Alphabet::kana) return kana_places(word, tables);
  if (*alphabet == Alphabet::hangul) return hangul_places(word);
  return {};
}

/// Unspaced names are cut where surnames and given names are listed; the whole stays possible.
std::vector<Division> divisions_of(const NameWords& name, const NameTables& tables) {
  const bool is_single = name.words.size() == 1 && name.words.front().kind == TokenKind::word;
  std::vector<Division> out;
  if (!is_single || name.is_company) return {undivided(name)};
  const auto& word = name.words.front().folded;
  auto places = places_of(word, tables);
  std::ranges::stable_sort(places, std::ranges::greater());
  for (const auto& [weight, at] : places) {
    const float prior = std::min(3.0F, 0.3F * (places.front().first - weight));
    if (out.size() + 1 < parses_max) out.push_back(divided(name, 0, at, prior));
  }
  const bool is_sure = is_all(word, Script::han) ? word.size() <= 3 : false;
  if (out.empty() || !is_sure) out.push_back(undivided(name));
  return out;
}

/// What makes a token the same: its letters and how it stands in the name.
std::u32string memo_key(const Part& part) {
  std::u32string key = part.word.folded;
  key += U'\0';
  key += static_cast<char32_t>(part.word.kind);
  key += static_cast<char32_t>(part.role);
  for (const char c : part.word.sense)
    key += static_cast<char32_t>(static_cast<unsigned char>(c));
  return key;
}

}  // namespace

model::CompiledName NameCompiler::compile(std::string_view field, float prior_max) {
  model::CompiledName out;
  const auto intern = [&](const Part& part) {
    const auto [known, is_new] = memo_.try_emplace(memo_key(part), 0);
    if (is_new) known->second = into_.add(token_of(part, tables_), tables_.sequences);
    return known->second;
  };
  for (const auto& name : parse_name(field, tables_)) {
    out.is_company = out.is_company || name.is_company;
    for (const auto& division : divisions_of(name, tables_)) {
      if (out.parses.size() == parses_max) break;
      if (division.prior_bits > prior_max) continue;
      out.parses.push_back({static_cast<std::uint16_t>(division.prior_bits * 256),
                            static_cast<std::uint8_t>(out.tokens.size()),
                            static_cast<std::uint8_t>(division.parts.size())});
      for (const auto& part : division.parts)
        out.tokens.push_back(intern(part));
    }
  }
  return out;
}

}  // namespace normalise
