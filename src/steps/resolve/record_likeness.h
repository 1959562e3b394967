#pragma once

#include <string_view>

/// What is known of single values of a table beyond how alike their letters are. The rules are our
/// own, from tables of persons and firms.
namespace resolve {

/// Latin names are plain ASCII in a table; what could not be romanised is not.
[[nodiscard]] bool is_foreign(std::string_view name);

/// Whether one is the end of the other ("sentosa" of "medinasentosa") or leaves out its vowels and
/// more ("mhd" of "mohamed").
[[nodiscard]] bool is_short_form(std::string_view one, std::string_view other);

/// A mailbox of an office, info@ and the like, says no more than that both write from there.
[[nodiscard]] bool is_of_an_office(std::string_view mail);

/// Telephone numbers equal but for codes before the number that one of them leaves out.
[[nodiscard]] bool is_same_number(std::string_view one, std::string_view other);

}  // namespace resolve
