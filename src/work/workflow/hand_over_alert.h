#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "edges/db/connection.h"
#include "ground/base/result.h"
#include "ground/model/alert_view.h"
#include "work/workflow/hub.h"

namespace workflow {

/// An alert handed over in person: to whom, in what role, and the answer if it came at once.
struct HandOverEdit {
  std::string to_name, to_role;
  std::optional<model::AcknowledgementEdit> acknowledgement;
};

/// Recorded by the officer of the station that looks after the firm. Name and role are required
/// (invalid_input). Ends the hand_over task; with an acknowledgement everything that waited.
[[nodiscard]] base::Result<model::Delivery> hand_over(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Delivery> id,
                                                      std::int64_t revision,
                                                      const HandOverEdit& edit);

/// Writes the answer into the delivery and ends the tasks that waited for it; the caller saves.
void note_acknowledgement(const Hub& hub, db::Connection& connection,
                          const model::Principal& principal, model::Delivery& delivery,
                          const model::AcknowledgementEdit& edit);

}  // namespace workflow
