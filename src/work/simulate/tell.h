#pragma once

#include <cstdint>

#include "ground/base/time.h"
#include "ground/model/report.h"
#include "work/simulate/story.h"

namespace simulate {

/// The report that an employee makes of one telling: Japanese or English, careful or careless,
/// with a spelling of the contact's name of the reporter's own, on the evening of `now` or some
/// days later than what is told. `seed` decides what is left open.
[[nodiscard]] model::Report tell(const Story& story, const Telling& telling, const World& world,
                                 const Words& words, std::uint64_t seed, base::UtcTime now);

}  // namespace simulate
