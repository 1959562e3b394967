#pragma once

#include <array>
#include <string_view>

/// Every code that a link may give as a reason, so that edges/render can be checked for a word
/// in Japanese and English for each. `Reason::effect` is in bits: above 0 for, below 0 against.
/// No parameter holds personal data: what was equal is read in the two reports, not here.
namespace resolve::reason {

// Identity: what a person carries along. No parameters.
inline constexpr std::string_view phone_same = "phone_same";
inline constexpr std::string_view email_same = "email_same";
inline constexpr std::string_view handle_same = "handle_same";
inline constexpr std::string_view plate_same = "plate_same";
inline constexpr std::string_view url_same = "url_same";
inline constexpr std::string_view name_same = "name_same";    ///< {"whole" or "part"}
inline constexpr std::string_view name_sound = "name_sound";  ///< {"whole", "part" or "near"}
inline constexpr std::string_view name_differs = "name_differs";

// Cover story.
inline constexpr std::string_view employer_same = "employer_same";
inline constexpr std::string_view cover_same = "cover_same";  ///< title or reason; {words shared}

// Circumstances and method.
inline constexpr std::string_view place_near =
    "place_near";  ///< {kilometres, "area" or "prefecture"}
inline constexpr std::string_view time_near = "time_near";  ///< {days between}
inline constexpr std::string_view time_far = "time_far";    ///< {days between}
/// {indicator ids shared, rarest one's share of all personas in percent}
inline constexpr std::string_view script_same = "script_same";
inline constexpr std::string_view script_differs = "script_differs";  ///< {ids of one side only}
inline constexpr std::string_view said_same = "said_same";            ///< {words shared}
inline constexpr std::string_view told_same = "told_same";            ///< {ideas shared}
inline constexpr std::string_view request_same = "request_same";      ///< {request classes}
inline constexpr std::string_view technology_same =
    "technology_same";                                          ///< {codes, or their first parts}
inline constexpr std::string_view rhythm_same = "rhythm_same";  ///< {days, days} between meetings

// Looks and language: together never over a fifth of what speaks for a link.
inline constexpr std::string_view looks_alike = "looks_alike";
inline constexpr std::string_view language_same = "language_same";

// Against.
inline constexpr std::string_view looks_conflict = "looks_conflict";
inline constexpr std::string_view age_conflict = "age_conflict";
inline constexpr std::string_view place_conflict = "place_conflict";  ///< {kilometres}
inline constexpr std::string_view seen_together = "seen_together";

// Hand-over from one contact to the next.
inline constexpr std::string_view introduced = "introduced";
inline constexpr std::string_view handover = "handover";

/// Bits taken away by a stated cap, so that the effects always add up to the bits.
inline constexpr std::string_view capped = "capped";

inline constexpr std::array all = {
    phone_same,      email_same,    handle_same,    plate_same,    url_same,       name_same,
    name_sound,      name_differs,  employer_same,  cover_same,    place_near,     time_near,
    time_far,        script_same,   script_differs, said_same,     told_same,      request_same,
    technology_same, rhythm_same,   looks_alike,    language_same, looks_conflict, age_conflict,
    place_conflict,  seen_together, introduced,     handover,      capped};

}  // namespace resolve::reason
