#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace engine {
namespace {

using model::NameParse;
using model::NameView;
using model::TokenId;
using model::TokenKind;
using resolve::TokenRef;

// Bounds of the work, and bits; judged on the development names.
constexpr std::size_t readings_max = 2, hits_max = 400, pairs_max = 6'000, places_a_pair_max = 64,
                      places_alone_max = 400, tried_max = 4'000, sounds_max = 250,
                      names_compared_max = 40, tokens_kept_max = 50'000;
constexpr int least_worth = 16, most_worth = 112;
constexpr float reading_bits_max = 3, parse_bits_max = 2, missing = -3.5F, attested_loss = 0.5F,
                initial_bits = 1.5F, pair_bits_min = -2, pair_bits_step = 2, bits_max = 14,
                worse_max = 9;

constexpr auto is_likelier = [](const auto& one, const auto& other) {
  return one.bits != other.bits ? one.bits > other.bits : one.name < other.name;
};

/// What it is worth that a part is the same.
float worth_if_same(TokenRef token, const resolve::SoundCosts& costs) {
  const auto view = token.view();
  if (view.is_han) return std::min(bits_max, 6 * static_cast<float>(view.text.size()));
  int most = 0;
  for (const auto& reading : view.readings)
    most = std::max(most, 2 * costs.worth_of(sound_word_of(*token.pool, reading)));
  return most == 0 ? 6 : std::min(bits_max, static_cast<float>(most) / 8);
}

}  // namespace

void NameSearch::Candidates::clear() {
  std::ranges::fill(slots_, std::uint16_t{0});
  all_.clear();
}

NameSearch::Candidate* NameSearch::Candidates::find_or_add(std::uint32_t name, float bits) {
  auto at = (name * 0x9E3779B1U) >> 19U;
  while (slots_[at] != 0 && all_[slots_[at] - 1U].name != name)
    at = (at + 1) % slot_count;
  if (slots_[at] == 0) {
    if (all_.size() == count_max) return nullptr;
    all_.push_back({name, 0, bits});
    slots_[at] = static_cast<std::uint16_t>(all_.size());
  }
  return &all_[slots_[at] - 1U];
}

