#pragma once

#include <array>
#include <string_view>

#include "edges/db/connection.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// The clock of an acknowledgement: three working days, reminders after two and four, a visit by
/// the station after five.
namespace workflow {

inline constexpr std::string_view reminder_job = "alert.remind";
inline constexpr std::array<int, 3> reminder_working_days{2, 4, 5};

/// Asks for the first reminder of a new delivery.
void request_reminder(db::Connection& connection, const model::Principal& principal,
                      const model::Delivery& delivery);

/// Reminds (a mail to each contact, and the count at the delivery), the third time opens
/// visit_unacknowledged for the station. Nothing for what is acknowledged, or was taken back.
[[nodiscard]] JobStep reminder_step();

}  // namespace workflow
