#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ground/model/link.h"

namespace resolve {

/// What can be common or rare.
enum class Trait {
  phone,
  email,
  handle,
  plate,
  url,
  name,        ///< text: name_text()
  name_part,   ///< one token
  sound,       ///< a whole skeleton
  sound_part,  ///< one token of a skeleton
  employer,
  behaviour,  ///< an indicator id
  said,       ///< one word
  told,       ///< one idea with its grade, "3:umbrella"
  request,    ///< "class:words"
  technology,
  area
};

/// The form of a name that does not depend on the order or the spaces in which it was given.
[[nodiscard]] std::string name_text(const model::PersonaFeatures::Name& name);

/// How common a trait is among all personas: the base rate that a match is judged against.
/// Counts are of personas. With few of them a stated default per trait stands in, weighing as
/// much as `prior_personas` of them, so that a young store neither over- nor underrates.
/// Frozen counts give the same bits for ever: fill one, keep it with its version.
class Rarity {
 public:
  static constexpr double prior_personas = 200;
  static constexpr double pair_uses = 2, campaign_uses = 20;

  void add(const model::PersonaFeatures& features);  ///< one more persona
  void set_personas(std::uint64_t count) { personas_ = count; }
  void set_count(Trait trait, std::string_view text, std::uint64_t count);

  [[nodiscard]] std::uint64_t personas() const { return personas_; }  ///< that were counted
  /// All that might be met, where not all were counted.
  void set_known(std::uint64_t known) { known_ = known; }
  [[nodiscard]] std::uint64_t known() const { return std::max(known_, personas_); }
  /// Share of other personas, between 0 and 1, that have the trait. Two of the counted ones are
  /// the pair that is being compared, so they do not speak against themselves; of a handle the
  /// first `campaign_uses` are taken as one actor's campaign and only more of them as a shared
  /// line.
  [[nodiscard]] double share(Trait trait, std::string_view text) const;

 private:
  void count_one(Trait trait, std::string_view text);

  // By a 64-bit hash of trait and text: no personal text is held, and a collision (one in
  // billions) would only make something seem a little more common.
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::uint64_t personas_ = 0, known_ = 0;
};

}  // namespace resolve
