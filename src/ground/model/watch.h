#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ground/base/vocabulary.h"

/// A watch list, and what rows of a log have in common with it.
namespace model {

/// One party of a watch list as it was written. The first name is its own, the others are aliases.
struct WatchedParty {
  std::string id;
  std::vector<std::string> names, births, phones, emails, handles, urls, employers, cities,
      postcodes;

  bool operator==(const WatchedParty&) const = default;
};

/// In what a party and a row can agree. The words stand in the column `fields`.
enum class ScreenField : std::uint8_t { name, birth_date, phone, email, handle, employer, place };
inline constexpr std::size_t screen_field_count = 7;
constexpr auto vocabulary(ScreenField) {
  return base::make_vocabulary<ScreenField>("name", "birth_date", "phone", "email", "handle",
                                            "employer", "place");
}

/// How much they agree; `sounds` is of names in different writings.
enum class ScreenLevel : std::uint8_t { silent, differs, weak, alike, sounds, equal };
constexpr auto vocabulary(ScreenLevel) {
  return base::make_vocabulary<ScreenLevel>("silent", "differs", "weak", "alike", "sounds",
                                            "equal");
}

/// One field of a hit: what the list says, what the row says.
struct ScreenEvidence {
  ScreenField field = ScreenField::name;
  ScreenLevel level = ScreenLevel::silent;
  float bits = 0;
  std::string watched, found;
};

/// A row that may be about a watched party. It accuses nobody.
struct ScreenHit {
  std::uint32_t party = 0;  ///< place in the watch list
  std::uint32_t file = 0;   ///< place among the files
  std::uint64_t row = 0;    ///< data row of the file, from 1
  float bits = 0;           ///< log2 of how much likelier the row is if it is about the party
  bool is_name_only = false;
  std::vector<ScreenEvidence> evidence;  ///< in the order of ScreenField; silent ones are left out
};

}  // namespace model
