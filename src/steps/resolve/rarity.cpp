#include "steps/resolve/rarity.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "steps/resolve/words.h"

namespace resolve {
namespace {

std::uint64_t hash_of(Trait trait, std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL ^ static_cast<std::uint64_t>(trait);  // FNV-1a
  hash *= 1099511628211ULL;
  for (char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

// Shares of innocent reports, by judgement: asking the way is what tourists do, asking for a
// phone number at once or inviting a stranger to a drink is not.
constexpr std::array<std::pair<std::string_view, double>, 12> common_acts = {{{"AP1", 0.30},
                                                                              {"AP2", 0.12},
                                                                              {"AP3", 0.10},
                                                                              {"AP4", 0.12},
                                                                              {"AP5", 0.20},
                                                                              {"AS2", 0.12},
                                                                              {"AS4", 0.10},
                                                                              {"CV1", 0.10},
                                                                              {"DV1", 0.12},
                                                                              {"DV2", 0.10},
                                                                              {"SP1", 0.10},
                                                                              {"SP2", 0.12}}};

double default_act_share(std::string_view id) {
  for (const auto& [known, share] : common_acts)
    if (known == id) return share;
  return 0.06;
}

/// A telephone number or a brochure is asked for by many, a drawing by few.
double default_request_share(std::string_view text) {
  if (text.starts_with("internal:") || text.starts_with("secret:") || text.starts_with("access:"))
    return 0.04;
  return text.starts_with("personal:") ? 0.2 : 0.08;
}

/// By the grade in front, which tells in how many texts of data/corpus an idea occurs.
double default_told_share(std::string_view text) {
  if (text.starts_with('3')) return 0.015;
  return text.starts_with('2') ? 0.05 : 0.3;
}

bool is_handle(Trait trait) {
  return trait == Trait::phone || trait == Trait::email || trait == Trait::handle ||
         trait == Trait::plate;
}

double default_share(Trait trait, std::string_view text) {
  switch (trait) {
    case Trait::phone:
    case Trait::email:
      return 1e-5;
    case Trait::handle:
      return 2e-5;
    case Trait::plate:
      return 1e-4;
    case Trait::url:
      return 1e-3;
    case Trait::name:
      return 5e-4;
    case Trait::name_part:
      return 0.01;
    case Trait::sound:
      return 2e-3;
    case Trait::sound_part:
      // Short skeletons are shared by many names.
      return text.size() >= 4 ? 0.02 : text.size() == 3 ? 0.04 : 0.15;
    case Trait::employer:
      return 5e-3;
    case Trait::behaviour:
      return default_act_share(text);
    case Trait::said:
      return 0.12;
    case Trait::told:
      return default_told_share(text);
    case Trait::request:
      return default_request_share(text);
    case Trait::technology:
      return 0.08;
    case Trait::area:
      return 0.06;
  }
  return 1;
}

}  // namespace

std::string name_text(const model::PersonaFeatures::Name& name) {
  if (name.skeleton.empty()) {
    std::string joined = name.folded;
    std::erase(joined, ' ');
    return joined;
  }
  std::string joined;
  for (const auto& token : name.tokens)
    joined += token;
  return joined;
}

void Rarity::count_one(Trait trait, std::string_view text) {
  if (!text.empty()) ++counts_[hash_of(trait, text)];
}

void Rarity::set_count(Trait trait, std::string_view text, std::uint64_t count) {
  counts_[hash_of(trait, text)] =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(count, UINT32_MAX));
}

void Rarity::add(const model::PersonaFeatures& features) {
  std::set<std::pair<Trait, std::string>> traits;
  auto each = [&](Trait trait, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
      traits.emplace(trait, text);
  };
  each(Trait::phone, features.phones);
  each(Trait::email, features.emails);
  each(Trait::handle, features.handles);
  each(Trait::url, features.urls);
  each(Trait::behaviour, features.behaviours);
  each(Trait::said, features.said_words);
  each(Trait::told, features.told);
  each(Trait::request, features.requests);
  each(Trait::technology, features.technologies);
  for (const auto& name : features.names) {
    traits.emplace(Trait::name, name_text(name));
    traits.emplace(Trait::sound, name.skeleton);
    each(Trait::name_part, name.tokens);
    each(Trait::sound_part, split_words(name.skeleton));
  }
  traits.emplace(Trait::plate, features.plate);
  traits.emplace(Trait::employer, features.employer);
  for (const auto& place : features.places)
    traits.emplace(Trait::area, place.area);
  for (const auto& [trait, text] : traits)
    count_one(trait, text);
  ++personas_;
}

double Rarity::share(Trait trait, std::string_view text) const {
  const auto found = counts_.find(hash_of(trait, text));
  const double counted = found == counts_.end() ? 0.0 : static_cast<double>(found->second);
  const double others = std::max(0.0, counted - (is_handle(trait) ? campaign_uses : pair_uses));
  const double prior = prior_personas * default_share(trait, text);
  return std::min(1.0, (others + prior) / (static_cast<double>(personas_) + prior_personas));
}

}  // namespace resolve
