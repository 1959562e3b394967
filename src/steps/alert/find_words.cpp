#include "steps/alert/find_words.h"

#include "ground/text/folded_text.h"

namespace alert {
namespace {

bool is_latin_word(char32_t letter) {
  return letter < 128 && text::is_word_character(letter);
}

}  // namespace

bool contains_name(std::u32string_view words, std::u32string_view name) {
  if (name.empty()) return false;
  for (auto at = words.find(name); at != words.npos; at = words.find(name, at + 1)) {
    auto end = at + name.size();
    bool cuts_front = at > 0 && is_latin_word(words[at - 1]) && is_latin_word(name.front());
    bool cuts_back = end < words.size() && is_latin_word(words[end]) && is_latin_word(name.back());
    if (!cuts_front && !cuts_back) return true;
  }
  return false;
}

}  // namespace alert
