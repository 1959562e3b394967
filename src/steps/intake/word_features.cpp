#include "steps/intake/word_features.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ground/text/folded_text.h"
#include "steps/intake/characters.h"
#include "steps/intake/identity.h"

namespace intake {
namespace {

using View = std::u32string_view;

constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325U, fnv_prime = 0x100000001b3U;
constexpr std::size_t gram_min = 2, gram_max = 5;  ///< Japanese characters
constexpr std::size_t placed_max = 3;              ///< likewise, of the opening or closing
constexpr std::size_t words_max = 3;               ///< English words
constexpr std::size_t word_length_max = 40;
constexpr std::size_t katakana_max = 16;

std::uint64_t continued(std::uint64_t key, View words) {
  for (const char32_t c : words)
    key = (key ^ c) * fnv_prime;
  return key;
}

bool is_word_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || c == U'\'';
}

bool is_unspaced(char32_t c) {
  return c >= 0x80 && !is_masked(c) && text::is_unspaced_script(c) &&
         (text::is_word_character(c) || c == 0x30FC || c == U'々');
}

// Past forms that share no beginning with their verb.
constexpr auto irregular = std::to_array<std::pair<View, View>>(
    {{U"am", U"be"},       {U"are", U"be"},       {U"ate", U"eat"},       {U"been", U"be"},
     {U"began", U"begin"}, {U"bought", U"buy"},   {U"brought", U"bring"}, {U"came", U"com"},
     {U"did", U"do"},      {U"does", U"do"},      {U"done", U"do"},       {U"drank", U"drink"},
     {U"drove", U"driv"},  {U"felt", U"feel"},    {U"found", U"find"},    {U"gave", U"giv"},
     {U"given", U"giv"},   {U"goes", U"go"},      {U"gone", U"go"},       {U"got", U"get"},
     {U"had", U"hav"},     {U"has", U"hav"},      {U"held", U"hold"},     {U"is", U"be"},
     {U"kept", U"keep"},   {U"knew", U"know"},    {U"known", U"know"},    {U"left", U"leav"},
     {U"lent", U"lend"},   {U"lost", U"los"},     {U"made", U"mak"},      {U"meant", U"mean"},
     {U"met", U"meet"},    {U"paid", U"pay"},     {U"put", U"put"},       {U"ran", U"run"},
     {U"rang", U"ring"},   {U"said", U"say"},     {U"sat", U"sit"},       {U"saw", U"see"},
     {U"seen", U"see"},    {U"sent", U"send"},    {U"showed", U"show"},   {U"shown", U"show"},
     {U"slid", U"slid"},   {U"sold", U"sell"},    {U"spoke", U"speak"},   {U"spoken", U"speak"},
     {U"stood", U"stand"}, {U"taken", U"tak"},    {U"taught", U"teach"},  {U"thought", U"think"},
     {U"told", U"tell"},   {U"took", U"tak"},     {U"was", U"be"},        {U"went", U"go"},
     {U"were", U"be"},     {U"written", U"writ"}, {U"wrote", U"writ"}});
static_assert(std::ranges::is_sorted(irregular, {}, &std::pair<View, View>::first));

bool drop(std::u32string& word, View ending, std::size_t rest_min) {
  if (!word.ends_with(ending) || word.size() < ending.size() + rest_min) return false;
  word.resize(word.size() - ending.size());
  return true;
}

bool is_vowel(char32_t c) {
  return c == U'a' || c == U'e' || c == U'i' || c == U'o' || c == U'u';
}

/// What stands before the words of a piece that counts in one part only.
View mark_of(Part part) {
  switch (part) {
    case Part::whole:
      return U"";
    case Part::opening:
      return U"<";
    case Part::closing:
      return U">";
  }
  return U"";
}

struct Word {
  std::u32string stem;
  std::uint32_t from = 0, to = 0;
};

class Reader {
 public:
  explicit Reader(View text) : text_(text) {}

  std::vector<WordFeature> run() && {
    found_.reserve(text_.size() * 5);
    count_units();
    for (std::size_t at = 0; at < text_.size();)
      at = is_word_letter(text_[at]) ? take_word(at) : take_other(at);
    return std::move(found_);
  }

 private:
  /// How far into the text each place is, in words and characters of Japanese: a word in Latin
  /// letters or katakana counts one, so that no length of a name moves a piece from its third.
  void count_units() {
    units_before_.resize(text_.size());
    const auto is_new = [&](std::size_t at) {
      const auto c = text_[at];
      if (at == 0) return c != U' ';
      if (is_word_letter(c)) return !is_word_letter(text_[at - 1]);
      if (is_katakana(c)) return !is_katakana(text_[at - 1]);
      return c != U' ';
    };
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (is_new(at)) ++units_;
      units_before_[at] = static_cast<std::uint32_t>(units_ > 0 ? units_ - 1 : 0);
    }
  }

