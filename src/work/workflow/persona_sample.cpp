#include "work/workflow/persona_sample.h"

#include <algorithm>

#include "edges/store/persona.h"

namespace workflow {
namespace {

constexpr std::int64_t small_store = 256;
constexpr std::size_t uses_per_count = 64;

}  // namespace

void PersonaSample::add(const model::PersonaFeatures& features) {
  rarity.add(features);
  auto& shown = acts.emplace_back();
  for (const auto& act : features.behaviours) {
    const auto number = number_of_act.try_emplace(act, number_of_act.size()).first->second;
    if (number < acts_max) shown.set(number);
  }
}

double PersonaSample::share_of_script(const model::PersonaFeatures& left,
                                      const model::PersonaFeatures& right) const {
  Acts shared;
  for (const auto& act : left.behaviours) {
    if (std::ranges::find(right.behaviours, act) == right.behaviours.end()) continue;
    const auto known = number_of_act.find(act);
    if (known == number_of_act.end()) return 0;  // nobody of the sample shows them all
    if (known->second < acts_max) shared.set(known->second);
  }
  if (shared.none()) return 0;
  const auto count =
      std::ranges::count_if(acts, [&](const Acts& shown) { return (shown & shared) == shared; });
  return static_cast<double>(count) / static_cast<double>(acts.size());
}

PersonaSample take_sample(Hub& hub) {
  return hub.database.read([&](db::Connection& connection) {
    PersonaSample sample;
    store::PersonaReader(connection, hub.keys)
        .for_each_newest(sample_personas_max,
                         [&](const model::PersonaFeatures& features) { sample.add(features); });
    sample.rarity.set_known(static_cast<std::uint64_t>(store::count_personas(connection)));
    return sample;
  });
}

std::shared_ptr<const PersonaSample> PersonaSamples::current(Hub& hub) {
  const std::lock_guard lock(mutex_);
  // Counting walks an index, so a large store is not asked at every link.
  const bool is_due = personas_then_ < small_store || uses_ % uses_per_count == 0;
  ++uses_;
  if (sample_ && !is_due) return sample_;
  const auto now = hub.database.read(
      [](db::Connection& connection) { return store::count_personas(connection); });
  const bool is_grown = now > personas_then_ + personas_then_ / 10;
  if (!sample_ || is_grown || now < personas_then_) {
    sample_ = std::make_shared<const PersonaSample>(take_sample(hub));
    personas_then_ = now;
  }
  return sample_;
}

}  // namespace workflow
