#include "steps/alert/source.h"

#include <algorithm>
#include <map>
#include <set>

namespace alert {
namespace {

bool overlap(const Days& left, const Days& right) {
  return left.first <= right.last && right.first <= left.last;
}

bool is_independent(const Source& left, const Source& right) {
  const auto& left_firm = left.record.organisation_key;
  const auto& right_firm = right.record.organisation_key;
  if (!left_firm.empty() && !right_firm.empty() && left_firm != right_firm) return true;
  constexpr auto own = model::HowLearned::own_experience;
  if (left.record.content.how_learned != own || right.record.content.how_learned != own)
    return false;
  auto left_days = days_of(left);
  auto right_days = days_of(right);
  return left_days && right_days && !overlap(*left_days, *right_days);
}

bool is_counter(std::string_view id) {
  return id.starts_with("OK");
}

std::vector<std::string> with_tick(std::span<const Source> sources, model::Tick tick) {
  std::vector<std::string> ids;
  for (const auto& source : sources)
    for (const auto& state : source.record.indicators)
      if (state.tick == tick && !is_counter(state.id) && !std::ranges::count(ids, state.id))
        ids.push_back(state.id);
  return ids;
}

}  // namespace

std::optional<Days> days_of(const Source& source) {
  std::optional<Days> days;
  for (const auto& encounter : source.record.content.encounters) {
    if (!encounter.when) continue;
    const auto& when = *encounter.when;
    if (!days) {
      days = Days{when.earliest, when.latest};
      continue;
    }
    days->first = std::min(days->first, when.earliest);
    days->last = std::max(days->last, when.latest);
  }
  return days;
}

std::size_t count_independent(std::span<const Source> sources) {
  std::vector<const Source*> counted;
  for (const auto& source : sources) {
    bool is_new = std::ranges::all_of(
        counted, [&](const Source* other) { return is_independent(*other, source); });
    if (is_new) counted.push_back(&source);
  }
  return counted.size();
}

std::vector<std::string> indicators_of(std::span<const Source> sources) {
  auto ticked = with_tick(sources, model::Tick::ticked);
  return ticked.empty() ? with_tick(sources, model::Tick::proposed) : ticked;
}

model::Stage stage_of(std::span<const Source> sources) {
  auto stage = model::Stage::none;
  for (const auto& source : sources)
    if (source.record.assessment) stage = std::max(stage, source.record.assessment->stage);
  return stage;
}

std::string playbook_of(std::span<const Source> sources) {
  std::map<std::string, double> sums;
  for (const auto& source : sources)
    if (source.record.assessment)
      for (const auto& fit : source.record.assessment->playbooks)
        sums[fit.id] += fit.fit;
  std::string best;
  double best_sum = 0;
  for (const auto& [id, sum] : sums) {
    if (sum <= best_sum) continue;
    best = id;
    best_sum = sum;
  }
  return best;
}

std::vector<std::string> areas_of(std::span<const Source> sources) {
  std::set<std::string> codes;
  for (const auto& source : sources)
    for (const auto& encounter : source.record.content.encounters)
      if (!encounter.place.area.empty()) codes.insert(encounter.place.area);
  return {codes.begin(), codes.end()};
}

std::vector<std::string> technologies_of(std::span<const Source> sources) {
  std::set<std::string> codes;
  for (const auto& source : sources)
    for (const auto& encounter : source.record.content.encounters)
      codes.insert(encounter.technologies.begin(), encounter.technologies.end());
  return {codes.begin(), codes.end()};
}

std::vector<const model::Persona*> personas_of(const Source& source) {
  std::vector<const model::Persona*> personas;
  const auto& all = source.record.content.personas;
  for (std::size_t index = 0; index < all.size(); ++index)
    if (source.personas.empty() || std::ranges::count(source.personas, index))
      personas.push_back(&all[index]);
  return personas;
}

}  // namespace alert
