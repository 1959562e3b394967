#pragma once

#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// What each kind of thing in a bundle becomes here. All in the caller's transaction; each gives
/// the id that the thing has here, nil for one that came after its withdrawal.
namespace workflow {

/// The hub that a thing came from, as the principal who did what is written down here.
struct BundleSource {
  model::Organisation organisation;  ///< who runs it
  model::Organisation home;          ///< who runs this hub
  model::Principal principal;
};

[[nodiscard]] base::Result<base::UuidBytes> apply_report(Hub& hub, db::Connection& connection,
                                                         const BundleSource& source,
                                                         const model::BundleItem& item);
[[nodiscard]] base::Result<base::UuidBytes> apply_withdrawal(Hub& hub, db::Connection& connection,
                                                             const BundleSource& source,
                                                             const model::BundleItem& item);

/// A delivery to this hub's organisation, with the alert as it now is at its origin.
[[nodiscard]] base::Result<base::UuidBytes> apply_alert(Hub& hub, db::Connection& connection,
                                                        const BundleSource& source,
                                                        const model::BundleItem& item);

/// A lesson that the partner approved, or that it withdrew.
[[nodiscard]] base::Result<base::UuidBytes> apply_lesson(Hub& hub, db::Connection& connection,
                                                         const BundleSource& source,
                                                         const model::BundleItem& item);

/// What the partner answered to a delivery from here.
[[nodiscard]] base::Result<base::UuidBytes> apply_answer(Hub& hub, db::Connection& connection,
                                                         const BundleSource& source,
                                                         const model::BundleItem& item);

}  // namespace workflow
