#include "steps/normalise/words.h"

#include <algorithm>
#include <array>
#include <map>
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

std::vector<std::string> split_blanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

struct Ideas {
  std::map<std::string, std::string_view, std::less<>> english;       // stem -> id
  std::vector<std::pair<std::u32string, std::string_view>> japanese;  // longest first
};

Ideas make_ideas() {
  Ideas ideas;
  for (const auto& idea : concepts()) {
    for (const auto& word : split_blanks(idea.english))
      ideas.english.emplace(word_stem(word), idea.id);
    for (const auto& word : split_blanks(idea.japanese))
      ideas.japanese.emplace_back(text::fold_words(word), idea.id);
  }
  std::ranges::sort(ideas.japanese, {}, [](const auto& one) {
    return std::pair(-static_cast<int>(one.first.size()), std::u32string_view(one.first));
  });
  return ideas;
}

const Ideas& all_ideas() {
  static const Ideas ideas = make_ideas();
  return ideas;
}

bool is_joined_script(Script script) {
  return script == Script::han || script == Script::katakana || script == Script::hiragana;
}

/// Takes the ideas out of a text without blanks between words; what was read becomes a blank.
std::vector<std::string> take_japanese_ideas(std::u32string& folded) {
  std::vector<std::string> found;
  if (std::ranges::none_of(folded, [](char32_t c) { return is_joined_script(script_of(c)); }))
    return found;
  for (const auto& [word, id] : all_ideas().japanese)
    for (auto at = folded.find(word); at != std::u32string::npos; at = folded.find(word, at)) {
      found.emplace_back(id);
      folded.replace(at, word.size(), word.size(), U' ');
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

void add_run(std::vector<std::string>& ideas, std::vector<std::string>& others, Script script,
             const std::u32string& run) {
  constexpr std::size_t letters_min = 3, katakana_min = 2;
  const auto word = text::to_utf8(run);
  switch (script) {
    case Script::latin: {
      const auto stem = word_stem(word);
      const auto idea = all_ideas().english.find(stem);
      if (idea != all_ideas().english.end())
        ideas.emplace_back(idea->second);
      else if (run.size() >= letters_min &&
               std::ranges::find(common_words, word) == common_words.end())
        others.push_back(stem);
      break;
    }
    case Script::cyrillic:
      if (run.size() >= letters_min) others.push_back(word);
      break;
    case Script::katakana:
      if (run.size() >= katakana_min) others.push_back(word);
      break;
    case Script::han:
    case Script::hangul:
      others.push_back(word);
      break;
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
  std::vector<std::string> ideas, others;
};

Words read_words(std::string_view utf8) {
  auto folded = text::fold_words(utf8);
  Words words{take_japanese_ideas(folded), {}};
  for (const auto& [script, run] : runs_of(folded))
    add_run(words.ideas, words.others, script, run);
  sort_unique(words.ideas);
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
  auto [words, others] = read_words(text);
  for (auto& other : others)
    if (words.size() < words_max) words.push_back(std::move(other));
  words.resize(std::min(words.size(), words_max));
  sort_unique(words);
  return words;
}

std::vector<std::string> ideas_of(std::string_view text) {
  auto words = read_words(text).ideas;
  words.resize(std::min(words.size(), words_max));
  return words;
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
