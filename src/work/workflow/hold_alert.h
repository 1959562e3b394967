#pragma once

#include <cstdint>
#include <string>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"

/// A hold: a reasoned, expiring stop on an alert, because an investigation would suffer. It
/// stops the sending; drafting and approving go on.
namespace workflow {

/// So long an approver's wish alone stops the sending.
inline constexpr int asked_hold_working_days = 2;

/// An approver asks: the sending stops for two working days and the investigator gets a task. The
/// reason is required (invalid_input at "/note").
[[nodiscard]] base::Result<model::Alert> ask_hold(Hub& hub, const model::Principal& principal,
                                                  base::Id<model::Alert> id, std::int64_t revision,
                                                  const std::string& reason);

/// An investigator stops the sending until a moment ahead (invalid_input at "/until"), with a
/// reason.
[[nodiscard]] base::Result<model::Alert> place_hold(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Alert> id,
                                                    std::int64_t revision, base::UtcTime until,
                                                    const std::string& reason);

/// An investigator lets it go, also a hold that an approver asked for. The reason is required;
/// conflict where none holds.
[[nodiscard]] base::Result<model::Alert> release_hold(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Alert> id,
                                                      std::int64_t revision,
                                                      const std::string& reason);

}  // namespace workflow
