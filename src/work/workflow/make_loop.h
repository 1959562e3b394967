#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/model/digest.h"
#include "work/workflow/hub.h"

/// Whether the work of the desk closes its loop: visits, reports, alerts, answers, contacts ceased.
namespace workflow {

/// The twelve months that end with this one ("2026-10"; "" = the last one that is over), of the
/// whole hub, for police who may read digests. Counted at the first reading and kept
/// (keep_figures.h). Loops of two months share eleven, and the digests tell the same months one by
/// one, so that counts and shares are told in steps: no difference of two tells of a single firm.
/// What firms think and know is measured nowhere, so nothing is told of it. Errors as make_digest;
/// its making stands in the record.
[[nodiscard]] base::Result<model::Loop> make_loop(Hub& hub, const model::Principal& principal,
                                                  const std::string& month);

}  // namespace workflow
