#include "steps/intake/proposals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace intake {
namespace {

// Chosen on texts of ja1 to ja3 and en1 to en3, one writer held out at a time; `indicator_alone`
// on those of ja7 and en7, `hostile_even` and the readiness of the kinds on the tune half in parts.
constexpr float indicator_alone = -1.1F;     ///< leaning that proposes what no pattern knows
constexpr float counter_alone = -1.0F;       ///< likewise for what speaks for innocence
constexpr float indicator_withheld = -2.5F;  ///< leaning below which a pattern hit is withheld
constexpr float trust_min = 0.5F;            ///< below it only the points move, and little
constexpr float hostile_even = 0.5F;         ///< leaning to hostile that moves nothing
constexpr float points_scale = 18.0F;        ///< points a unit of leaning beyond that
constexpr int points_max = 20, points_min = -30;

struct KindTarget {
  std::string_view target;
  model::ReportKind kind;
  float readiness;  ///< added to the leaning: what most texts are has to say more
};
constexpr auto kind_targets =
    std::to_array<KindTarget>({{"#contact", model::ReportKind::contact, -1.2F},
                               {"#threat", model::ReportKind::threat, 0.4F},
                               {"#insider", model::ReportKind::insider, 0.4F},
                               {"#cyber", model::ReportKind::cyber, -0.9F},
                               {"#rumour", model::ReportKind::rumour, 0.2F},
                               {"#protected", model::ReportKind::protected_, 0.4F},
                               {"#other", model::ReportKind::other, 0.F}});

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

bool Proposals::is_summary(std::size_t act_count) const {
  constexpr std::size_t acts_min = 3;
  constexpr double length_an_act_max = 100, unspaced_length = 2.5;  // 40 characters of Japanese
  if (act_count < acts_min) return false;
  const auto unspaced =
      static_cast<double>(std::ranges::count_if(masked_.folded, text::is_unspaced_script));
  const auto length = static_cast<double>(masked_.folded.size()) + unspaced * (unspaced_length - 1);
  return length <= static_cast<double>(act_count) * length_an_act_max;
}

std::optional<model::ReportKind> Proposals::likely_kind() const {
  if (trust() < trust_min) return std::nullopt;
  const auto best = std::ranges::max_element(kind_targets, {}, [this](const KindTarget& known) {
    return sum(known.target) + known.readiness;
  });
  if (!weights_.find_target(best->target)) return std::nullopt;
  return best->kind;
}

std::optional<std::array<float, 4>> Proposals::stage_leanings() const {
  const auto& groups = learned_target::stage_groups;
  if (trust() < trust_min || !weights_.find_target(groups[0])) return std::nullopt;
  std::array<float, 4> leanings{};
  std::ranges::transform(groups, leanings.begin(),
                         [this](std::string_view group) { return sum(group); });
  return leanings;
}

LearnedView Proposals::view(const text::FoldedText& text, std::size_t act_count) const {
  LearnedView view;
  view.kind = likely_kind();
  if (!is_summary(act_count)) view.stage_leanings = stage_leanings();
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
  const bool keeps_all = is_summary(indicators.size());
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
      if (is_counter || keeps_all || leaning > indicator_withheld)
        lists[is_counter].push_back(*hit);
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
