#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/alert_view.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// Alerts as the desk, a station and the public read them.
namespace workflow {

/// Newest first. A desk sees all; a station those that were sent to firms it looks after, without
/// how they came about; a firm reads its inbox instead and gets none here.
[[nodiscard]] base::Result<model::Page<model::Alert>> list_alerts(
    Hub& hub, const model::Principal& principal, std::optional<model::AlertState> state,
    const model::PageRequest& page);

/// An alert with what still stands in its way, for this reader, and which sources this reader
/// opened. `purpose` is one of check_purpose; the opening stands in the record.
[[nodiscard]] base::Result<model::AlertView> open_alert(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Alert> id,
                                                        const std::string& purpose);

/// Who has it, who acknowledged, who is late. A station sees those of its firms.
[[nodiscard]] base::Result<std::vector<model::Delivery>> deliveries_of_alert(
    Hub& hub, const model::Principal& principal, base::Id<model::Alert> id);

/// Public notices in force, newest first: for anybody, signed in or not.
[[nodiscard]] base::Result<std::vector<model::Notice>> public_notices(Hub& hub);

}  // namespace workflow
