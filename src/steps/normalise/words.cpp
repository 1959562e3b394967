#include "steps/normalise/words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ground/text/folded_text.h"
#include "steps/normalise/concepts.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

constexpr std::array<std::string_view, 70> common_words = {
    "the",   "and",  "for",    "that",  "this",  "with",  "you",  "your", "was",  "were",
    "are",   "have", "has",    "had",   "his",   "her",   "him",  "she",  "they", "them",
    "from",  "but",  "not",    "can",   "could", "would", "will", "how",  "what", "when",
    "where", "who",  "why",    "which", "about", "into",  "onto", "near", "some", "any",
    "our",   "out",  "one",    "two",   "ask",   "told",  "tell", "said", "say",  "want",
    "like",  "know", "please", "get",   "got",   "there", "here", "then", "than", "also",
    "just",  "very", "much",   "more",  "it's",  "i'm",   "come", "came", "been", "being"};

/// Hashes a view as the string it would be, so that a look-up copies nothing.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
  std::size_t operator()(std::u32string_view text) const {
    return std::hash<std::u32string_view>{}(text);
  }
};

struct Ideas {
  std::unordered_map<std::string, const Concept*, TextHash, std::equal_to<>> english;  // stems
  std::unordered_map<std::u32string, const Concept*, TextHash, std::equal_to<>> japanese;
  std::unordered_set<char32_t> first_characters;  // of the Japanese ones
  std::size_t japanese_max = 0;                   // characters
};

