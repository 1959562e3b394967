#pragma once

#include <cstdint>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"

namespace workflow {

/// Sends an approved alert: a delivery for each recipient with its notices, reminders, follow-ups
/// and expiry, and a word to those whose reports it rests on. Every condition is checked again;
/// refused with what stands in the way, a hold among it.
[[nodiscard]] base::Result<model::Alert> send_alert(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Alert> id,
                                                    std::int64_t revision);

}  // namespace workflow
