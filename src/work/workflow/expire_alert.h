#pragma once

#include <string_view>

#include "edges/db/connection.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

namespace workflow {

inline constexpr std::string_view expiry_job = "alert.expire";

/// Asks for the expiry of an alert that was sent.
void request_expiry(db::Connection& connection, const model::Principal& principal,
                    const model::Alert& alert);

/// When the time has come: the alert is expired and everyone who received it hears so.
[[nodiscard]] JobStep expiry_step();

}  // namespace workflow
