#include "steps/intake/identity.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ground/text/region_names.h"
#include "steps/intake/characters.h"
#include "steps/intake/identity_words.h"

namespace intake {
namespace {

using View = std::u32string_view;

bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || c == U'々';
}
std::vector<std::u32string> folded_parts(std::string_view joined) {
  std::vector<std::u32string> parts;
  for (std::size_t from = 0; from <= joined.size();) {
    const auto to = std::min(joined.find('|', from), joined.size());
    if (to > from) parts.push_back(text::fold_words(joined.substr(from, to - from)));
    from = to + 1;
  }
  return parts;
}

/// Longest known word at a place. Words are filed under their first two characters.
class Dictionary {
 public:
  struct Entry {
    std::u32string words;
    char32_t stands_for = 0;
    std::size_t left = 0;  ///< characters at the end that stay
  };

  Dictionary() {
    for (const auto& list : identity_words())
      for (auto& words : folded_parts(list.words))
        add(std::move(words), list.stands_for, text::fold_words(list.leaves).size());
    for (const auto& country : text::region_names().countries)
      add(country, identity::region, 0);
    for (const auto& language : text::region_names().languages)
      add(language, identity::region, language.ends_with(U'語') ? 1 : 0);
    for (auto& [key, entries] : by_start_)
      std::ranges::stable_sort(entries, std::greater{},
                               [](const Entry& entry) { return entry.words.size(); });
  }

  [[nodiscard]] const Entry* find(View text, std::size_t at) const {
    if (at + 1 >= text.size()) return nullptr;
    const auto found = by_start_.find(key_of(text[at], text[at + 1]));
    if (found == by_start_.end()) return nullptr;
    for (const auto& entry : found->second)
      if (text.substr(at, entry.words.size()) == entry.words &&
          ends_here(text, at + entry.words.size()))
        return &entry;
    return nullptr;
  }

 private:
  static std::uint64_t key_of(char32_t first, char32_t second) {
    return (std::uint64_t{first} << 32U) | second;
  }
  /// "イタリア" is not in "イタリアン", nor "german" in "germane".
  static bool ends_here(View text, std::size_t to) {
    if (to == text.size()) return true;
    if (is_latin(text[to - 1])) return !is_latin(text[to]);
    return !(is_katakana(text[to - 1]) && is_katakana(text[to]));
  }
  void add(std::u32string words, char32_t stands_for, std::size_t left) {
    if (words.size() < 2) return;
    auto& entries = by_start_[key_of(words[0], words[1])];
    entries.push_back({std::move(words), stands_for, left});
  }

  std::unordered_map<std::uint64_t, std::vector<Entry>> by_start_;
};

std::unordered_set<std::u32string> word_set(std::string_view joined) {
  std::unordered_set<std::u32string> words;
  for (auto& word : folded_parts(joined))
    words.insert(std::move(word));
  return words;
}

const Dictionary& dictionary() {
  static const Dictionary made;
  return made;
}

class Masker {
 public:
  explicit Masker(const text::FoldedText& text) : text_(text), folded_(text.folded) {
    result_.folded.reserve(folded_.size());
    result_.start.reserve(folded_.size());
    result_.end.reserve(folded_.size());
  }

  text::FoldedText run() && {
    for (std::size_t at = 0; at < folded_.size();)
      at = step(at);
    return std::move(result_);
  }

 private:
  static constexpr std::size_t name_max = 24;  ///< bounds the look ahead

  std::size_t step(std::size_t at) {
    const bool begins = at == 0 || !joins(folded_[at - 1], folded_[at]);
    if (begins || is_kanji(folded_[at])) {
      if (const auto* entry = dictionary().find(folded_, at)) {
        const auto to = at + entry->words.size();
        mark(entry->stands_for, at, to - entry->left);
        for (auto left = to - entry->left; left < to; ++left)
          keep(left);
        return to;
      }
      if (const auto to = end_of_name(at); to > at) {
        mark(identity::name, at, to);
        return to;
      }
    }
    keep(at);
    return at + 1;
  }

  static bool joins(char32_t before, char32_t here) {
    return (is_latin(before) && is_latin(here)) || (is_katakana(before) && is_katakana(here));
  }

  std::size_t end_of_name(std::size_t at) const {
    if (is_latin(folded_[at])) return end_of_capitalised(at);
    if (is_katakana(folded_[at])) return end_of_katakana_name(at);
    if (is_kanji(folded_[at])) return end_of_kanji_name(at);
    return at;
  }

  /// A capital within a sentence begins a name, or a word of capitals_that_name_nobody().
  std::size_t end_of_capitalised(std::size_t at) const {
    static const auto known = word_set(capitals_that_name_nobody());
    const char32_t first = text_.original[text_.start[at]];
    const bool is_capital = (first >= U'A' && first <= U'Z') || (first >= 0xC0 && first <= 0xDE);
    if (!is_capital || begins_sentence(at)) return at;
    std::size_t to = at;
    while (to < folded_.size() &&
           (is_latin(folded_[to]) || folded_[to] == U'\'' || folded_[to] == U'-'))
      ++to;
    auto word = folded_.substr(at, to - at);
    if (word.ends_with(U"'s")) word.remove_suffix(2);
    return known.contains(std::u32string(word)) ? at : at + word.size();
  }

