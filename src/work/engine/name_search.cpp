#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace engine {
namespace {

using model::NameParse;
using model::NameView;
using model::TokenKind;
using resolve::TokenRef;

constexpr resolve::CostLimit near_limit{14 * 8, 20, 10}, far_limit{20 * 8, 40, 12};
constexpr std::size_t readings_max = 2, hits_max = 400, names_a_unit_max = 3'000,
                      names_compared_max = 40;
constexpr float reading_bits_max = 3, parse_bits_max = 2, missing = -3.5F, sure_bits = 2;

constexpr auto is_better = [](const auto& one, const auto& other) {
  return one.bits != other.bits ? one.bits > other.bits : one.name < other.name;
};

}  // namespace

NameSearch::NameSearch(const NameIndex& index)
    : index_(index), comparer_(index.matcher()), joiner_(index.matcher().sequences()) {}

void NameSearch::add_sounds(TokenRef token, Hits& hits) {
  const auto view = token.view();
  std::array<std::size_t, model::alphabet_count> used{};
  for (const auto& reading : view.readings) {
    auto& count = used[static_cast<std::size_t>(reading.alphabet)];
    if (reading.prior_bits() > reading_bits_max || count == readings_max) continue;
    ++count;
    spellings_.clear();
    index_.spellings().find(reading.alphabet, token.pool->symbols(reading),
                            index_.matcher().costs(), limit_, spellings_);
    const float information = token.pool->information_bits(reading);
    for (const auto& found : spellings_)
      for (const auto id : index_.tokens_spelled(found.spelling)) {
        const auto other = index_.pool()[id];
        if (other.is_han && view.is_han) continue;
        const auto known =
            std::ranges::find(other.readings, found.spelling, &model::NameReading::spelling);
        const float both = 0.5F * (information + index_.pool().information_bits(*known));
        const float bits =
            std::min(resolve::token_bits_max, both - static_cast<float>(found.cost) / 8) -
            reading.prior_bits() - known->prior_bits();
        if (bits > missing) hits.push_back({id, bits});
      }
  }
}

void NameSearch::add_known(TokenRef token, Hits& hits) {
  const auto view = token.view();
  const auto add = [&](model::TokenId id) {
    hits.push_back(
        {id, resolve::match_tokens(token, {&index_.pool(), id}, index_.matcher().costs(), missing)
                 .bits});
  };
  for (const auto& [hash, id] : index_.tokens_written(view.text))
    if (index_.pool()[id].text == view.text) add(id);
  for (const auto concept_id : view.concepts)
    for (const auto& [hash, id] : index_.tokens_attested(concept_id))
      add(id);
}

const NameSearch::Hits& NameSearch::hits_of(TokenRef token) {
  const auto key = std::uint64_t{token.id} << 1U | (token.pool == &pool_ ? 0U : 1U);
  const auto [place, is_new] = hits_.try_emplace(key);
  auto& hits = place->second;
  if (!is_new) return hits;
  add_sounds(token, hits);
  add_known(token, hits);
  std::ranges::sort(hits, [](const Hit& one, const Hit& other) {
    return one.token != other.token ? one.token < other.token : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(hits, {}, &Hit::token);
  hits.erase(twins.begin(), twins.end());
  std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::bits);
  if (hits.size() > hits_max) hits.resize(hits_max);
  return hits;
}

void NameSearch::collect_unit(const Unit& unit, float missing_bits, std::size_t added_max) {
  const float gain = -missing * static_cast<float>(std::popcount(unit.slots));
  std::size_t read = 0;
  for (const auto& hit : *unit.hits) {
    const auto names = index_.names_with(hit.token);
    read += names.size();
    const bool may_add = read <= added_max;
    for (const auto number : names) {
      const auto known =
          may_add ? candidates_.try_emplace(number, Candidate{number, 0, missing_bits}).first
                  : candidates_.find(number);
      if (known == candidates_.end() || (known->second.slots & unit.slots) != 0) continue;
      known->second.bits += hit.bits + gain;
      known->second.slots |= unit.slots;
    }
  }
}

void NameSearch::collect(const NameView& query, const NameParse& parse) {
  std::vector<Unit> units;
  const auto tokens = query.tokens_of(parse);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const TokenRef token{query.pool, tokens[at]};
    if (token.view().kind == TokenKind::word) units.push_back({token, 1U << at});
    if (joins_ && at + 1 < tokens.size() && token.view().kind != TokenKind::legal) {
      const TokenRef next{query.pool, tokens[at + 1]};
      if (next.view().kind != TokenKind::legal)
        units.push_back({joiner_.join(token, next), 3U << at});
    }
  }
  for (auto& unit : units) {
    unit.hits = &hits_of(unit.token);
    for (const auto& hit : *unit.hits)
      unit.names += index_.names_with(hit.token).size();
  }
  std::ranges::stable_sort(units, {}, &Unit::names);
  const float nothing = missing * static_cast<float>(tokens.size()) - parse.prior_bits();
  candidates_.clear();
  for (const auto& unit : units)
    collect_unit(unit, nothing, names_a_unit_max);
  for (const auto& [number, candidate] : candidates_)
    best_.push_back(candidate);
  shorten();
}

