#include "steps/intake/cues.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ground/base/blank.h"
#include "ground/base/ensure.h"
#include "steps/intake/characters.h"
#include "steps/intake/denial.h"
#include "steps/intake/phrases.h"

namespace intake {
namespace {

constexpr std::size_t bucket_count = 1 << 13;
constexpr std::size_t elements_max = 4;
constexpr std::size_t katakana_short = 3;            ///< so short a word may end a foreign name
constexpr std::size_t inner_max = elements_max - 1;  ///< all but the last are remembered

bool is_ascii(std::u32string_view words) {
  return std::ranges::all_of(words, [](char32_t c) { return c < 0x80; });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(separator, from), text.size());
    if (const auto part = base::trimmed(text.substr(from, to - from)); !part.empty())
      parts.push_back(part);
    from = to + 1;
  }
  return parts;
}

std::string_view list_named(std::string_view name) {
  for (const auto& list : word_lists())
    if (list.name == name) return list.alternatives;
  base::ensure(false, "a phrase names a list that does not exist");
  return {};
}

/// "a|{ask}" -> every alternative.
std::vector<std::string_view> alternatives_of(std::string_view element) {
  std::vector<std::string_view> result;
  for (const auto part : split(element, '|')) {
    if (part.front() != '{') {
      result.push_back(part);
      continue;
    }
    for (const auto word : split(list_named(part.substr(1, part.size() - 2)), '|'))
      result.push_back(word);
  }
  return result;
}

/// Cues that say in themselves that something is not done: "所属を明かさ", "no receipt".
/// The shipped cues of these indicators are of that kind.
bool holds_denial(std::string_view id) {
  return id == "CV1" || id == "CV3" || id == "CV4" || id == "DV5" || id == "HA1" || id == "HA5" ||
         id == "CO3";
}

std::set<std::u32string> folded(std::span<const std::string_view> words) {
  std::set<std::u32string> result;
  for (const auto word : words)
    result.insert(text::fold_words(word));
  return result;
}

bool ends_sentence(std::u32string_view text, std::size_t at) {
  switch (text[at]) {
    case U'。':
    case U'\n':
    case U'!':
    case U'?':
      return true;
    case U'.':
      return at + 1 == text.size() || text[at + 1] == U' ' || text[at + 1] == U'\n';
    default:
      return false;
  }
}

}  // namespace

struct CompiledCues::Builder {
  CompiledCues& cues;
  std::map<std::pair<std::u32string, bool>, std::uint32_t> known_atoms;
  std::map<std::string, std::uint16_t, std::less<>> known_targets;

  std::uint16_t target(std::string_view id, int weight = 0, bool is_counter = false) {
    if (const auto found = known_targets.find(id); found != known_targets.end())
      return found->second;
    const auto index = static_cast<std::uint16_t>(cues.ids_.size());
    cues.ids_.emplace_back(id);
    cues.weights_.push_back(weight);
    cues.counters_.push_back(is_counter);
    known_targets.emplace(id, index);
    return index;
  }

  std::uint16_t pattern(const Pattern& pattern) {
    cues.patterns_.push_back(pattern);
    return static_cast<std::uint16_t>(cues.patterns_.size() - 1);
  }

  void atom(std::string_view word, std::uint16_t pattern, std::size_t element) {
    const bool any_ending = word.ends_with('*');
    if (any_ending) word.remove_suffix(1);
    auto words = text::fold_words(word);
    if (words.empty()) return;
    const auto [place, is_new] = known_atoms.try_emplace(
        {words, any_ending}, static_cast<std::uint32_t>(cues.atoms_.size()));
    if (is_new) {
      const bool ascii = is_ascii(words);
      cues.atoms_.push_back({std::move(words), any_ending, ascii, {}});
    }
    cues.atoms_[place->second].uses.push_back({pattern, static_cast<std::uint8_t>(element)});
  }

  void phrase(const Phrase& phrase) {
    std::string_view rest = phrase.pattern;
    Pattern made{.target = target(phrase.id)};
    for (; rest.starts_with('!') || rest.starts_with('?'); rest.remove_prefix(1))
      (rest.front() == '!' ? made.holds_denial : made.weak) = true;
    std::vector<std::string_view> elements;
    while (true) {
      const auto arrow = rest.find('>');
      elements.push_back(rest.substr(0, arrow));
      if (arrow == std::string_view::npos) break;
      base::ensure(elements.size() < elements_max, "a phrase has four elements at the most");
      const bool across = rest.substr(arrow).starts_with(">>");
      made.across[elements.size() - 1] = across;
      rest.remove_prefix(arrow + (across ? 2 : 1));
    }
    made.element_count = static_cast<std::uint8_t>(elements.size());
    const auto index = pattern(made);
    for (std::size_t element = 0; element < elements.size(); ++element)
      for (const auto word : alternatives_of(elements[element]))
        atom(word, index, element);
  }

  void plain_cues(std::string_view id, const std::vector<std::string>& words) {
    static const auto weak = folded(weak_cues());
    static const auto replaced = folded(replaced_cues());
    for (const auto& word : words) {
      const auto cue = text::fold_words(word);
      if (replaced.contains(cue)) continue;
      Pattern made{.target = target(id), .element_count = 1};
      made.weak = weak.contains(cue);
      made.holds_denial = holds_denial(id);
      atom(word, pattern(made), 0);
    }
  }

