#include "steps/intake/proposals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace intake {
namespace {

// Chosen on texts of ja1 to ja3 and en1 to en3, one writer held out at a time; `indicator_alone`,
// `hostile_even` and `contact_even` on those of ja7 and en7, and measured once on ja8 and en8.
constexpr float indicator_alone = -1.1F;     ///< leaning that proposes what no pattern knows
constexpr float counter_alone = -1.0F;       ///< likewise for what speaks for innocence
constexpr float indicator_withheld = -2.5F;  ///< leaning below which a pattern hit is withheld
constexpr float trust_min = 0.5F;            ///< below it only the points move, and little
constexpr float hostile_even = 0.1F;         ///< leaning to hostile that moves nothing
constexpr float contact_even = 0.8F;         ///< what most texts are has to say more
constexpr float points_scale = 18.0F;        ///< points a unit of leaning beyond that
constexpr int points_max = 20, points_min = -30;

struct KindTarget {
  std::string_view target;
  model::ReportKind kind;
};
constexpr auto kind_targets =
    std::to_array<KindTarget>({{"#contact", model::ReportKind::contact},
                               {"#threat", model::ReportKind::threat},
                               {"#insider", model::ReportKind::insider},
                               {"#cyber", model::ReportKind::cyber},
                               {"#rumour", model::ReportKind::rumour},
                               {"#protected", model::ReportKind::protected_},
                               {"#other", model::ReportKind::other}});

}  // namespace

model::Quote quote_of(const text::FoldedText& text, const text::FoldedText& masked,
                      std::size_t from, std::size_t to) {
  const std::size_t start = masked.start[from], end = masked.end[to - 1];
  return {text::to_utf8(std::u32string_view(text.original).substr(start, end - start)), start, end};
}

Proposals::Proposals(const text::FoldedText& masked, std::span<const std::string> pattern_names,
                     const CompiledWeights& weights)
    : masked_(masked),
      weights_(weights),
      rows_(weights.rows_of(masked.folded, pattern_names)),
      leanings_(weights.lean(rows_)) {}

float Proposals::sum(std::string_view target) const {
  constexpr float unknown = -100;
  const auto index = weights_.find_target(target);
  return index ? leanings_[*index].sum() : unknown;
}

float Proposals::trust() const {
  constexpr float pieces_few = 25, pieces_enough = 75;
  const auto pieces = static_cast<float>(rows_.words.size());
  return std::clamp((pieces - pieces_few) / (pieces_enough - pieces_few), 0.F, 1.F);
}

std::optional<model::ReportKind> Proposals::likely_kind() const {
  if (trust() < trust_min) return std::nullopt;
  const auto best = std::ranges::max_element(kind_targets, {}, [this](const KindTarget& known) {
    return sum(known.target) - (known.kind == model::ReportKind::contact ? contact_even : 0.F);
  });
  if (!weights_.find_target(best->target)) return std::nullopt;
  return best->kind;
}

std::optional<int> Proposals::stage_group() const {
  const auto& groups = learned_target::stage_groups;
  if (trust() < trust_min || !weights_.find_target(groups[0])) return std::nullopt;
  const auto* best =
      std::ranges::max_element(groups, {}, [this](std::string_view group) { return sum(group); });
  return static_cast<int>(best - std::begin(groups));
}

LearnedView Proposals::view(const text::FoldedText& text) const {
  LearnedView view;
  view.kind = likely_kind();
  view.stage_group = stage_group();
  const auto hostile = weights_.find_target(learned_target::hostile);
  if (!hostile) return view;
  const float beyond = leanings_[*hostile].sum() - hostile_even;
  const auto points = std::lround(beyond * points_scale * trust());
  view.points = static_cast<int>(std::clamp<long>(points, points_min, points_max));
  if (view.points != 0)
    for (const auto& place : weights_.strongest(rows_, *hostile, view.points > 0))
      view.words.push_back(quote_of(text, masked_, place.from, place.to));
  return view;
}

void Proposals::settle(const text::FoldedText& text, const CompiledCues& cues,
                       std::vector<model::IndicatorHit>& indicators,
                       std::vector<model::IndicatorHit>& counters) const {
  if (trust() < trust_min) return;
  const bool is_answered = !counters.empty();  // what speaks for innocence was told in words
  std::vector<model::IndicatorHit> lists[2];
  for (std::uint16_t target = 0; target < cues.target_count(); ++target) {
    const auto& id = cues.id(target);
    if (id.starts_with('#')) continue;
    const bool is_counter = cues.is_counter(target);
    const auto& known = is_counter ? counters : indicators;
    const auto hit = std::ranges::find(known, id, &model::IndicatorHit::id);
    const auto index = weights_.find_target(id);
    const float leaning = index ? leanings_[*index].sum() : 0;
    if (hit != known.end()) {
      if (is_counter || leaning > indicator_withheld) lists[is_counter].push_back(*hit);
    } else if (index && (is_counter || !is_answered) &&
               leaning > (is_counter ? counter_alone : indicator_alone)) {
      if (const auto place = weights_.best_words(rows_, *index))
        lists[is_counter].push_back({id, quote_of(text, masked_, place->from, place->to)});
    }
  }
  indicators = std::move(lists[0]);
  counters = std::move(lists[1]);
}

}  // namespace intake