/// The stems of a phrase, between blanks.
std::string stems_of(std::string_view phrase) {
  std::string stems;
  while (!phrase.empty()) {
    const auto end = std::min(phrase.find(' '), phrase.size());
    if (!stems.empty()) stems += ' ';
    stems += word_stem(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return stems;
}

Ideas make_ideas() {
  Ideas ideas;
  for (const auto& idea : concepts()) {
    for (const auto phrase : idea.english)
      ideas.english.emplace(stems_of(phrase), &idea);
    for (const auto word : idea.japanese) {
      auto folded = text::fold_words(word);
      ideas.first_characters.insert(folded.front());
      ideas.japanese_max = std::max(ideas.japanese_max, folded.size());
      ideas.japanese.emplace(std::move(folded), &idea);
    }
  }
  return ideas;
}

const Ideas& all_ideas() {
  static const Ideas ideas = make_ideas();
  return ideas;
}

bool is_joined_script(Script script) {
  return script == Script::han || script == Script::katakana || script == Script::hiragana;
}

/// Adds every Japanese idea that begins at a place; returns the length of the longest, 0 for none.
std::size_t add_ideas_at(std::u32string_view folded, std::size_t place,
                         std::vector<const Concept*>& found) {
  const auto& ideas = all_ideas();
  if (!ideas.first_characters.contains(folded[place])) return 0;
  std::size_t longest = 0;
  for (auto size = std::min(ideas.japanese_max, folded.size() - place); size > 0; --size)
    if (const auto idea = ideas.japanese.find(folded.substr(place, size));
        idea != ideas.japanese.end()) {
      found.push_back(idea->second);
      longest = std::max(longest, size);
    }
  return longest;
}

/// Takes the ideas out of a text without blanks between words; what was read becomes a blank. An
/// idea inside a longer one counts too: 封筒 in 茶封筒. One that begins inside and ends outside
/// does not: 院生 in 大学院生活.
std::vector<const Concept*> take_japanese_ideas(std::u32string& folded) {
  std::vector<const Concept*> found;
  std::size_t taken_until = 0;
  const auto before = folded;
  for (std::size_t place = 0; place < folded.size(); ++place) {
    if (!is_joined_script(script_of(before[place]))) continue;
    const bool is_inside = place < taken_until;
    const auto end = is_inside ? taken_until : before.size();
    const auto size = add_ideas_at(std::u32string_view(before).substr(0, end), place, found);
    if (is_inside || size == 0) continue;
    folded.replace(place, size, size, U' ');
    taken_until = place + size;
  }
  return found;
}

/// Neighbouring characters of one script (digits count as letters).
std::vector<std::pair<Script, std::u32string>> runs_of(std::u32string_view folded) {
  std::vector<std::pair<Script, std::u32string>> runs;
  Script last = Script::other;
  for (const char32_t c : folded) {
    const auto script = script_of(c);
    if (script != Script::other) {
      if (script != last) runs.emplace_back(script, std::u32string());
      runs.back().second += c;
    }
    last = script;
  }
  return runs;
}

/// The idea of `count` neighbouring stems; nothing where there is none.
const Concept* find_phrase(std::span<const std::string> stems) {
  std::string phrase;
  for (const auto& stem : stems)
    phrase += (phrase.empty() ? "" : " ") + stem;
  const auto known = all_ideas().english.find(phrase);
  return known == all_ideas().english.end() ? nullptr : known->second;
}

/// Latin words in order: every phrase that is an idea, and the words that are part of none.
void add_latin(std::vector<const Concept*>& ideas, std::vector<std::string>& others,
               const std::vector<std::string>& words) {
  constexpr std::size_t letters_min = 3;
  std::vector<std::string> stems;
  for (const auto& word : words)
    stems.push_back(word_stem(word));
  std::size_t taken_until = 0;
  for (std::size_t first = 0; first < words.size(); ++first) {
    const auto longest = std::min(phrase_words_max, words.size() - first);
    for (std::size_t count = longest; count > 0; --count)
      if (const auto* idea = find_phrase(std::span(stems).subspan(first, count))) {
        ideas.push_back(idea);
        taken_until = std::max(taken_until, first + count);
      }
    if (first >= taken_until && words[first].size() >= letters_min &&
        std::ranges::find(common_words, words[first]) == common_words.end())
      others.push_back(stems[first]);
  }
}

/// What is no idea and not Latin.
void add_other_run(std::vector<std::string>& others, Script script, const std::u32string& run) {
  constexpr std::size_t letters_min = 3, katakana_min = 2;
  switch (script) {
    case Script::cyrillic:
      if (run.size() >= letters_min) others.push_back(text::to_utf8(run));
      break;
    case Script::katakana:
      if (run.size() >= katakana_min) others.push_back(text::to_utf8(run));
      break;
    case Script::han:
    case Script::hangul:
      others.push_back(text::to_utf8(run));
      break;
    case Script::latin:
    case Script::hiragana:
    case Script::digit:
    case Script::other:
      break;
  }
}

void sort_unique(std::vector<std::string>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

struct Words {
  std::vector<const Concept*> ideas;  ///< in the order of the table, each once
  std::vector<std::string> others;    ///< sorted, each once
};

Words read_words(std::string_view utf8) {
  auto folded = text::fold_words(utf8);
  Words words{take_japanese_ideas(folded), {}};
  std::vector<std::string> latin;
  for (const auto& [script, run] : runs_of(folded))
    if (script == Script::latin)
      latin.push_back(text::to_utf8(run));
    else
      add_other_run(words.others, script, run);
  add_latin(words.ideas, words.others, latin);
  std::ranges::sort(words.ideas);  // they point into one table
  words.ideas.erase(std::unique(words.ideas.begin(), words.ideas.end()), words.ideas.end());
  sort_unique(words.others);
  return words;
}

}  // namespace

std::string word_stem(std::string_view word) {
  constexpr std::size_t stem_min = 3;
  const auto drop = [&](std::string_view ending) {
    if (word.size() >= ending.size() + stem_min && word.ends_with(ending))
      word.remove_suffix(ending.size());
  };
  if (!word.ends_with("ss")) drop("s");
  drop(word.ends_with("ing") ? "ing" : "ed");
  drop("e");
  return std::string(word);
}

std::vector<std::string> content_words(std::string_view text) {
  auto [ideas, others] = read_words(text);
  std::vector<std::string> words;
  for (const auto* idea : ideas)
    if (words.size() < words_max) words.emplace_back(idea->id);
  for (auto& other : others)
    if (words.size() < words_max) words.push_back(std::move(other));
  sort_unique(words);
  return words;
}

std::vector<std::string> ideas_of(std::string_view text) {
  std::vector<std::string> graded;
  for (const auto* idea : read_words(text).ideas)
    graded.push_back(std::string(1, idea->grade) + ':' + std::string(idea->id));
  std::ranges::sort(graded, std::ranges::greater());  // the seldom told ones first
  graded.resize(std::min(graded.size(), ideas_max));
  return graded;
}

std::string content_text(std::string_view text) {
  std::string joined;
  for (const auto& word : content_words(text)) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

}  // namespace normalise
