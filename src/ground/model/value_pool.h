#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A text of a table, kept once however many rows hold it. 0 = the empty text.
using ValueId = std::uint32_t;

/// What comparing needs of a value, worked out once.
struct ValueTraits {
  std::uint64_t letters = 0;  ///< bag: two bits for each of a-z (one, more), one for 0-9 and others
  std::uint32_t offset = 0;   ///< of its text
  std::uint32_t sound = 0;    ///< values that sound alike share it; 0 = unknown
  std::uint32_t root = 0;     ///< values that are forms of one name share it; 0 = unknown
  std::uint16_t length = 0;   ///< bytes; at most value_bytes_max
};
inline constexpr std::size_t value_bytes_max = 255;

/// The bag of a text for ValueTraits.
[[nodiscard]] std::uint64_t letters_of(std::string_view text);

/// Content hash that is the same in every run and on every machine (xor, multiply, shift over
/// eight bytes at a time).
[[nodiscard]] std::uint64_t hash_of(std::string_view text);

/// The values of a table. Filled by several threads through a ValueWriter, then read.
class ValuePool {
 public:
  ValuePool();
  ~ValuePool();
  ValuePool(ValuePool&&) noexcept;
  ValuePool& operator=(ValuePool&&) noexcept;

  /// Finds or adds a text (cut at value_bytes_max). Safe to call from several threads; the number
  /// it gives differs from run to run and must order nothing. `make_traits` fills sound and root of
  /// a new value.
  using MakeTraits = void (*)(std::string_view, ValueTraits&);
  [[nodiscard]] ValueId intern(std::string_view text, std::uint64_t hash, MakeTraits make_traits);

  /// Ends the filling: numbers become dense and the index is freed. Numbers that intern gave must
  /// be passed through dense().
  void settle();
  [[nodiscard]] ValueId dense(ValueId interned) const {
    return bases_[interned % shard_count] + interned / shard_count;
  }

  [[nodiscard]] std::size_t size() const { return traits_.size(); }
  [[nodiscard]] const ValueTraits& traits(ValueId value) const { return traits_[value]; }
  [[nodiscard]] std::string_view text(ValueId value) const {
    const auto& traits = traits_[value];
    return std::string_view(texts_).substr(traits.offset, traits.length);
  }

 private:
  struct Shard;
  static constexpr std::uint32_t shard_count = 32;

  std::unique_ptr<Shard[]> shards_;
  std::array<std::uint32_t, shard_count> bases_{};
  std::vector<ValueTraits> traits_;
  std::string texts_;
};

}  // namespace model
