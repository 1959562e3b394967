#pragma once

namespace normalise {

/// The plain letter under a marked Latin one, U+00E0 to U+017F and U+1E00 to U+1EF9 in lower case
/// (Unicode 15, Latin-1 Supplement to Latin Extended Additional): é -> e, ạ -> a. '\0' for anything
/// else, ligatures such as æ among it.
[[nodiscard]] char base_of_marked_latin(char32_t letter);

}  // namespace normalise
