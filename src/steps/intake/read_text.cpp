#include "steps/intake/read_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "steps/intake/entities.h"
#include "steps/intake/kind.h"
#include "steps/intake/language.h"
#include "steps/intake/phrases.h"

namespace intake {
namespace {

model::Quote quote_of(const text::FoldedText& text, const CueHit& hit) {
  const std::size_t start = text.start[hit.from], end = text.end[hit.to - 1];
  return {text::to_utf8(std::u32string_view(text.original).substr(start, end - start)), start, end};
}

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

}  // namespace

ReadText read_text(std::string_view narrative, std::optional<model::Language> hint,
                   const CompiledCues& cues) {
  const auto text = text::fold_text(narrative);
  ReadText result;
  result.language = detect_language(text, hint);
  result.entities = find_entities(text);
  if (result.language == model::Language::other) return result;

  auto hits = cues.find(text);
  drop_advice(hits, cues);
  drop_unsupported(hits, cues);
  for (const CueHit* hit : best_by_target(hits, cues)) {
    if (hit == nullptr) continue;
    const auto& id = cues.id(hit->target);
    if (id == topic::origin) result.guard = GuardFinding{quote_of(text, *hit)};
    if (id.starts_with('#')) continue;
    auto& list = cues.is_counter(hit->target) ? result.counters : result.indicators;
    list.push_back({id, quote_of(text, *hit)});
  }
  result.kind = kind_of(topics_of(hits, cues), summarise(result.indicators, result.counters));
  if (result.kind != model::ReportKind::protected_)
    std::erase_if(result.counters, [](const auto& hit) { return hit.id == protected_counter; });
  return result;
}

}  // namespace intake
