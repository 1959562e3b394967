#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ground/model/link.h"

/// Which of the personas that share a key are worth comparing. The store and the index in memory
/// ask the same question, so that both propose the same links.
namespace engine {

/// A key that more personas have is too common to tell; the newest ones still meet under it.
inline constexpr std::size_t candidates_per_key_max = 64;
/// At most this many candidates of a persona are compared, those with the most telling keys first.
inline constexpr std::size_t compared_max = 96;

/// Eight bytes of what a persona did and asked for, kept beside its match keys so that most
/// chance meetings are rejected without opening anything: one bit of 20 for each act, one of 32
/// for each idea that is not told in many reports, one of 12 for each request or technology.
[[nodiscard]] std::uint64_t sketch_of(const model::PersonaFeatures& features);

/// What is known of a candidate before it is opened.
struct Meeting {
  double key_bits = 0;       ///< what the shared keys tell, added up
  bool by_identity = false;  ///< a handle, name or employer, not place, acts and story alone
  std::uint64_t sketch = 0;

  /// One more shared key; `sharers` personas were met under it, at most candidates_per_key_max.
  void add(model::MatchKey::Kind kind, std::size_t sharers);
};

/// The numbers of the meetings worth comparing, most telling first. Left out: those by place, acts
/// and story alone (MatchKey::Kind::place_script, told) whose sketch shares less than two bits with
/// `sketch`, and all beyond compared_max. Of equally telling ones the earlier number wins.
[[nodiscard]] std::vector<std::size_t> worth_comparing(std::span<const Meeting> meetings,
                                                       std::uint64_t sketch);

}  // namespace engine
