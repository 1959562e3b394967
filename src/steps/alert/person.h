#pragma once

#include <span>
#include <string_view>

#include "steps/alert/source.h"

namespace alert {

/// What the sources agree to say of the person: names as told, bands of age and height, build,
/// hair, glasses, marks, ways of contact. Empty unless two sources are independent
/// (count_independent). A free word that names a reporting firm is left out. Where the actor
/// comes from is never told.
[[nodiscard]] model::Bilingual describe_person(std::span<const Source> sources);

/// True when the words contain the name of a firm (without its legal form), its public key, the
/// name of one of its sites (unless it is a common word such as "head office") or an address.
/// Compared folded, so width and case do not matter.
[[nodiscard]] bool mentions_firm(std::string_view words, const model::Organisation& firm);

/// True when the words contain a place exactly as the reporter told it ("in front of the south
/// gate"). Places of up to three characters, names of wards and prefectures, and words that our
/// own sentences use tell nothing.
[[nodiscard]] bool repeats_place(std::string_view words, const model::Report& report);

/// True when the words state a day ("2026-03-14", "3月14日", "14 March", "March 14").
[[nodiscard]] bool states_day(std::string_view words);

}  // namespace alert
