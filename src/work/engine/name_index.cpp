#include "work/engine/name_index.h"

#include <algorithm>
#include <ranges>

namespace engine {
namespace {

/// Ways to cut a name and readings that cost more than this are not looked up, in bits; the
/// comparison itself knows them all.
constexpr float parse_prior_max = 1.5F, reading_prior_max = 4.5F;

std::uint32_t hash_of(std::u32string_view text) {
  std::uint32_t sum = 0x811C9DC5U;
  for (const char32_t c : text)
    sum = (sum ^ c) * 0x01000193U;
  return sum;
}

std::span<const NameIndex::Hashed::value_type> range_of(const NameIndex::Hashed& hashed,
                                                        std::uint32_t key) {
  const auto found =
      std::ranges::equal_range(hashed, key, {}, &NameIndex::Hashed::value_type::first);
  return {found.begin(), found.end()};
}

}  // namespace

Postings::Postings(std::size_t keys, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs)
    : starts_(keys + 1), values_(pairs.size()) {
  for (const auto& [key, value] : pairs)
    ++starts_[key + 1];
  for (std::size_t key = 0; key < keys; ++key)
    starts_[key + 1] += starts_[key];
  auto next = starts_;
  for (const auto& [key, value] : pairs)
    values_[next[key]++] = value;
}

NameIndex::NameIndex(const NameMatcher& matcher)
    : matcher_(matcher), compiler_(matcher.compiler(pool_)) {}

void NameIndex::add(std::string_view name) {
  const auto compiled = compiler_.compile(name);
  tokens_.insert(tokens_.end(), compiled.tokens.begin(), compiled.tokens.end());
  parses_.insert(parses_.end(), compiled.parses.begin(), compiled.parses.end());
  is_company_.push_back(compiled.is_company);
  starts_.push_back(
      {static_cast<std::uint32_t>(tokens_.size()), static_cast<std::uint32_t>(parses_.size())});
}

model::NameView NameIndex::name(std::uint32_t number) const {
  const auto from = starts_[number];
  const auto to = starts_[number + 1];
  return {&pool_, std::span(tokens_).subspan(from.token, to.token - from.token),
          std::span(parses_).subspan(from.parse, to.parse - from.parse), is_company_[number]};
}

Postings NameIndex::name_postings() const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<model::TokenId> seen;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const auto one = name(number);
    seen.clear();
    for (const auto& parse : one.parses) {
      if (parse.prior_bits() > parse_prior_max) continue;
      for (const auto token : one.tokens_of(parse))
        if (pool_[token].kind == model::TokenKind::word) seen.push_back(token);
    }
    std::ranges::sort(seen);
    const auto twins = std::ranges::unique(seen);
    seen.erase(twins.begin(), twins.end());
    for (const auto token : seen)
      pairs.emplace_back(token, number);
  }
  return {pool_.size(), std::move(pairs)};
}

Postings NameIndex::spelling_postings() const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (model::TokenId token = 0; token < pool_.size(); ++token) {
    if (names_[token].empty()) continue;
    for (const auto& reading : pool_[token].readings)
      if (reading.prior_bits() <= reading_prior_max) pairs.emplace_back(reading.spelling, token);
  }
  return {pool_.spelling_count(), std::move(pairs)};
}

void NameIndex::close() {
  compiler_.forget();
  pool_.close();
  tokens_.shrink_to_fit();
  parses_.shrink_to_fit();
  starts_.shrink_to_fit();
  names_ = name_postings();
  spelled_ = spelling_postings();
  for (model::TokenId token = 0; token < pool_.size(); ++token) {
    if (names_[token].empty()) continue;
    const auto view = pool_[token];
    written_.emplace_back(hash_of(view.text), token);
    for (const auto id : view.concepts)
      attested_.emplace_back(id, token);
  }
  written_.shrink_to_fit();
  attested_.shrink_to_fit();
  std::ranges::sort(written_);
  std::ranges::sort(attested_);
  spellings_ = resolve::SpellingSearch(pool_);
}

std::span<const NameIndex::Hashed::value_type> NameIndex::tokens_written(
    std::u32string_view text) const {
  return range_of(written_, hash_of(text));
}

std::span<const NameIndex::Hashed::value_type> NameIndex::tokens_attested(std::uint32_t id) const {
  return range_of(attested_, id);
}

std::size_t NameIndex::bytes() const {
  return pool_.bytes() + tokens_.capacity() * sizeof(model::TokenId) +
         parses_.capacity() * sizeof(model::NameParse) + starts_.capacity() * sizeof(Place) +
         is_company_.capacity() / 8 + spellings_.bytes() + names_.bytes() + spelled_.bytes() +
         (written_.capacity() + attested_.capacity()) * sizeof(Hashed::value_type);
}

}  // namespace engine
