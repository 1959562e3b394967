#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// A few words of a field that tell in a moment that two of them cannot agree: nearly all pairs of
/// a row and a watched party that share a word of their names differ in everything else.
namespace engine {

enum class SketchedField : std::uint8_t { phone, email, account, city, postcode };
inline constexpr std::size_t sketched_fields = 5;

struct TextSketch {
  std::uint64_t odd_letters = 0;  ///< a bit each for letters that stand an odd number of times
  std::uint64_t ends = 0;         ///< of a phone: the first and the last four digits; of an email:
                                  ///< hash of what stands before the "@"
};
[[nodiscard]] TextSketch sketch_of(SketchedField field, std::string_view text);

/// True where the texts are equal or one slip apart (resolve::is_one_slip_apart), and for few
/// others: a slip changes how often two letters stand at most.
[[nodiscard]] inline bool may_be_a_slip_apart(const TextSketch& one, const TextSketch& other) {
  auto apart = one.odd_letters ^ other.odd_letters;
  apart &= apart - 1;
  return (apart & (apart - 1)) == 0;
}

/// The decimal digits of a date, four bits each.
[[nodiscard]] std::uint32_t packed_digits(std::uint32_t number);

/// True where resolve::compare_births finds anything alike, and for few others. Packed digits.
[[nodiscard]] inline bool may_be_alike(std::uint32_t birth, std::uint32_t other) {
  const auto apart = birth ^ other;
  if ((apart >> 16U) == 0) return true;
  const auto digits = (apart | apart >> 1U | apart >> 2U | apart >> 3U) & 0x11111111U;
  return (digits & (digits - 1)) == 0;
}

/// The sketches of a row, or of a party.
struct FieldSketches {
  std::vector<std::uint32_t> births;
  std::array<std::vector<TextSketch>, sketched_fields> texts;

  void add(SketchedField field, std::string_view text) {
    texts[static_cast<std::size_t>(field)].push_back(sketch_of(field, text));
  }
  void clear();
};

/// The sketches of many parties, close together.
class PartySketches {
 public:
  void add(const FieldSketches& party);

  /// False: none of the fields of the party and of the row can agree.
  [[nodiscard]] bool may_agree(std::uint32_t party, const FieldSketches& row) const;

 private:
  struct Place {
    std::uint32_t births = 0;                            // where they end
    std::array<std::uint32_t, sketched_fields> texts{};  // where those of each field end
  };
  std::vector<Place> places_ = std::vector<Place>(1);
  std::vector<std::uint32_t> births_;
  std::vector<TextSketch> texts_;
};

}  // namespace engine