  bool begins_sentence(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && (folded_[before - 1] == U' ' || folded_[before - 1] == U'"' ||
                          folded_[before - 1] == U'(' || folded_[before - 1] == U'\''))
      --before;
    if (before == 0) return true;
    const char32_t c = folded_[before - 1];
    return (c == U'.' && !is_abbreviated(before - 1)) || c == U'!' || c == U'?' || c == U'\n' ||
           c == U':' || c == U';' || c == U'-' || c == 0x2014 || c == 0x2022 || c == U'*' ||
           c == 0x201C;
  }

  /// The word before a full stop is one that stands before a name: "Mr.", "Dr.", "J.".
  bool is_abbreviated(std::size_t stop) const {
    constexpr View titles[] = {U"mr",   U"mrs", U"ms",  U"mx",  U"messrs", U"dr",  U"prof", U"st",
                               U"capt", U"col", U"gen", U"maj", U"lt",     U"sgt", U"hon",  U"rev",
                               U"sr",   U"jr",  U"hr",  U"fr",  U"mme",    U"mlle"};
    std::size_t from = stop;
    while (from > 0 && is_latin(folded_[from - 1]))
      --from;
    const auto word = View(folded_).substr(from, stop - from);
    return word.size() == 1 || std::ranges::find(titles, word) != std::end(titles);
  }

  bool title_follows(std::size_t at) const {
    const auto rest = folded_.substr(at);
    constexpr View titles[] = {U"さん", U"氏",     U"様",     U"君",     U"ちゃん", U"くん",
                               U"先生", U"と名乗", U"という", U"教授",   U"博士",   U"社長",
                               U"部長", U"課長",   U"と申",   U"准教授", U"・"};
    return std::ranges::any_of(titles, [&](View title) { return rest.starts_with(title); });
  }

  std::size_t end_of_katakana_name(std::size_t at) const {
    std::size_t to = at;
    while (to < folded_.size() && to - at < name_max &&
           (is_katakana(folded_[to]) || folded_[to] == U'・' || folded_[to] == U'='))
      ++to;
    while (to > at && !is_katakana(folded_[to - 1]))
      --to;
    const bool has_dot = folded_.substr(at, to - at).find(U'・') != View::npos;
    return has_dot || title_follows(to) ? to : at;
  }

  std::size_t end_of_kanji_name(std::size_t at) const {
    constexpr std::size_t kanji_max = 5;
    static const auto known = word_set(roles_before_title());
    if (at > 0 && is_kanji(folded_[at - 1])) return at;
    std::size_t to = at;
    while (to < folded_.size() && to - at <= kanji_max && is_kanji(folded_[to]))
      ++to;
    if (const auto school = end_of_school(at, to); school > at) return school;
    // A title of kanji is part of the run: "王氏".
    if (to > at + 1 && (folded_[to - 1] == U'氏' || folded_[to - 1] == U'様')) --to;
    if (to - at >= kanji_max || !title_follows(to)) return at;
    return known.contains(std::u32string(folded_.substr(at, to - at))) ? at : to;
  }

  /// "東都大学" hides as one name; 大学 alone stays.
  std::size_t end_of_school(std::size_t at, std::size_t to) const {
    const auto run = folded_.substr(at, to - at);
    const auto found = run.find(U"大学");
    return found != View::npos && found > 0 ? at + found : at;
  }

  void keep(std::size_t at) {
    result_.folded.push_back(folded_[at]);
    result_.start.push_back(text_.start[at]);
    result_.end.push_back(text_.end[at]);
  }

  /// Names that follow one another ("Ivan Petrov", "山田 太郎") are one.
  /// "from the Netherlands" reads as "from Peru" does.
  void drop_article() {
    constexpr View article = U"the ";
    const View masked = result_.folded;
    if (!masked.ends_with(article)) return;
    const auto kept = masked.size() - article.size();
    if (kept > 0 && is_latin(masked[kept - 1])) return;
    result_.folded.erase(kept);
    result_.start.resize(kept);
    result_.end.resize(kept);
  }

  void mark(char32_t stands_for, std::size_t from, std::size_t to) {
    if (stands_for == identity::region) drop_article();
    auto& masked = result_.folded;
    if (masked.size() > 1 && masked.back() == U' ' && masked[masked.size() - 2] == stands_for) {
      masked.pop_back();
      result_.start.pop_back();
      result_.end.pop_back();
    }
    if (!masked.empty() && masked.back() == stands_for) {
      result_.end.back() = text_.end[to - 1];
      return;
    }
    masked.push_back(stands_for);
    result_.start.push_back(text_.start[from]);
    result_.end.push_back(text_.end[to - 1]);
  }

  const text::FoldedText& text_;
  const View folded_;
  text::FoldedText result_;
};

}  // namespace

text::FoldedText mask_identity(const text::FoldedText& text) {
  return Masker(text).run();
}

std::u32string masked_words(std::string_view utf8) {
  return mask_identity(text::fold_text(utf8)).folded;
}

}  // namespace intake
