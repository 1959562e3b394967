#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace engine {

/// Numbers under keys, for many look-ups of which most find nothing: a bit in a small map tells so
/// without touching the table. Filled, settled, then only read (by any number of threads).
class KeyTable {
 public:
  void add(std::uint64_t key, std::uint32_t number) { filling_.emplace_back(key, number); }

  /// Ends the filling. Numbers under one key are sorted and stand once.
  void settle();

  /// The numbers under a key; nothing where there are none.
  [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t key) const {
    const auto bit = key & bit_mask_;
    if ((bits_[bit >> 6U] >> (bit & 63U) & 1U) == 0) return {};
    return find_slot(key);
  }

  [[nodiscard]] std::size_t size() const { return keys_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t begin = 0, count = 0;  ///< count 0 = free; begin is the number where there is one
  };
  [[nodiscard]] std::span<const std::uint32_t> find_slot(std::uint64_t key) const;

  std::vector<std::pair<std::uint64_t, std::uint32_t>> filling_;
  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1);
  std::uint64_t bit_mask_ = 63;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> numbers_;
  std::size_t keys_ = 0;
};

}  // namespace engine
