#include "steps/intake/denial.h"

#include <algorithm>
#include <array>
#include <string>

#include "ground/text/folded_text.h"

namespace intake {
namespace {

using View = std::u32string_view;

constexpr std::size_t window_japanese = 12;  ///< characters, from the notes of the table
constexpr int window_english = 4;            ///< words, likewise
constexpr std::size_t lookback_max = 64;     ///< characters; bounds the cost of endless words

bool starts_with_any(View text, auto const& words) {
  return std::ranges::any_of(words, [&](View word) { return text.starts_with(word); });
}

// A Japanese denial stands at the end of its verb.
constexpr auto denials_ja = std::to_array<View>(
    {U"なかった", U"なくて", U"ない", U"ません", U"おらず", U"せず", U"れずに", U"さずに",
     U"かずに", U"わずに", U"らなく", U"れなく", U"さなく", U"はなく", U"もなく"});

// ... and these only look like one: doubt, invitations, duty, wishes about somebody else.
constexpr auto after_no_denial = std::to_array<View>(
    {U"か", U"と", U"け", U"でほし", U"で欲し", U"でくれ", U"でと", U"でしょうか", U"でくだ"});
constexpr auto before_no_denial =
    std::to_array<View>({U"しれ", U"違い", U"間違い", U"仕方", U"仕方が", U"少", U"危", U"問題",
                         U"だけで", U"かまわ", U"構わ", U"くれ", U"もらえ", U"いただけ"});

bool is_true_denial(View text, std::size_t at, View word) {
  const View before = text.substr(0, at);
  if (std::ranges::any_of(before_no_denial, [&](View w) { return before.ends_with(w); }))
    return false;
  const View after = text.substr(at + word.size());
  if (after.starts_with(U"よう")) return true;  // advice: "教えないように"
  if (word == U"なかった" || word == U"おらず" || word == U"せず") return true;
  return !starts_with_any(after, after_no_denial);
}

bool denied_after(View text, std::size_t to) {
  const std::size_t end = std::min(text.size(), to + window_japanese);
  for (std::size_t at = to; at < end; ++at) {
    const char32_t c = text[at];
    if (c == U'。' || c == U'\n' || c == U'!' || c == U'?' || c == U'「' || c == U'」')
      return false;
    if (c == U'、' && (at == to || (text[at - 1] != U'は' && text[at - 1] != U'も'))) return false;
    for (const View word : denials_ja)
      if (text.substr(at).starts_with(word)) return is_true_denial(text, at, word);
  }
  return false;
}

constexpr auto denials_en = std::to_array<View>(
    {U"not", U"never", U"no", U"nobody", U"without", U"cannot", U"neither", U"nor", U"none"});
constexpr auto conditions_en = std::to_array<View>({U"if", U"unless", U"whether"});
constexpr auto acts_asking = std::to_array<View>(
    {U"asked", U"asking", U"ask", U"wanted", U"offered", U"invited", U"requested", U"wondered"});

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || c == U'\'';
}

bool is_one_of(View word, auto const& words) {
  return std::ranges::find(words, word) != words.end();
}

bool breaks_clause(char32_t c) {
  return c == U',' || c == U';' || c == U':' || c == U'.' || c == U'!' || c == U'?' || c == U'\n' ||
         c == U'(' || c == U'"';
}

/// The word that ends before `at`, within the clause; empty if there is none.
View word_before(View text, std::size_t at, std::size_t earliest) {
  while (at > earliest && !is_letter(text[at - 1])) {
    if (breaks_clause(text[at - 1])) return {};
    --at;
  }
  std::size_t from = at;
  while (from > earliest && is_letter(text[from - 1]))
    --from;
  return text.substr(from, at - from);
}

std::size_t offset_of(View text, View word) {
  return static_cast<std::size_t>(word.data() - text.data());
}

bool asked_by_reporter(View text, std::size_t from, View word) {
  if (word != U"i" && word != U"we") return false;
  return std::ranges::any_of(acts_asking, [&](View act) {
    return text.substr(from).starts_with(act) &&
           (from + act.size() == text.size() || !is_letter(text[from + act.size()]));
  });
}

bool denied_before(View text, std::size_t from) {
  const std::size_t earliest = from > lookback_max ? from - lookback_max : 0;
  std::size_t at = from;
  for (int count = 0; count < window_english; ++count) {
    const View word = word_before(text, at, earliest);
    if (word.empty() || word == U"but" || word == U"only") return false;
    if (count == 0 && asked_by_reporter(text, from, word)) return true;
    if (is_one_of(word, denials_en) || word.ends_with(U"n't")) return true;
    at = offset_of(text, word);
    if (is_one_of(word, conditions_en)) return !text.substr(at).starts_with(U"if i ");
  }
  return false;
}

}  // namespace

bool is_denied(View text, std::size_t from, std::size_t to) {
  return denied_before(text, from) || denied_after(text, to);
}

}  // namespace intake
