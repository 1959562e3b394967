#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/model/name_tokens.h"
#include "steps/resolve/sound_search.h"
#include "work/engine/name_matcher.h"

namespace engine {

/// The sounds of one spelling of a part.
[[nodiscard]] resolve::SoundWord sound_word_of(const model::TokenPool& pool,
                                               const model::NameReading& reading);

/// Many names, and where each part of them stands. Distinct parts are kept once, by the order of
/// their sounds; a part knows its names, and what stands beside it there. add() all, then close(),
/// then it may be shared by threads.
class NameIndex {
 public:
  /// The matcher must outlive it.
  explicit NameIndex(const NameMatcher& matcher);
  NameIndex(NameIndex&&) noexcept;
  ~NameIndex();

  static constexpr std::size_t names_max = 100'000'000;
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
  [[nodiscard]] const NameMatcher& matcher() const { return matcher_; }

  /// Distinct parts.
  [[nodiscard]] std::size_t token_count() const { return places_at_.size() - 1; }
  /// Where a part stands: the other part (or `alone`) in the upper half, the number of the name in
  /// the lower; sorted. Names are numbered from 0 in the order in which they were added.
  using Place = std::uint64_t;
  static constexpr model::TokenId alone = 0xFFFFFFFF;
  [[nodiscard]] std::span<const Place> places_of(model::TokenId token) const {
    return std::span(places_).subspan(places_at_[token], places_at_[token + 1] - places_at_[token]);
  }

  /// All sounds of all parts; a sound has parts.
  [[nodiscard]] const resolve::SoundSearch& sounds() const { return sounds_; }
  struct Sounding {
    model::TokenId token : 31 = 0;
    std::uint32_t is_han : 1 = 0;
  };
  [[nodiscard]] std::span<const Sounding> tokens_sounding(std::uint32_t word) const {
    return std::span(sounding_).subspan(sounding_at_[word],
                                        sounding_at_[word + 1] - sounding_at_[word]);
  }
  /// What it costs to assume that a part sounds so, in eighths of a bit.
  [[nodiscard]] int prior_of(const Sounding& sounding) const {
    return priors_[static_cast<std::size_t>(&sounding - sounding_.data())];
  }

  /// Parts by normalise::concept_of: of their letters, and of what they are attested as.
  using Hashed = std::pair<std::uint32_t, model::TokenId>;
  [[nodiscard]] std::span<const Hashed> tokens_written(std::uint32_t id) const;
  [[nodiscard]] std::span<const Hashed> tokens_attested(std::uint32_t id) const;

  /// Parts whose first sound is of a class, as resolve::skeleton_of counts them: from, end.
  [[nodiscard]] std::pair<model::TokenId, model::TokenId> tokens_beginning(unsigned first) const {
    return {beginning_[first], beginning_[first + 1]};
  }
  /// Parts of one letter.
  [[nodiscard]] std::span<const model::TokenId> initials() const { return initials_; }

  /// Bytes of memory that it holds: the names as they were added, distinct parts with all that is
  /// known of them, and the lists of where they stand.
  struct Bytes {
    std::size_t text = 0, tokens = 0, places = 0;
    [[nodiscard]] std::size_t all() const { return text + tokens + places; }
  };
  [[nodiscard]] Bytes bytes() const;

 private:
  struct Draft;
  void order_tokens();
  void fill_sounds();
  void fill_hashes();
  void fill_places();

  const NameMatcher& matcher_;
  std::unique_ptr<Draft> draft_;  ///< until close()
  std::string text_;
  std::vector<std::uint64_t> starts_ = std::vector<std::uint64_t>(1);
  std::vector<std::uint8_t> word_counts_;
  std::vector<std::uint64_t> places_at_;
  std::vector<Place> places_;
  resolve::SoundSearch sounds_;
  std::vector<std::uint32_t> sounding_at_;
  std::vector<Sounding> sounding_;
  std::vector<std::uint8_t> priors_;
  std::vector<Hashed> written_, attested_;
  std::array<model::TokenId, 17> beginning_{};
  std::vector<model::TokenId> initials_;
};

}  // namespace engine
