#pragma once

#include "ground/base/result.h"
#include "ground/model/digest.h"
#include "work/workflow/hub.h"

/// Briefings: what one audience is told, put together from what was learned so far.
namespace workflow {

/// For a firm that the principal may visit, a desk that he may read of, or a meeting that he may
/// read. A firm gets lessons marked CLEAR or GREEN, those it has not been told first; desks and
/// meetings those up to AMBER, and an audience without a case of its own gets those of others.
/// Figures are vetted reports of the last six whole months in its municipality or territory; of
/// the whole hub where fewer than five firms stand behind them there; in coarse steps, and until
/// the month ends as they were told first (keep_figures.h). The opening stands in the record.
[[nodiscard]] base::Result<model::Briefing> make_briefing(Hub& hub,
                                                          const model::Principal& principal,
                                                          model::Audience audience,
                                                          const base::UuidBytes& id);

}  // namespace workflow
