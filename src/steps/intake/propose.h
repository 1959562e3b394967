#pragma once

#include <span>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/report.h"
#include "steps/intake/read_text.h"

namespace intake {

/// Whether what the sender ticked counts as ticked: only from a company's security officer or
/// a station officer. Everybody else's ticks are proposals like those of the words.
[[nodiscard]] bool behaviours_count_as_ticked(model::Capacity capacity);

/// Every indicator and counter-indicator that a report speaks for: the words of its narrative,
/// the first words of each encounter (`said`, one reading for each encounter, or none), the
/// sender's ticks, and the structured fields of the encounters (pressure, secrecy, what was
/// asked for and offered, how the next meeting was fixed).
///
/// One state per indicator and encounter, sorted by encounter (unplaced ones last). All are
/// proposals but the ticks of those whose ticks count. Reads acts only: no name, language,
/// claimed cover or origin moves anything here.
[[nodiscard]] std::vector<model::IndicatorState> propose(const model::Report& report,
                                                         const ReadText& narrative,
                                                         std::span<const ReadText> said,
                                                         bool ticks_count);

}  // namespace intake
