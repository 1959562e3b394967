#include "steps/normalise/name_readings.h"

#include <algorithm>
#include <cmath>

#include "ground/text/folded_text.h"
#include "steps/normalise/letters.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/name_words.h"
#include "steps/normalise/variants.h"

namespace normalise {
namespace {

using model::Alphabet;
using model::Spelling;

constexpr std::size_t listed_max = 8, built_max = 8;
/// What it costs to assume a reading that no list has, and each second choice in it. Judgement.
constexpr float built_bits = 2.0F, second_choice_bits = 0.7F, kun_bits = 1.0F;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  while (true) {
    const auto end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::uint8_t> ascii_symbols(std::string_view letters, Alphabet alphabet) {
  std::vector<std::uint8_t> out;
  for (const char letter : letters)
    if (const auto symbol = model::symbol_of(alphabet, static_cast<unsigned char>(letter));
        symbol != 255)
      out.push_back(symbol);
  return out;
}

void add_spelling(std::vector<Spelling>& into, Alphabet alphabet, std::vector<std::uint8_t> symbols,
                  float prior) {
  if (symbols.empty()) return;
  const auto twin = std::ranges::find_if(into, [&](const Spelling& spelling) {
    return spelling.alphabet == alphabet && spelling.symbols == symbols;
  });
  if (twin == into.end())
    into.push_back({alphabet, std::move(symbols), prior});
  else
    twin->prior_bits = std::min(twin->prior_bits, prior);
}

/// "watanabe:272 watabe:1": a reading costs by how seldom it is among these.
void add_listed(std::vector<Spelling>& into, std::string_view list) {
  const auto readings = split(list, ' ');
  float all = 0;
  for (const auto reading : readings)
    all += static_cast<float>(number_of<std::uint32_t>(reading.substr(reading.find(':') + 1)));
  for (std::size_t at = 0; at < std::min(readings.size(), listed_max); ++at) {
    const auto colon = readings[at].find(':');
    const auto count = static_cast<float>(number_of<std::uint32_t>(readings[at].substr(colon + 1)));
    const float prior = std::min(4.0F, 0.5F * std::log2(all / std::max(1.0F, count)));
    add_spelling(into, Alphabet::kana, ascii_symbols(readings[at].substr(0, colon), Alphabet::kana),
                 prior);
  }
}

struct Partial {
  std::string text;
  float cost = 0;
};

/// Every way through the readings of the characters, cheapest first, at most built_max.
std::vector<Partial> built(const std::vector<std::vector<Partial>>& characters) {
  std::vector<Partial> ways{{}};
  for (const auto& choices : characters) {
    std::vector<Partial> longer;
    for (const auto& way : ways)
      for (const auto& choice : choices)
        longer.push_back({way.text + choice.text, way.cost + choice.cost});
    std::ranges::stable_sort(longer, {}, &Partial::cost);
    if (longer.size() > built_max) longer.resize(built_max);
    ways = std::move(longer);
  }
  return ways;
}

std::vector<Partial> choices_of(std::string_view list, float first_cost) {
  std::vector<Partial> out;
  float cost = first_cost;
  if (list.empty()) return out;
  for (const auto reading : split(list, ' ')) {
    out.push_back({std::string(reading), cost});
    cost += second_choice_bits;
  }
  return out;
}

/// Fields of tools/name_sources.h: pinyin, on, kun, hangul.
struct HanFields {
  std::vector<std::vector<Partial>> pinyin, on, any, hangul;
};

HanFields fields_of(std::u32string_view word, const NameTables& tables) {
  HanFields out;
  for (char32_t c : word) {
    const auto value = tables.unihan->find("han", text::to_utf8({&c, 1}));
    const auto fields = value ? split(*value, '\t') : std::vector<std::string_view>();
    const auto field = [&](std::size_t at) {
      return at < fields.size() ? fields[at] : std::string_view();
    };
    out.pinyin.push_back(choices_of(field(0), 0));
    out.on.push_back(choices_of(field(1), 0));
    auto any = choices_of(field(1), 0);
    for (auto& kun : choices_of(field(2), kun_bits))
      any.push_back(std::move(kun));
    out.any.push_back(std::move(any));
    out.hangul.push_back(choices_of(field(3), 0));
  }
  return out;
}

void add_built(std::vector<Spelling>& into, Alphabet alphabet,
               const std::vector<std::vector<Partial>>& characters, float prior) {
  for (const auto& way : built(characters)) {
    const auto letters = text::fold_words(way.text);
    auto symbols = alphabet == Alphabet::hangul ? symbols_of(letters, alphabet)
                                                : ascii_symbols(way.text, alphabet);
    add_spelling(into, alphabet, std::move(symbols), prior + way.cost);
  }
}

}  // namespace

std::uint32_t bearers(const NameTables& tables, std::string_view section, std::string_view key) {
  if (tables.jmnedict == nullptr) return 0;
  const auto value = tables.jmnedict->find(section, key);
  if (!value) return 0;
  std::uint32_t all = 0;
  for (const auto reading : split(*value, ' '))
    all += number_of<std::uint32_t>(reading.substr(reading.rfind(':') + 1));
  return all;
}

std::u32string variant_form(std::u32string_view word, const NameTables& tables) {
  std::u32string out;
  for (const char32_t c : word) {
    char32_t form = c == U'々' && !out.empty() ? out.back() : usual_form(c);
    if (tables.unihan != nullptr)
      if (const auto chief = tables.unihan->find("variant", text::to_utf8({&form, 1})))
        form = first_code_point(*chief);
    out += form;
  }
  return out;
}

std::string kana_key(std::u32string_view word) {
  return text::to_utf8(letters_of(symbols_of(word, Alphabet::kana), Alphabet::kana));
}

std::vector<Spelling> han_spellings(std::u32string_view word, NameRole role,
                                    const NameTables& tables) {
  std::vector<Spelling> out;
  const auto key = text::to_utf8(word);
  if (tables.jmnedict != nullptr) {
    if (role != NameRole::given)
      if (const auto list = tables.jmnedict->find("surname", key)) add_listed(out, *list);
    if (role != NameRole::surname)
      if (const auto list = tables.jmnedict->find("given", key)) add_listed(out, *list);
  }
  if (tables.unihan == nullptr) return out;
  std::u32string plain(word);
  for (std::size_t at = 1; at < plain.size(); ++at)
    if (plain[at] == U'々') plain[at] = plain[at - 1];
  const auto fields = fields_of(plain, tables);
  add_built(out, Alphabet::kana, out.empty() ? fields.any : fields.on, built_bits);
  add_built(out, Alphabet::pinyin, fields.pinyin, 0);
  add_built(out, Alphabet::hangul, fields.hangul, 0.5F);
  return out;
}

}  // namespace normalise