  std::size_t take_other(std::size_t at) {
    if (is_unspaced(text_[at])) {
      words_.clear();
      take_grams(at);
    } else if (text_[at] != U' ' && text_[at] != U'-') {
      words_.clear();
    }
    return at + 1;
  }

  /// A word in katakana is one unit, so that no piece of a foreign name is ever a word.
  std::size_t end_of_unit(std::size_t at) const {
    if (!is_katakana(text_[at])) return at + 1;
    const auto end = std::min(text_.size(), at + katakana_max);
    while (at < end && is_katakana(text_[at]))
      ++at;
    return at;
  }

  void take_grams(std::size_t from) {
    if (from > 0 && is_katakana(text_[from]) && is_katakana(text_[from - 1])) return;
    std::uint64_t key = fnv_offset;
    std::size_t at = from;
    for (std::size_t units = 1; units <= gram_max; ++units) {
      if (at >= text_.size() || !is_unspaced(text_[at])) return;
      const auto to = end_of_unit(at);
      if (to < text_.size() && is_katakana(text_[to]) && is_katakana(text_[to - 1])) return;
      key = continued(key, text_.substr(at, to - at));
      at = to;
      if (units < gram_min && to - from < gram_min) continue;
      found_.push_back({key, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
      if (units <= placed_max) place(text_.substr(from, to - from), from, to);
    }
  }

  std::size_t take_word(std::size_t from) {
    std::size_t to = from;
    while (to < text_.size() && is_word_letter(text_[to]))
      ++to;
    if (to - from > word_length_max) {
      words_.clear();
      return to;
    }
    if (words_.size() == words_max) words_.erase(words_.begin());
    words_.push_back({stem_of(text_.substr(from, to - from)), static_cast<std::uint32_t>(from),
                      static_cast<std::uint32_t>(to)});
    for (std::size_t first = 0; first < words_.size(); ++first)
      take_phrase(first);
    place(words_.back().stem, from, to);
    return to;
  }

  void take_phrase(std::size_t first) {
    std::uint64_t key = fnv_offset;
    for (std::size_t at = first; at < words_.size(); ++at) {
      if (at > first) key = continued(key, U" ");
      key = continued(key, words_[at].stem);
    }
    found_.push_back({key, words_[first].from, words_.back().to});
  }

  void place(View words, std::size_t from, std::size_t to) {
    constexpr std::size_t parts = 3;
    const std::size_t third = units_before_[from] * parts / units_;
    if (third == 1) return;
    const auto part = third == 0 ? Part::opening : Part::closing;
    found_.push_back({continued(continued(fnv_offset, mark_of(part)), words),
                      static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), part});
  }

  View text_;
  std::vector<std::uint32_t> units_before_;  ///< by place in text_
  std::size_t units_ = 0;                    ///< of the whole text
  std::vector<Word> words_;                  ///< the last ones of this clause
  std::vector<WordFeature> found_;
};

}  // namespace

std::u32string stem_of(View given) {
  const auto known = std::ranges::lower_bound(irregular, given, {}, &std::pair<View, View>::first);
  if (known != irregular.end() && known->first == given) return std::u32string(known->second);
  constexpr std::size_t rest_min = 3;
  std::u32string word(given);
  drop(word, U"'s", 1);
  if (word.ends_with(U"ings")) word.pop_back();
  const bool is_verb = drop(word, U"ing", rest_min) || drop(word, U"ed", rest_min);
  if (is_verb) {
    const auto size = word.size();
    if (size > rest_min && word[size - 1] == word[size - 2] && !is_vowel(word.back()) &&
        word.back() != U'l' && word.back() != U's')
      word.pop_back();
  } else if (drop(word, U"ies", 2)) {
    word.push_back(U'y');
  } else if (!word.ends_with(U"ss") && !word.ends_with(U"us") && !word.ends_with(U"is")) {
    drop(word, U"s", rest_min);
  }
  drop(word, U"e", 2);
  if (word.size() > rest_min && word.back() == U'i') word.back() = U'y';
  return word;
}

std::uint64_t feature_key(View words) {
  return continued(fnv_offset, words);
}

std::vector<WordFeature> word_features(View masked) {
  return Reader(masked).run();
}

std::u32string feature_words(View masked, const WordFeature& feature) {
  const auto piece = masked.substr(feature.from, feature.to - feature.from);
  std::u32string words(mark_of(feature.part));
  for (std::size_t at = 0; at < piece.size();) {
    std::size_t to = at;
    while (to < piece.size() && is_word_letter(piece[to]))
      ++to;
    if (to == at) {
      if (is_unspaced(piece[at])) words.push_back(piece[at]);
      ++at;
      continue;
    }
    if (words.size() > mark_of(feature.part).size()) words.push_back(U' ');
    words += stem_of(piece.substr(at, to - at));
    at = to;
  }
  return words;
}

}  // namespace intake