  /// Atoms by the hash of their first two characters (a single one stands alone).
  void fill_buckets() {
    std::vector<std::vector<std::uint32_t>> buckets(bucket_count);
    for (std::uint32_t index = 0; index < cues.atoms_.size(); ++index) {
      const auto& words = cues.atoms_[index].words;
      buckets[cues.bucket_of(words[0], words.size() > 1 ? words[1] : 0)].push_back(index);
      // A later element must see what earlier words left, not what these very words leave.
      std::ranges::sort(cues.atoms_[index].uses, std::greater{}, &Use::element);
    }
    cues.bucket_start_.push_back(0);
    for (const auto& bucket : buckets) {
      cues.bucket_atoms_.insert(cues.bucket_atoms_.end(), bucket.begin(), bucket.end());
      cues.bucket_start_.push_back(static_cast<std::uint32_t>(cues.bucket_atoms_.size()));
    }
  }
};

struct CompiledCues::Scan {
  std::u32string_view text;
  std::vector<Seen> seen;  // pattern * inner_max + element: where an inner element was last seen
  std::uint32_t sentence = 0;
  std::vector<CueHit> hits;
};

CompiledCues::CompiledCues(const model::IndicatorTable& table) {
  Builder builder{*this, {}, {}};
  std::set<std::string, std::less<>> known;
  for (const auto& indicator : table.indicators) {
    known.insert(indicator.id);
    builder.target(indicator.id, indicator.weight);
    builder.plain_cues(indicator.id, indicator.cues_en);
    builder.plain_cues(indicator.id, indicator.cues_ja);
  }
  for (const auto& counter : table.counters) {
    known.insert(counter.id);
    builder.target(counter.id, 0, true);
    builder.plain_cues(counter.id, counter.cues_en);
    builder.plain_cues(counter.id, counter.cues_ja);
  }
  for (const auto phrases : {phrases_ja(), phrases_en(), phrases_en_later(), phrases_of_memos(),
                             phrases_of_counters(), topic_phrases(), concept_phrases()})
    for (const auto& phrase : phrases)
      if (phrase.id.starts_with('#') || known.contains(phrase.id)) builder.phrase(phrase);
  builder.fill_buckets();
}

std::size_t CompiledCues::bucket_of(char32_t first, char32_t second) const {
  return ((first * 0x9E3779B1U) ^ (second * 0x85EBCA6BU)) >> 19;  // 13 bits left
}

std::vector<CueHit> CompiledCues::find(const text::FoldedText& text) const {
  Scan scan{text.folded, std::vector<Seen>(patterns_.size() * inner_max), 0, {}};
  for (std::size_t at = 0; at < scan.text.size(); ++at) {
    if (ends_sentence(scan.text, at)) {
      ++scan.sentence;
    } else {
      scan_atoms(scan, at);
    }
  }
  return std::move(scan.hits);
}

void CompiledCues::scan_atoms(Scan& scan, std::size_t at) const {
  const char32_t first = scan.text[at];
  if (first < 0x80 && at > 0 && scan.text[at - 1] < 0x80 &&
      text::is_word_character(scan.text[at - 1]))
    return;  // inside an English word
  const char32_t second = at + 1 < scan.text.size() ? scan.text[at + 1] : 0;
  if (second != 0) try_bucket(scan, at, bucket_of(first, second));
  try_bucket(scan, at, bucket_of(first, 0));
}

void CompiledCues::try_bucket(Scan& scan, std::size_t at, std::size_t bucket) const {
  for (auto entry = bucket_start_[bucket]; entry < bucket_start_[bucket + 1]; ++entry) {
    const Atom& atom = atoms_[bucket_atoms_[entry]];
    if (scan.text.compare(at, atom.words.size(), atom.words) != 0) continue;
    std::size_t to = at + atom.words.size();
    if (atom.is_ascii) {
      const auto in_word = [&] {
        return to < scan.text.size() && scan.text[to] < 0x80 &&
               text::is_word_character(scan.text[to]);
      };
      if (!atom.any_ending && in_word()) continue;
      while (in_word())
        ++to;
    } else if (atom.words.size() <= katakana_short && at > 0 && is_katakana(atom.words[0]) &&
               is_katakana(scan.text[at - 1])) {
      continue;  // the end of some name
    }
    advance(scan, atom, at, to);
  }
}

void CompiledCues::advance(Scan& scan, const Atom& atom, std::size_t from, std::size_t to) const {
  const auto now = scan.sentence;
  for (const auto use : atom.uses) {
    const Pattern& pattern = patterns_[use.pattern];
    std::size_t start = from;
    if (use.element > 0) {
      const Seen& before = scan.seen[use.pattern * inner_max + use.element - 1U];
      const bool across = pattern.across[use.element - 1];
      const std::size_t gap_max =
          across ? gap_across : (atom.is_ascii ? gap_english : gap_japanese);
      if (before.to == 0 || before.to > from || from - before.to > gap_max ||
          (!across && before.sentence != now))
        continue;
      start = before.from;
    }
    if (use.element + 1 == pattern.element_count) {
      emit(scan, pattern, start, to);
    } else {
      scan.seen[use.pattern * inner_max + use.element] = {static_cast<std::uint32_t>(start),
                                                          static_cast<std::uint32_t>(to), now};
    }
  }
}

void CompiledCues::emit(Scan& scan, const Pattern& pattern, std::size_t from,
                        std::size_t to) const {
  if (!pattern.holds_denial && is_denied(scan.text, from, to)) return;
  scan.hits.push_back({pattern.target, pattern.weak, from, to, scan.sentence});
}

}  // namespace intake
