#include "ground/text/search_tokens.h"

#include <algorithm>

#include "ground/text/folded_text.h"

namespace text {
namespace {

/// Adds the tokens of one run of characters of the same kind.
void add_run(std::u32string_view run, bool is_unspaced, std::vector<std::string>& tokens) {
  if (run.empty()) return;
  if (!is_unspaced || run.size() == 1) {
    tokens.push_back(to_utf8(run));
    return;
  }
  for (std::size_t at = 0; at + 1 < run.size(); ++at)
    tokens.push_back(to_utf8(run.substr(at, 2)));
}

}  // namespace

std::vector<std::string> search_tokens(std::string_view utf8) {
  const std::u32string folded = fold_words(utf8);
  std::vector<std::string> tokens;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    if (!is_word_character(folded[begin])) {
      ++begin;
      continue;
    }
    const bool is_unspaced = is_unspaced_script(folded[begin]);
    std::size_t end = begin + 1;
    while (end < folded.size() && is_word_character(folded[end]) &&
           is_unspaced_script(folded[end]) == is_unspaced)
      ++end;
    add_run(std::u32string_view(folded).substr(begin, end - begin), is_unspaced, tokens);
    begin = end;
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

}  // namespace text