/// Only the best candidates are worth a comparison.
void NameSearch::shorten() {
  for (auto& candidate : best_) {
    if (candidate.is_counted) continue;
    candidate.is_counted = true;
    // What the name has beyond the query counts as missing.
    const auto found = static_cast<std::size_t>(std::popcount(candidate.slots));
    if (const auto words = index_.word_count(candidate.name); words > found)
      candidate.bits += missing * static_cast<float>(words - found);
  }
  const auto kept = std::min(best_.size(), names_compared_max * 2);
  std::ranges::partial_sort(best_, best_.begin() + static_cast<std::ptrdiff_t>(kept), is_better);
  best_.resize(kept);
}

void NameSearch::rank(const NameView& query, std::size_t top) {
  std::ranges::sort(best_, [](const Candidate& one, const Candidate& other) {
    return one.name != other.name ? one.name < other.name : one.bits > other.bits;
  });
  const auto twins = std::ranges::unique(best_, {}, &Candidate::name);
  best_.erase(twins.begin(), twins.end());
  std::ranges::sort(best_, is_better);
  if (best_.size() > names_compared_max) best_.resize(names_compared_max);
  std::vector<float> found;
  for (auto& candidate : best_) {
    // No more than the best are asked for; of equals the one that was added first counts.
    const float cutoff =
        found.size() < top ? NameMatcher::no_cutoff : std::nextafter(found[top - 1], -1000.0F);
    candidate.bits = compared_bits(query, candidate.name, cutoff);
    if (candidate.bits <= cutoff) continue;
    found.insert(std::ranges::upper_bound(found, candidate.bits, std::ranges::greater()),
                 candidate.bits);
  }
  std::ranges::sort(best_, is_better);
  if (best_.size() > top) best_.resize(top);
}

float NameSearch::compared_bits(const NameView& query, std::uint32_t name, float cutoff) {
  if (const auto known = compared_.find(name); known != compared_.end()) return known->second;
  const auto compiled = compiler_->compile(index_.name(name));
  const float bits = comparer_.bits(query, compiled.in(named_), cutoff);
  if (bits > cutoff) compared_.emplace(name, bits);
  return bits;
}

void NameSearch::search(const NameView& query, const resolve::CostLimit& limit, std::size_t top) {
  limit_ = limit;
  hits_.clear();
  best_.clear();
  joiner_.clear();
  for (const auto& parse : query.parses)
    if (parse.prior_bits() <= parse_bits_max) collect(query, parse);
  rank(query, top);
}

std::vector<NameSearch::Found> NameSearch::find(std::string_view query, std::size_t top) {
  if (top == 0) return {};
  pool_.clear();
  auto compiler = index_.matcher().compiler(pool_);
  const auto compiled = compiler.compile(query);
  const auto view = compiled.in(pool_);
  named_.clear();
  compared_.clear();
  compiler_.emplace(index_.matcher().compiler(named_));
  joins_ = false;
  search(view, near_limit, top);
  if (best_.empty() || best_.front().bits < sure_bits) {
    joins_ = true;
    search(view, far_limit, top);
  }
  std::vector<Found> out;
  for (const auto& candidate : best_)
    out.push_back({candidate.name, candidate.bits});
  return out;
}

}  // namespace engine
