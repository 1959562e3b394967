#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {
namespace {

using model::NameParse;
using model::NameView;
using model::TokenKind;
using resolve::TokenRef;

// Bounds of the work, and bits; judged on the development names.
constexpr std::size_t readings_max = 2, tried_max = 8'000, sounds_max = 500,
                      names_compared_max = 40, tokens_kept_max = 50'000;
constexpr int least_worth = 16, most_worth = 112, least_below = 72;
constexpr float reading_bits_max = 3, parse_bits_max = 2, attested_loss = 0.5F, lost_share = 0.2F,
                bits_max = 14, worse_max = 16;

constexpr auto is_likelier = [](const auto& one, const auto& other) {
  return one.bits != other.bits ? one.bits > other.bits : one.name < other.name;
};

/// What it is worth that a part is the same.
float worth_if_same(TokenRef token, const resolve::SoundCosts& costs) {
  const auto view = token.view();
  float most = view.is_han ? 6 * static_cast<float>(view.text.size()) : 0;
  for (const auto& reading : view.readings) {
    const int worth = 2 * costs.worth_of(sound_word_of(*token.pool, reading));
    most = std::max(most, static_cast<float>(worth) / 8);
  }
  return most == 0 ? 6 : std::min(bits_max, most);
}

}  // namespace

NameSearch::NameSearch(const NameIndex& index)
    : index_(index),
      comparer_(index.matcher()),
      joiner_(index.matcher().sequences()),
      candidates_(index) {
  compiler_.emplace(index_.matcher().compiler(named_));
}

void NameSearch::add_sounds(TokenRef token, Hits& hits) {
  const auto view = token.view();
  std::array<std::size_t, model::alphabet_count> used{};
  for (const auto& reading : view.readings) {
    auto& count = used[static_cast<std::size_t>(reading.alphabet)];
    if (reading.prior_bits() > reading_bits_max || count == readings_max) continue;
    ++count;
    const auto word = sound_word_of(*token.pool, reading);
    if (word == 0) continue;
    const auto& costs = index_.matcher().sound_costs();
    const int same = 2 * costs.worth_of(word);
    const auto [known, is_new] = sounds_.try_emplace(word);
    if (is_new) {
      const int least = std::max(least_worth, std::min(most_worth, same) - least_below);
      index_.sounds().find(word, costs, {least, tried_max, sounds_max}, known->second);
    }
    for (const auto& found : known->second)
      for (const auto& sounding : index_.tokens_sounding(found.word)) {
        if (sounding.is_han != 0 && view.is_han) continue;
        const int worth = std::min(most_worth, found.worth) - index_.prior_of(sounding);
        const float bits = static_cast<float>(worth) / 8 - reading.prior_bits();
        const auto lost = static_cast<float>(std::max(0, same - found.worth)) / 8;
        hits.push_back({sounding.token, bits - lost_share * lost});
      }
  }
}

void NameSearch::add_known(TokenRef token, Hits& hits) const {
  const auto view = token.view();
  const float bits = worth_if_same(token, index_.matcher().sound_costs());
  const auto own = normalise::concept_of(view.text);
  const auto add = [&](auto list, float worth) {
    for (const auto& [hash, id] : list)
      hits.push_back({id, worth});
  };
  add(index_.tokens_written(own), bits + 1);
  add(index_.tokens_attested(own), bits - attested_loss);
  for (const auto id : view.concepts) {
    if (id == own) continue;
    add(index_.tokens_written(id), bits - attested_loss);
    add(index_.tokens_attested(id), bits - attested_loss);
  }
}

