#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ground/model/watch.h"

/// What it says that a row of a log and a watched party agree in a field, in bits (log2 of how much
/// oftener that is met if the row is about the party than if it is not). Source of every number:
/// judgement, checked against invented rows with truth (bench/screen.cpp); a telephone number or a
/// mailbox has some 10^8 owners, a birth date 23,000 days of 65 years.
namespace resolve {

/// One field compared.
struct ScreenLikeness {
  model::ScreenLevel level = model::ScreenLevel::silent;
  float bits = 0;
};

/// A word of a name. `sound` and `root` as in model::ValueTraits, 0 = none.
struct ScreenNameWord {
  std::string_view text;
  std::uint32_t sound = 0, root = 0;
  bool is_han = false, may_be_given = true, may_be_family = true;
};

/// Two names in one writing. `is_kin` = the family name agrees and the rest contradicts: a mother
/// and her son share their telephone, too.
struct ScreenNameLikeness {
  ScreenLikeness likeness;
  bool is_kin = false;
};
[[nodiscard]] ScreenNameLikeness compare_screen_names(std::span<const ScreenNameWord> watched,
                                                      std::span<const ScreenNameWord> found);

/// The same for names in different writings, by what the name matcher says (log2 of the odds among
/// look-alikes, which share a family name as a rule).
[[nodiscard]] ScreenLikeness likeness_of_sounds(float matcher_bits);
/// Below it the matcher need not be exact: the names differ.
inline constexpr float sounds_cutoff_bits = -3;
/// Below it the matcher need not be exact: with other fields that are worth `other_bits` together,
/// names in different writings cannot make a hit.
[[nodiscard]] float sounds_cutoff_for(float other_bits);
/// A part of a name in other letters is looked into where another field is worth this.
inline constexpr float good_company_bits = 8;

/// Digits as year * 10000 + month * 100 + day, 0 for what is not said.
[[nodiscard]] ScreenLikeness compare_births(std::uint32_t watched, std::uint32_t found);
/// National digits.
[[nodiscard]] ScreenLikeness compare_phones(std::string_view watched, std::string_view found);
[[nodiscard]] ScreenLikeness compare_emails(std::string_view watched, std::string_view found);
[[nodiscard]] ScreenLikeness compare_handles(std::string_view watched, std::string_view found);
/// Words parted by one blank, legal forms taken off.
[[nodiscard]] ScreenLikeness compare_employers(std::string_view watched, std::string_view found);
/// What compare_employers can say at most, at a tenth of its cost.
[[nodiscard]] float employer_bits_most(std::string_view watched, std::string_view found);
[[nodiscard]] ScreenLikeness compare_cities(std::string_view watched, std::string_view found);
[[nodiscard]] ScreenLikeness compare_postcodes(std::string_view watched, std::string_view found);

/// Whether the best of names would make a hit with other fields that are worth `other_bits`
/// together.
[[nodiscard]] bool may_be_hit(float other_bits);

/// All fields of a pair together.
struct ScreenSum {
  float bits = 0;
  bool is_hit = false;
  bool is_name_only = false;  ///< the name would do if a name alone could be a hit
};
/// A hit needs `hit_bits_min` and two fields that agree, or one that belongs to one person as a
/// rule: a telephone number, a mailbox, an account. A name alone is never one: at one false alert
/// in a thousand, ten million rows would accuse ten thousand innocent people.
inline constexpr float hit_bits_min = 23, name_only_bits_min = 12;
[[nodiscard]] ScreenSum sum_up(std::span<const ScreenLikeness, model::screen_field_count> by_field,
                               bool is_kin);

}  // namespace resolve
