#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ground/model/value_pool.h"

/// Fields of tables made comparable. Rows come by the million: what is plain ASCII takes a short
/// way, everything else the way of the names of personas.
namespace normalise {

/// Sets `out` to the words of a field, small letters a-z and digits, parted by one blank. Other
/// scripts are romanised where their letters tell the sound; kanji stay (folded).
/// "O'Brien-Smith" -> "obrien smith", "セルゲイ" -> "serugei".
void set_words(std::string_view field, std::string& out);

/// Sets `out` to the national digits of a telephone number: country code, trunk zero and signs
/// taken off; empty where there are fewer than five digits. "+81 90-1234-5678" and
/// "090-1234-5678" are both "9012345678". Country codes have the lengths of ITU-T E.164.
void set_phone(std::string_view field, std::string& out);

/// Sets `out` to an address of mail in small letters without blanks, without "+tag" and without the
/// name that stands before "<"; empty where there is no "@" with something on both sides.
void set_email(std::string_view field, std::string& out);

/// Sets `out` to "m" or "f"; empty where it is neither: "unknown" differs from nothing.
void set_gender(std::string_view field, std::string& out);

/// Sets `out` to letters and digits alone, small: an identifier, a postcode.
void set_code(std::string_view field, std::string& out);

/// Sound and root of a value that could be a name, see ValueTraits.
void fill_name_traits(std::string_view text, model::ValueTraits& traits);

}  // namespace normalise
