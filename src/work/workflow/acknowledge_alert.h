#pragma once

#include <cstdint>

#include "ground/base/result.h"
#include "ground/model/alert_view.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// A firm's inbox and its answer. Acknowledging is a deliberate act: opening is none.
namespace workflow {

/// The deliveries to the principal's own organisation, newest first; without the text.
[[nodiscard]] base::Result<model::Page<model::InboxItem>> read_inbox(
    Hub& hub, const model::Principal& principal, const model::PageRequest& page);

/// A delivery with the alert as its recipient sees it: for the firm's officer, and for the desk and
/// the station that hands it over. Each opening stands in the record.
[[nodiscard]] base::Result<model::InboxAlert> open_inbox_item(Hub& hub,
                                                              const model::Principal& principal,
                                                              base::Id<model::Delivery> id);

/// The version for all staff, which holds no personal data; not_found where the marking does not
/// allow warning them. For everybody at the firm.
[[nodiscard]] base::Result<model::Bilingual> read_staff_version(Hub& hub,
                                                                const model::Principal& principal,
                                                                base::Id<model::Alert> id);

/// By the firm's officer, or by the station's for the firm. May be given again with more (seen
/// here too, hits in own logs). Ends the tasks that waited for it.
[[nodiscard]] base::Result<model::Delivery> acknowledge(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Delivery> id,
                                                        std::int64_t revision,
                                                        const model::AcknowledgementEdit& edit);

}  // namespace workflow
