#include "work/engine/name_index.h"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

/// Ways to cut a name and readings that cost more than this are not looked up, in bits; the
/// comparison itself knows them all.
constexpr float parse_prior_max = 1.5F, reading_prior_max = 2.1F;

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

Postings::Postings(std::size_t keys,
                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs)
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
    : matcher_(matcher), pool_(reading_prior_max), compiler_(matcher.compiler(pool_)) {}

void NameIndex::add(std::string_view name) {
  auto compiled = compiler_.compile(name, parse_prior_max);
  const auto number = static_cast<std::uint32_t>(size());
  text_ += name;
  starts_.push_back(text_.size());
  std::size_t fewest = compiled.parses.empty() ? 0 : 255;
  for (const auto& parse : compiled.parses)
    fewest = std::min<std::size_t>(fewest, parse.count);
  word_counts_.push_back(static_cast<std::uint8_t>(fewest));
  auto& tokens = compiled.tokens;
  std::ranges::sort(tokens);
  const auto twins = std::ranges::unique(tokens);
  tokens.erase(twins.begin(), twins.end());
  for (const auto token : tokens)
    if (pool_[token].kind == model::TokenKind::word) places_.emplace_back(token, number);
}

void NameIndex::close() {
  compiler_.forget();
  pool_.close();
  text_.shrink_to_fit();
  starts_.shrink_to_fit();
  word_counts_.shrink_to_fit();
  names_ = Postings(pool_.size(), std::exchange(places_, {}));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spelled;
  for (model::TokenId token = 0; token < pool_.size(); ++token)
    for (const auto& reading : pool_[token].readings)
      spelled.emplace_back(reading.spelling, token);
  spelled_ = Postings(pool_.spelling_count(), spelled);
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
  return pool_.bytes() + text_.capacity() + starts_.capacity() * sizeof starts_[0] +
         word_counts_.capacity() + spellings_.bytes() + names_.bytes() + spelled_.bytes() +
         (written_.capacity() + attested_.capacity()) * sizeof(Hashed::value_type);
}

}  // namespace engine
