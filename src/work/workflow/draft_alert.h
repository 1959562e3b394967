#pragma once

#include <cstddef>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"

namespace workflow {

/// What to draft from: an open dossier, or one report.
struct AlertRequest {
  model::AlertProduct product = model::AlertProduct::warning;
  base::Id<model::Dossier> dossier;  ///< nil = from the report
  base::Id<model::Report> report;    ///< nil = from the dossier
};

/// At most so many firms are listed by the program; a person may add more.
inline constexpr std::size_t audience_listed_max = 100;

/// Fills in text and audience by templates and ranks; an analyst edits and submits it. A caution
/// goes to the firms whose own staff were contacted, a warning to firms at risk, a public notice
/// to nobody in particular. Ends the draft_alert tasks of its sources.
///
/// Errors: invalid_input unless exactly one of dossier and report is given; not_found for what the
/// principal does not see; refused where a dossier is not open or a report is not vetted for
/// behaviour.
[[nodiscard]] base::Result<model::Alert> draft_alert(Hub& hub, const model::Principal& principal,
                                                     const AlertRequest& request,
                                                     const RequestKey& key = {});

}  // namespace workflow