NameSearch::NameSearch(const NameIndex& index)
    : index_(index), comparer_(index.matcher()), joiner_(index.matcher().sequences()) {
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
    sounds_.clear();
    const auto& costs = index_.matcher().sound_costs();
    index_.sounds().find(word, costs, {least_worth, tried_max, sounds_max}, sounds_);
    for (const auto& found : sounds_)
      for (const auto& sounding : index_.tokens_sounding(found.word)) {
        if (sounding.is_han != 0 && view.is_han) continue;
        const int worth = std::min(most_worth, found.worth) - index_.prior_of(sounding);
        hits.push_back({sounding.token, static_cast<float>(worth) / 8 - reading.prior_bits()});
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

void NameSearch::add_unit(TokenRef token, std::uint32_t slots) {
  Unit unit{slots, {}, 0, 0};
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
      if (id >= from && id < end) hits.push_back({id, initial_bits});
  }
  std::ranges::sort(hits, [](const Hit& one, const Hit& other) {
    return one.token != other.token ? one.token < other.token : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(hits, {}, &Hit::token);
  hits.erase(twins.begin(), twins.end());
  std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::bits);
  if (hits.size() > hits_max) hits.resize(hits_max);
  for (const auto& hit : hits)
    unit.places += index_.places_of(hit.token).size();
  units_.push_back(std::move(unit));
}

void NameSearch::add_name(NameIndex::Place place, std::uint32_t slots, float one_bits,
                          std::uint32_t more, float more_bits) {
  auto* known = candidates_.find_or_add(static_cast<std::uint32_t>(place), nothing_bits_);
  if (known == nullptr) return;
  const auto add = [&](std::uint32_t part, float bits) {
    if ((known->slots & part) != 0) return;
    known->slots |= part;
    known->bits += bits - missing * static_cast<float>(std::popcount(part));
  };
  add(slots, one_bits);
  add(more, more_bits);
}

/// Names where a part like `one` stands beside a part like `other`.
void NameSearch::collect_pairs(const Unit& one, const Unit& other) {
  if (one.hits.empty() || other.hits.empty()) return;
  // What is worth most together comes first, so that the bound cuts off the least.
  std::size_t tried = 0;
  for (float least = one.hits.front().bits + other.hits.front().bits, above = 1000;
       above > pair_bits_min && tried < pairs_max; above = least, least -= pair_bits_step)
    tried += try_pairs(one, other, least, above, pairs_max - tried);
}

/// Pairs that are worth `least` bits or more, but less than `above`; no more than are left to try.
std::size_t NameSearch::try_pairs(const Unit& one, const Unit& other, float least, float above,
                                  std::size_t left) {
  std::size_t tried = 0;
  for (const auto& first : one.hits) {
    if (first.bits + other.hits.front().bits < least) break;
    const auto first_places = index_.places_of(first.token);
    const auto from = std::ranges::lower_bound(other.hits, above - first.bits,
                                               std::ranges::greater_equal(), &Hit::bits);
    for (const auto& second : std::span(from, other.hits.end())) {
      if (first.bits + second.bits < least) break;
      if (tried == left) return tried;
      ++tried;
      const auto second_places = index_.places_of(second.token);
      const bool is_first = first_places.size() <= second_places.size();
      const auto places = is_first ? first_places : second_places;
      const auto partner = NameIndex::Place{is_first ? second.token : first.token} << 32U;
      auto at = std::ranges::lower_bound(places, partner);
      for (std::size_t count = 0;
           count < places_a_pair_max && at != places.end() && *at >> 32U == partner >> 32U;
           ++count, ++at)
        add_name(*at, one.slots, first.bits, other.slots, second.bits);
    }
  }
  return tried;
}

void NameSearch::collect_initial(const Unit& one, const Unit& initial) {
  const auto [from, end] = index_.tokens_beginning(initial.initial);
  std::size_t left = pairs_max;
  for (const auto& hit : one.hits) {
    const auto places = index_.places_of(hit.token);
    auto at = std::ranges::lower_bound(places, NameIndex::Place{from} << 32U);
    for (std::size_t count = 0;
         left > 0 && count < places_alone_max && at != places.end() && *at >> 32U < end;
         ++at, ++count, --left)
      add_name(*at, one.slots, hit.bits, initial.slots, initial_bits);
  }
}

void NameSearch::collect_alone(const Unit& unit) {
  std::size_t left = places_alone_max;
  for (const auto& hit : unit.hits)
    for (const auto place : index_.places_of(hit.token)) {
      if (left == 0) return;
      --left;
      add_name(place, unit.slots, hit.bits, 0, 0);
    }
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
  nothing_bits_ = missing * static_cast<float>(words.size()) - parse.prior_bits();
  candidates_.clear();
  for (std::size_t one = 0; one < units_.size(); ++one)
    for (std::size_t other = one + 1; other < units_.size(); ++other) {
      const auto &first = units_[one], &second = units_[other];
      if ((first.slots & second.slots) != 0) continue;
      collect_pairs(first, second);
      if (first.initial != 0) collect_initial(second, first);
      if (second.initial != 0) collect_initial(first, second);
    }
  std::ranges::stable_sort(units_, {}, &Unit::places);
  for (const auto& unit : units_)
    collect_alone(unit);
  keep_best(words.size());
}

/// Only the best candidates are worth a comparison.
void NameSearch::keep_best(std::size_t words) {
  const auto before = best_.size();
  for (auto candidate : candidates_.all()) {
    // What the name has beyond the query counts as missing.
    const auto found = static_cast<std::size_t>(std::popcount(candidate.slots));
    const auto others = words - found + index_.word_count(candidate.name);
    if (others > words) candidate.bits += missing * static_cast<float>(others - words);
    best_.push_back(candidate);
  }
  const auto from = best_.begin() + static_cast<std::ptrdiff_t>(before);
  const auto kept = std::min(best_.size() - before, names_compared_max);
  std::partial_sort(from, from + static_cast<std::ptrdiff_t>(kept), best_.end(), is_likelier);
  best_.resize(before + kept);
}

void NameSearch::gather(const NameView& query) {
  best_.clear();
  joiner_.clear();
  for (const auto& parse : query.parses)
    if (parse.prior_bits() <= parse_bits_max) collect(query, parse);
  std::ranges::sort(best_, [](const Candidate& one, const Candidate& other) {
    return one.name != other.name ? one.name < other.name : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(best_, {}, &Candidate::name);
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
