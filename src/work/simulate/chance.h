#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace simulate {

/// A stream of luck that is the same on every machine: SplitMix64 (Steele, Lea, Flood 2014). The
/// distributions of the standard library are not, so those that are needed stand here.
class Chance {
 public:
  explicit constexpr Chance(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    state_ += 0x9E37'79B9'7F4A'7C15;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EB;
    return mixed ^ (mixed >> 31);
  }

  /// 0 to `bound` - 1; `bound` must not be 0. The slight unevenness of a remainder is nothing here.
  constexpr std::size_t below(std::size_t bound) { return next() % bound; }
  /// From `low` to `high`, both included.
  constexpr int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
  }
  constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }  ///< [0, 1)
  constexpr bool happens(double share) { return unit() < share; }
  /// Waiting time of a Poisson process of that mean.
  double wait(double mean) { return -mean * std::log1p(-unit()); }

  template <class T>
  constexpr const T& pick(std::span<const T> things) {
    return things[below(things.size())];
  }

 private:
  std::uint64_t state_;
};

/// A seed of its own for part `number` of what `seed` stands for.
[[nodiscard]] constexpr std::uint64_t seed_of(std::uint64_t seed, std::uint64_t number) {
  return Chance(seed ^ Chance(number).next()).next();
}

}  // namespace simulate