void NameSearch::add_unit(TokenRef token, std::uint32_t words) {
  NameUnit unit{words, {}, 0, 0};
  auto& hits = unit.hits;
  const auto view = token.view();
  unsigned first = 0;
  if (!view.readings.empty())
    first = resolve::skeleton_of(sound_word_of(*token.pool, view.readings.front())) >> 28U;
  add_known(token, hits);
  if (view.kind == TokenKind::initial) {
    unit.initial = first;
  } else {
    add_sounds(token, hits);
    const auto [from, end] = index_.tokens_beginning(first);
    for (const auto id : index_.initials())
      if (id >= from && id < end) hits.push_back({id, NameCandidates::initial_bits});
  }
  std::ranges::sort(hits, [](const NameUnit::Hit& one, const NameUnit::Hit& other) {
    return one.token != other.token ? one.token < other.token : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(hits, {}, &NameUnit::Hit::token);
  hits.erase(twins.begin(), twins.end());
  std::ranges::stable_sort(hits, std::ranges::greater(), &NameUnit::Hit::bits);
  if (hits.size() > NameCandidates::hits_max) hits.resize(NameCandidates::hits_max);
  for (const auto& hit : hits)
    unit.places += index_.places_of(hit.token).size();
  units_.push_back(std::move(unit));
}

void NameSearch::collect(const NameView& query, const NameParse& parse) {
  const auto tokens = query.tokens_of(parse);
  units_.clear();
  std::vector<TokenRef> words;
  for (const auto id : tokens)
    if (const auto kind = (*query.pool)[id].kind;
        kind == TokenKind::word || kind == TokenKind::initial)
      words.push_back({query.pool, id});
  if (words.empty())
    for (const auto id : tokens)
      words.push_back({query.pool, id});
  for (std::size_t at = 0; at < words.size(); ++at)
    add_unit(words[at], 1U << at);
  for (std::size_t at = 0; at + 1 < words.size(); ++at)
    add_unit(joiner_.join(words[at], words[at + 1]), 3U << at);
  if (words.size() == 2) add_unit(joiner_.join(words[1], words[0]), 3U);
  candidates_.find(units_, words.size());
  candidates_.best(names_compared_max, parse.prior_bits(), best_);
}

void NameSearch::gather(const NameView& query) {
  best_.clear();
  joiner_.clear();
  sounds_.clear();
  for (const auto& parse : query.parses)
    if (parse.prior_bits() <= parse_bits_max) collect(query, parse);
  std::ranges::sort(best_, [](const NameCandidates::Best& one, const NameCandidates::Best& other) {
    return one.name != other.name ? one.name < other.name : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(best_, {}, &NameCandidates::Best::name);
  best_.erase(twins.begin(), twins.end());
  std::ranges::sort(best_, is_likelier);
  if (best_.size() > names_compared_max) best_.resize(names_compared_max);
}

std::vector<NameSearch::Found> NameSearch::rank(const NameView& query, std::size_t top) {
  std::vector<Found> found;
  compared_.clear();
  for (const auto& candidate : best_) {
    if (candidate.bits < best_.front().bits - worse_max) break;
    // No more than the best are asked for; of equals the one that was added first counts.
    const float cutoff =
        found.size() < top ? NameMatcher::no_cutoff : std::nextafter(found[top - 1].bits, -1000.0F);
    const float bits = compared_bits(query, index_.name(candidate.name), cutoff);
    if (bits <= cutoff) continue;
    const Found one{candidate.name, bits};
    found.insert(std::ranges::upper_bound(found, one, is_likelier), one);
  }
  if (found.size() > top) found.resize(top);
  return found;
}

float NameSearch::compared_bits(const NameView& query, std::string_view name, float cutoff) {
  if (const auto known = compared_.find(name); known != compared_.end()) return known->second;
  const auto compiled = compiler_->compile(name);
  const float bits = comparer_.bits(query, compiled.in(named_), cutoff);
  compared_.emplace(name, bits);
  return bits;
}

std::vector<NameSearch::Found> NameSearch::find(std::string_view query, std::size_t top) {
  if (top == 0) return {};
  pool_.clear();
  if (named_.size() > tokens_kept_max) {
    compiler_->forget();
    named_.clear();
  }
  auto compiler = index_.matcher().compiler(pool_);
  const auto compiled = compiler.compile(query);
  const auto view = compiled.in(pool_);
  gather(view);
  return rank(view, top);
}

std::vector<std::uint32_t> NameSearch::candidates(std::string_view query) {
  pool_.clear();
  auto compiler = index_.matcher().compiler(pool_);
  const auto compiled = compiler.compile(query);
  gather(compiled.in(pool_));
  std::vector<std::uint32_t> names;
  for (const auto& candidate : best_)
    names.push_back(candidate.name);
  return names;
}

}  // namespace engine
