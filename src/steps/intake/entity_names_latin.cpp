#include <algorithm>
#include <array>
#include <string>

#include "ground/text/folded_text.h"
#include "steps/intake/entity_names.h"
#include "steps/intake/entity_words.h"
#include "steps/intake/identity_words.h"

namespace intake {
namespace {

using model::EntityKind;

bool is_capital_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

bool is_name_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_inner_sign(char32_t c) {
  return c == U'\'' || c == U'-' || c == U'&' || c == 0x2019;
}

struct NameWord {
  std::size_t from = 0, to = 0;
  std::u32string folded;
  bool is_capital = false, begins_sentence = false;
};

const WordSet& person_titles() {
  static const WordSet set("mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam");
  return set;
}

const WordSet& firm_words() {
  static const WordSet set(
      "ltd|inc|gmbh|corp|corporation|co|llc|llp|plc|ag|sa|bv|oy|ab|kk|university|institute|"
      "ministry|"
      "bank|consulting|consultants|consultancy|partners|trading|electric|electronics|chemical|"
      "chemicals|optics|precision|federation|association|agency|holdings|company|laboratories|"
      "laboratory|labs|foundation|embassy|consulate|college|industries|technologies|technology|"
      "solutions|systems|semiconductor|semiconductors|council|bureau|times|news|post|herald|"
      "tribune|"
      "daily|insights|advisory|advisors|capital|ventures|logistics|recruitment|recruiting|search|"
      "research|steel|motors|materials|instruments|pharma|pharmaceuticals|engineering|group|"
      "society|chamber|office|department|academy|school|network|works|machinery|energy");
  return set;
}

const WordSet& latin_forms() {
  static const WordSet set("ltd|inc|gmbh|corp|llc|llp|plc|co|kk");
  return set;
}

const WordSet& place_words() {
  static const WordSet set(
      "station|airport|city|prefecture|street|park|tower|hotel|messe|island|bay|ward|county|square|"
      "avenue|road|bridge|terminal|harbour|harbor|hall");
  return set;
}

/// Words with a capital that are no name, beside capitals_that_name_nobody().
const WordSet& plain_words() {
  static const WordSet set(
      std::string(capitals_that_name_nobody()) +
      "|an|these|those|some|one|two|three|each|every|after|before|since|during|while|later|last|"
      "next|then|also|however|because|although|though|as|by|please|thanks|thank|dear|hi|hello|"
      "regards|our|your|its|us|me|him|them|people|nobody|nothing|someone|somebody|everyone|"
      "everybody|anyone|both|all|any|many|most|several|only|just|even|still|yet|again|once|twice|"
      "today|yesterday|tomorrow|tonight|recently|meanwhile|finally|first|second|third|perhaps|"
      "maybe|sometimes|usually|officer|officers|officials|staff|manager|director|engineer|"
      "employee|colleague|colleagues|wechat|skype|kakao|twitter|google|zoom|teams|slack|youtube|"
      "tiktok|wi-fi|wifi|excel|word|powerpoint|english|japanese|chinese|korean|russian|german|"
      "french|american|british|asian|european|indian|iranian|ai|cad|nda|phd|mba|r&d|gps|tv|sns|"
      "spring|summer|autumn|winter|christmas|send|call|write|ask|asked|see|saw|met|his|her|got|"
      "told|said|came|went|was|is|are|were|did|do|does|had|has|have|can|could|will|would|should|"
      "may|might|must|let|being|nice|good|bad|new|old|same|other|another|such|here|about|around|"
      "over|under|between|without|within|through|at|on|off|up|down|out|into|than|or|nor|"
      "mom|dad|mum|god|internet|bluetooth|notes|summary|subject|date|time|place|name|address");
  return set;
}

const WordSet& before_place() {
  static const WordSet set("in|near|around|via|visit|visited|visiting|reach|reached|outside");
  return set;
}

const WordSet& before_person() {
  static const WordSet set(
      "named|called|as|met|told|asked|introduced|colleague|manager|boss|friend|successor|recruiter|"
      "name|himself|herself|with|by|thanked|saw|contacted|engineer|supervisor|wife|husband|and");
  return set;
}

std::vector<NameWord> name_words_of(std::u32string_view text) {
  std::vector<NameWord> words;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (!is_name_letter(c)) {
      // A name may follow a quotation mark or a bracket; a sentence begins after its stop.
      begins = begins || c == U'.' || c == U'!' || c == U'?' || c == U'\n' || c == 0x3002;
      ++at;
      continue;
    }
    const bool is_torn =
        at > 0 && (text[at - 1] == U'@' || text[at - 1] == U'_' || text[at - 1] == U'/' ||
                   (text[at - 1] >= U'0' && text[at - 1] <= U'9'));
    NameWord word{at, at, {}, is_capital_letter(c) && !is_torn, begins};
    while (at < text.size() &&
           (is_name_letter(text[at]) ||
            (is_inner_sign(text[at]) && at + 1 < text.size() && is_name_letter(text[at + 1]))))
      ++at;
    if (text.substr(0, at).ends_with(U"'s") || text.substr(0, at).ends_with(U"\u2019s")) {
      word.to = at - 2;
    } else {
      word.to = at;
    }
    constexpr std::size_t length_max = 40;
    if (word.to - word.from > length_max) word.is_capital = false;
    if (word.is_capital) {
      word.folded = text::fold_words(text::to_utf8(text.substr(word.from, word.to - word.from)));
    } else if (word.to - word.from <= length_max) {
      word.folded = std::u32string(text.substr(word.from, word.to - word.from));
    }
    words.push_back(std::move(word));
    begins = false;
  }
  return words;
}

class LatinNames {
 public:
  LatinNames(std::u32string_view text, std::vector<model::Entity>& found)
      : text_(text), words_(name_words_of(text)), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < words_.size();) {
      const auto end = end_of_run(at);
      if (end > at) judge(at, end);
      at = std::max(end, at + 1);
    }
  }

 private:
  std::u32string_view between(std::size_t left) const {
    return text_.substr(words_[left].to, words_[left + 1].from - words_[left].to);
  }

  bool may_be_name(std::size_t at) const {
    return words_[at].is_capital && !plain_words().holds(words_[at].folded);
  }

  /// A name is one word after another with one blank between, "of" after a word of firms, and
  /// ", Ltd." or "Co., Ltd." at the end.
  std::size_t end_of_run(std::size_t from) const {
    constexpr std::size_t words_max = 6;
    if (!may_be_name(from) && !person_titles().holds(words_[from].folded)) return from;
    if (!words_[from].is_capital) return from;
    std::size_t to = from + 1;
    while (to < words_.size() && to - from < words_max) {
      const auto gap = between(to - 1);
      const bool is_title = to == from + 1 && person_titles().holds(words_[from].folded);
      if (gap == U" " || (gap == U". " && (is_title || is_initial(to - 1)))) {
        if (may_be_name(to)) {
          ++to;
          continue;
        }
        if (words_[to].folded == U"of" && firm_words().holds(words_[to - 1].folded) &&
            to + 1 < words_.size() && between(to) == U" " && may_be_name(to + 1)) {
          to += 2;
          continue;
        }
      } else if ((gap == U", " || gap == U"., ") && words_[to].is_capital &&
                 latin_forms().holds(words_[to].folded)) {
        ++to;
        continue;
      }
      break;
    }
    return to;
  }

  bool is_initial(std::size_t at) const { return words_[at].to - words_[at].from == 1; }

  std::u32string folded_of(std::size_t from, std::size_t to) const {
    std::u32string all;
    for (auto at = from; at < to; ++at)
      all += (at > from ? U" " : U"") + words_[at].folded;
    return all;
  }

  void add(EntityKind kind, std::size_t from, std::size_t to) {
    auto end = words_[to - 1].to;
    const bool is_short = kind == EntityKind::organisation &&
                          (words_[to - 1].folded == U"inc" || words_[to - 1].folded == U"ltd" ||
                           words_[to - 1].folded == U"co" || words_[to - 1].folded == U"corp");
    const bool closes = end + 1 >= text_.size() || text_[end + 1] == U'\n';
    if (is_short && end < text_.size() && text_[end] == U'.' && !closes) ++end;
    found_.push_back(named(kind, text_, words_[from].from, end));
  }

  /// The word before, with nothing but a blank or an opening mark between.
  std::u32string_view word_before(std::size_t at) const {
    if (at == 0 || words_[at].begins_sentence) return {};
    const auto gap = between(at - 1);
    if (gap == U" " || gap == U" \"" || gap == U" \u201C" || gap == U", ")
      return words_[at - 1].folded;
    return {};
  }

  bool is_name_word(std::size_t at) const { return known_names().holds(words_[at].folded); }

  void judge(std::size_t from, std::size_t to) {
    if (person_titles().holds(words_[from].folded)) {
      if (to > from + 1) add(EntityKind::person, from + 1, to);
      return;
    }
    auto before = word_before(from);
    if (before == U"the" && from > 0) before = word_before(from - 1);
    const bool holds_firm = [&] {
      for (auto at = from; at < to; ++at)
        if (firm_words().holds(words_[at].folded)) return true;
      return false;
    }();
    if (known_places().holds(folded_of(from, to)) ||
        (to - from > 1 && place_words().holds(words_[to - 1].folded)))
      return add(EntityKind::place, from, to);
    if (holds_firm) {
      if (to - from > 1) add(EntityKind::organisation, from, to);
      return;
    }
    if (to - from == 1) return judge_single(from, before);
    constexpr std::size_t person_max = 4;
    if (to - from > person_max) return;
    if (before_place().holds(before) && !is_name_word(from) && !is_name_word(to - 1))
      return add(EntityKind::place, from, to);
    if ((before == U"at" || before == U"joined") && !is_name_word(from))
      return add(EntityKind::organisation, from, to);
    add(EntityKind::person, from, to);
  }

  void judge_single(std::size_t at, std::u32string_view before) {
    constexpr std::size_t letters_min = 2;
    const auto& word = words_[at];
    if (word.to - word.from < letters_min) return;
    const auto piece = text_.substr(word.from, word.to - word.from);
    const bool is_shout = std::ranges::all_of(piece, is_capital_letter);
    if (is_name_word(at)) return add(EntityKind::person, at, at + 1);
    if (word.begins_sentence || is_shout) return;
    if (before == U"in" || before == U"near") return add(EntityKind::place, at, at + 1);
    if (before == U"at" || before == U"joined") return add(EntityKind::organisation, at, at + 1);
    if (before_person().holds(before) || before == U"is" || before == U"was" || acts(at))
      add(EntityKind::person, at, at + 1);
  }

  /// "Ivanov would", "Ana wrote".
  bool acts(std::size_t at) const {
    static const WordSet verbs(
        "would|will|said|says|asked|asks|told|wrote|writes|called|calls|paid|pays|wanted|wants|"
        "offered|invited|gave|came|introduced|sent|met|never|always|replied|answered|had|has|left");
    return at + 1 < words_.size() && between(at) == U" " && verbs.holds(words_[at + 1].folded);
  }

  std::u32string_view text_;
  std::vector<NameWord> words_;
  std::vector<model::Entity>& found_;
};

}  // namespace

void add_latin_names(std::u32string_view text, std::vector<model::Entity>& found) {
  LatinNames(text, found).run();
}

}  // namespace intake
