#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// What became of it: contact ceased, asked 30, 90 and 180 days after the sending.
namespace workflow {

inline constexpr std::string_view follow_up_job = "alert.follow_up";
inline constexpr std::array<int, 3> follow_up_days{30, 90, 180};

[[nodiscard]] std::vector<model::Delivery::FollowUp> planned_follow_ups(base::UtcTime sent_at);

/// Asks for the question of each planned day.
void request_follow_ups(db::Connection& connection, const model::Principal& principal,
                        const model::Delivery& delivery);

/// When the day comes: a task for the firm and for its station, and a mail to the contacts.
/// Nothing where it was answered, or the alert was cancelled.
[[nodiscard]] JobStep follow_up_step();

/// The answer, by the firm's officer or by an officer who asked; a later one replaces it.
/// invalid_input at "/day" for a day that is not asked. Ends the task where nothing due is open.
[[nodiscard]] base::Result<model::Delivery> answer_follow_up(Hub& hub,
                                                             const model::Principal& principal,
                                                             base::Id<model::Delivery> id,
                                                             std::int64_t revision, int day,
                                                             model::Yes contact_ceased);

}  // namespace workflow
