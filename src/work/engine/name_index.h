#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/model/name_tokens.h"
#include "steps/resolve/spelling_search.h"
#include "work/engine/name_matcher.h"

namespace engine {

/// Numbers under numbers: for each key the list of what was added under it.
class Postings {
 public:
  /// `pairs` of key and value, keys below `keys`.
  Postings() = default;
  Postings(std::size_t keys, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);

  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t key) const {
    return std::span(values_).subspan(starts_[key], starts_[key + 1] - starts_[key]);
  }
  [[nodiscard]] std::size_t bytes() const { return (starts_.capacity() + values_.capacity()) * 4; }

 private:
  std::vector<std::uint32_t> starts_, values_;
};

/// Many names in comparable form, and where each part of them stands. Distinct parts are kept
/// once. add() all, then close(), then it may be shared by threads.
class NameIndex {
 public:
  /// The matcher must outlive it.
  explicit NameIndex(const NameMatcher& matcher);

  static constexpr std::size_t names_max = 500'000'000;
  /// At most names_max.
  void add(std::string_view name);
  void close();

  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  /// As it was added.
  [[nodiscard]] std::string_view name(std::uint32_t number) const {
    return std::string_view(text_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  /// How many words the name has where it has fewest.
  [[nodiscard]] std::size_t word_count(std::uint32_t number) const { return word_counts_[number]; }
  /// Tokens for looking up: without rare readings.
  [[nodiscard]] const model::TokenPool& pool() const { return pool_; }
  [[nodiscard]] const NameMatcher& matcher() const { return matcher_; }
  [[nodiscard]] const resolve::SpellingSearch& spellings() const { return spellings_; }

  /// Names that have a token; names are numbered from 0 in the order in which they were added.
  [[nodiscard]] std::span<const std::uint32_t> names_with(model::TokenId token) const {
    return names_[token];
  }
  /// Tokens that may be spelled so.
  [[nodiscard]] std::span<const std::uint32_t> tokens_spelled(std::uint32_t spelling) const {
    return spelled_[spelling];
  }
  /// Tokens under hashes: of their letters, and of what they are attested as.
  using Hashed = std::vector<std::pair<std::uint32_t, model::TokenId>>;
  [[nodiscard]] std::span<const Hashed::value_type> tokens_written(std::u32string_view text) const;
  [[nodiscard]] std::span<const Hashed::value_type> tokens_attested(std::uint32_t id) const;

  /// Bytes of memory that it holds.
  [[nodiscard]] std::size_t bytes() const;

 private:
  const NameMatcher& matcher_;
  model::TokenPool pool_;
  normalise::NameCompiler compiler_;
  std::string text_;
  std::vector<std::uint64_t> starts_ = std::vector<std::uint64_t>(1);
  std::vector<std::uint8_t> word_counts_;
  std::vector<std::pair<model::TokenId, std::uint32_t>> places_;  ///< until close()
  resolve::SpellingSearch spellings_;
  Postings names_, spelled_;
  Hashed written_, attested_;
};

}  // namespace engine
