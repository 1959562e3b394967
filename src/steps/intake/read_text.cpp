#include "steps/intake/read_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "steps/intake/entities.h"
#include "steps/intake/identity.h"
#include "steps/intake/kind.h"
#include "steps/intake/language.h"
#include "steps/intake/phrases.h"

namespace intake {
namespace {

/// Sentences that quote training, a poster or a rule tell no event.
void drop_advice(std::vector<CueHit>& hits, const CompiledCues& cues) {
  std::set<std::uint32_t> advice;
  for (const auto& hit : hits)
    if (cues.id(hit.target) == topic::advice) advice.insert(hit.sentence);
  if (advice.empty()) return;
  std::erase_if(hits, [&](const CueHit& hit) { return advice.contains(hit.sentence); });
}

/// An ordinary word counts only beside a phrase that is not ordinary and weighs something.
void drop_unsupported(std::vector<CueHit>& hits, const CompiledCues& cues) {
  constexpr int support_min = 3;
  const bool has_support = std::ranges::any_of(
      hits, [&](const CueHit& hit) { return !hit.weak && cues.weight(hit.target) >= support_min; });
  if (!has_support) std::erase_if(hits, [](const CueHit& hit) { return hit.weak; });
}

/// A cover of journalist or lawyer under which cash is paid for secrets does not stop the
/// reading; kind.h says when it does.
constexpr std::string_view protected_counter = "OK8";

Topics topics_of(const std::vector<CueHit>& hits, const CompiledCues& cues) {
  Topics topics;
  for (const auto& hit : hits) {
    const std::string_view id = cues.id(hit.target);
    topics.contact = topics.contact || id == topic::contact;
    topics.insider = topics.insider || id == topic::insider;
    topics.cyber = topics.cyber || id == topic::cyber;
    topics.rumour = topics.rumour || id == topic::rumour;
    topics.colleague = topics.colleague || id == topic::colleague;
    topics.origin = topics.origin || id == topic::origin;
  }
  return topics;
}

/// What shows an indicator best: a hit that is not weak, of these the one with most words
/// (but no whole sentence), of equals the first.
bool shows_better(const CueHit& hit, const CueHit& kept) {
  constexpr std::size_t length_max = 60;
  if (hit.weak != kept.weak) return kept.weak;
  const auto length = [](const CueHit& some) {
    const auto words = some.to - some.from;
    return words > length_max ? 0 : words;
  };
  return length(hit) > length(kept);
}

std::vector<const CueHit*> best_by_target(const std::vector<CueHit>& hits,
                                          const CompiledCues& cues) {
  std::vector<const CueHit*> best(cues.target_count(), nullptr);
  for (const auto& hit : hits) {
    const CueHit*& kept = best[hit.target];
    if (kept == nullptr || shows_better(hit, *kept)) kept = &hit;
  }
  return best;
}

/// One hit per target, in the order of the table.
void list_hits(const text::FoldedText& text, const PatternText& patterns, const CompiledCues& cues,
               ReadText& result) {
  for (const CueHit* hit : best_by_target(patterns.hits, cues)) {
    if (hit == nullptr) continue;
    const auto& id = cues.id(hit->target);
    auto quote = quote_of(text, patterns.masked, hit->from, hit->to);
    if (id == topic::origin) result.guard = GuardFinding{quote};
    if (id.starts_with('#')) continue;
    auto& list = cues.is_counter(hit->target) ? result.counters : result.indicators;
    list.push_back({id, std::move(quote)});
  }
}

std::vector<std::string> names_of(const std::vector<CueHit>& hits, const CompiledCues& cues) {
  std::set<std::string> names;
  for (const auto& hit : hits)
    names.insert((hit.weak ? "?" : "@") + cues.id(hit.target));
  return {names.begin(), names.end()};
}

/// Where the learned layer knows better what a text is about, its word stands; but a threat
/// stays one, since safety comes first, and so do a protected contact and a contact that several
/// acts tell of, unless the learned layer takes it for a case that is scored.
model::ReportKind settled_kind(model::ReportKind of_patterns, std::size_t act_count,
                               const LearnedView& learned) {
  constexpr std::size_t acts_sure = 3;
  if (!learned.kind) return of_patterns;
  const bool is_sure = of_patterns == model::ReportKind::protected_ ||
                       of_patterns == model::ReportKind::threat ||
                       (of_patterns == model::ReportKind::contact && act_count >= acts_sure);
  return is_sure && !model::is_scored(*learned.kind) ? of_patterns : *learned.kind;
}

}  // namespace

PatternText read_patterns(const text::FoldedText& text, const CompiledCues& cues) {
  PatternText result;
  result.masked = mask_identity(text);
  result.hits = cues.find(result.masked);
  drop_advice(result.hits, cues);
  result.names = names_of(result.hits, cues);
  drop_unsupported(result.hits, cues);
  ReadText listed;
  list_hits(text, result, cues, listed);
  result.kind =
      kind_of(topics_of(result.hits, cues), summarise(listed.indicators, listed.counters));
  result.names.push_back("@kind:" + std::string(base::word_of(result.kind)));
  return result;
}

ReadText read_text(std::string_view narrative, std::optional<model::Language> hint,
                   const CompiledCues& cues, const CompiledWeights& weights) {
  const auto text = text::fold_text(narrative);
  ReadText result;
  result.language = detect_language(text, hint);
  result.entities = find_entities(text, result.language);
  if (result.language == model::Language::other) return result;

  const auto patterns = read_patterns(text, cues);
  list_hits(text, patterns, cues, result);
  result.kind = patterns.kind;
  if (!weights.is_empty()) {
    const Proposals proposals(patterns.masked, patterns.names, weights);
    result.learned = proposals.view(text, result.indicators.size());
    result.kind = settled_kind(patterns.kind, result.indicators.size(), result.learned);
    proposals.settle(text, cues, result.indicators, result.counters);
  }
  if (result.kind != model::ReportKind::protected_)
    std::erase_if(result.counters, [](const auto& hit) { return hit.id == protected_counter; });
  return result;
}

}  // namespace intake
