#include "steps/normalise/marked_latin.h"

#include <cstddef>
#include <string_view>

namespace normalise {
namespace {

/// U+00E0 ... U+017F; '.' where there is no letter.
constexpr std::string_view extended_a =
    "aaaaaa.ceeeeiiii"
    "dnooooo.ouuuuy.y"
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "ii..jjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oo..rrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";

/// U+1E00 ... U+1E99 by runs of one base letter.
constexpr std::string_view additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmm"
    "nnnnnnnnooooooooppppr"
    "rrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwya";

/// U+1EA0 ... U+1EF9, the Vietnamese letters.
char vietnamese(char32_t letter) {
  if (letter <= 0x1EB7) return 'a';
  if (letter <= 0x1EC7) return 'e';
  if (letter <= 0x1ECB) return 'i';
  if (letter <= 0x1EE3) return 'o';
  if (letter <= 0x1EF1) return 'u';
  return 'y';
}

}  // namespace

char base_of_marked_latin(char32_t letter) {
  if (letter >= 0x1EA0 && letter <= 0x1EF9) return vietnamese(letter);
  const bool is_additional = letter >= 0x1E00 && letter < 0x1E00 + additional.size();
  if (is_additional) return additional[static_cast<std::size_t>(letter - 0x1E00)];
  if (letter < 0xE0 || letter > 0x17F) return '\0';
  const char base = extended_a[static_cast<std::size_t>(letter - 0xE0)];
  return base == '.' ? '\0' : base;
}

}  // namespace normalise
