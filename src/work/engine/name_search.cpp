#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <bit>

namespace engine {
namespace {

using model::NameParse;
using model::NameView;
using model::TokenKind;
using resolve::TokenRef;

constexpr int sound_limit = 8 * 8;
constexpr std::size_t readings_max = 3, hits_max = 400, names_a_unit_max = 20'000,
                      compared_max = 64;
constexpr float reading_prior_max = 3, parse_prior_max = 2, missing = -3.5F;

}  // namespace

NameSearch::NameSearch(const NameIndex& index)
    : index_(index), comparer_(index.matcher()), joiner_(index.matcher().sequences()) {}

void NameSearch::add_sounds(TokenRef token, Hits& hits) {
  const auto view = token.view();
  std::array<std::size_t, model::alphabet_count> used{};
  for (const auto& reading : view.readings) {
    auto& count = used[static_cast<std::size_t>(reading.alphabet)];
    if (reading.prior_bits() > reading_prior_max || count == readings_max) continue;
    ++count;
    spellings_.clear();
    index_.spellings().find(index_.pool(), reading.alphabet, token.pool->symbols(reading),
                            index_.matcher().costs(), sound_limit, spellings_);
    const float information = token.pool->information_bits(reading);
    for (const auto& found : spellings_)
      for (const auto id : index_.tokens_spelled(found.spelling)) {
        const auto other = index_.pool()[id];
        if (other.is_han && view.is_han) continue;
        const auto known =
            std::ranges::find(other.readings, found.spelling, &model::Reading::spelling);
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

void NameSearch::collect_unit(const Unit& unit, float missing_bits, bool may_add) {
  std::size_t read = 0;
  for (const auto& hit : *unit.hits) {
    for (const auto number : index_.names_with(hit.token)) {
      if (may_add) {
        auto& candidate =
            candidates_.try_emplace(number, Candidate{number, 0, 0, missing_bits}).first->second;
        if ((candidate.slots & unit.slots) == 0) {
          candidate.bits += hit.bits - missing * static_cast<float>(std::popcount(unit.slots));
          candidate.slots |= unit.slots;
        }
      } else if (const auto known = candidates_.find(number);
                 known != candidates_.end() && (known->second.slots & unit.slots) == 0) {
        known->second.bits += hit.bits - missing * static_cast<float>(std::popcount(unit.slots));
        known->second.slots |= unit.slots;
      }
    }
    read += index_.names_with(hit.token).size();
    if (may_add && read > names_a_unit_max) may_add = false;
  }
}

void NameSearch::collect(const NameView& query, const NameParse& parse) {
  std::vector<Unit> units;
  const auto tokens = query.tokens_of(parse);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const TokenRef token{query.pool, tokens[at]};
    if (token.view().kind == TokenKind::word) units.push_back({token, 1U << at});
    if (at + 1 < tokens.size() && token.view().kind != TokenKind::legal) {
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
    collect_unit(unit, nothing, true);
  for (const auto& [number, candidate] : candidates_)
    best_.push_back(candidate);
}

void NameSearch::rank(const NameView& query) {
  for (auto& candidate : best_) {
    const auto name = index_.name(candidate.name);
    // What the name has beyond the query counts as missing.
    std::size_t fewest = 99;
    for (const auto& parse : name.parses)
      fewest = std::min<std::size_t>(fewest, parse.count);
    const auto found = static_cast<std::size_t>(std::popcount(candidate.slots));
    if (fewest > found) candidate.bits += missing * static_cast<float>(fewest - found);
  }
  const auto is_better = [](const Candidate& one, const Candidate& other) {
    return one.bits != other.bits ? one.bits > other.bits : one.name < other.name;
  };
  const auto kept = std::min(best_.size(), compared_max * 2);
  std::ranges::partial_sort(best_, best_.begin() + static_cast<std::ptrdiff_t>(kept), is_better);
  best_.resize(kept);
  std::ranges::stable_sort(best_, {}, &Candidate::name);
  const auto twins = std::ranges::unique(best_, {}, &Candidate::name);
  best_.erase(twins.begin(), twins.end());
  std::ranges::sort(best_, is_better);
  if (best_.size() > compared_max) best_.resize(compared_max);
  for (auto& candidate : best_)
    candidate.bits = comparer_.bits(query, index_.name(candidate.name));
  std::ranges::sort(best_, is_better);
}

std::vector<NameSearch::Found> NameSearch::find(std::string_view query, std::size_t top) {
  pool_.clear();
  joiner_.clear();
  hits_.clear();
  best_.clear();
  auto compiler = index_.matcher().compiler(pool_);
  const auto compiled = compiler.compile(query);
  const auto view = compiled.in(pool_);
  for (const auto& parse : view.parses)
    if (parse.prior_bits() <= parse_prior_max) collect(view, parse);
  rank(view);
  std::vector<Found> out;
  for (const auto& candidate : best_)
    if (out.size() < top) out.push_back({candidate.name, candidate.bits});
  return out;
}

}  // namespace engine
