#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ground/model/organisation.h"
#include "work/simulate/words.h"

namespace simulate {

/// What a stream of reports is made from.
struct Settings {
  std::uint64_t seed = 1;
  std::size_t reports = 1'000;
  std::size_t firms = 0;  ///< 0 = one for ten reports, 20 to 12,550
};

/// The firms of a simulated world, each with one site near a municipality's office, a field as
/// its sector and one to three technologies. Fictional, and marked so.
struct World {
  std::vector<model::Organisation> firms;
  std::vector<std::size_t> place_of;                         ///< of each firm, in Words::places
  std::map<std::string, std::vector<std::size_t>> by_field;  ///< firms
};

/// The same for the same seed and tables. `technologies`: the published vocabulary.
[[nodiscard]] World make_world(const Settings& settings, const Words& words,
                               const std::vector<model::Technology>& technologies);

}  // namespace simulate
