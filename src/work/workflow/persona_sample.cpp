#include "work/workflow/persona_sample.h"

#include <algorithm>
#include <iterator>

#include "edges/store/persona.h"

namespace workflow {
namespace {

constexpr std::int64_t small_store = 256;
constexpr std::size_t uses_per_count = 64;

std::vector<std::string> sorted(std::vector<std::string> items) {
  std::ranges::sort(items);
  return items;
}

}  // namespace

double PersonaSample::share_of_script(const model::PersonaFeatures& left,
                                      const model::PersonaFeatures& right) const {
  std::vector<std::string> shared;
  std::ranges::set_intersection(sorted(left.behaviours), sorted(right.behaviours),
                                std::back_inserter(shared));
  if (shared.empty() || behaviours.empty()) return 0;
  const auto count = std::ranges::count_if(
      behaviours, [&](const auto& acts) { return std::ranges::includes(acts, shared); });
  return static_cast<double>(count) / static_cast<double>(behaviours.size());
}

PersonaSample take_sample(Hub& hub) {
  return hub.database.read([&](db::Connection& connection) {
    PersonaSample sample;
    store::PersonaReader(connection, hub.keys)
        .for_each_newest(sample_personas_max, [&](const model::PersonaFeatures& features) {
          sample.rarity.add(features);
          sample.behaviours.push_back(sorted(features.behaviours));
        });
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
