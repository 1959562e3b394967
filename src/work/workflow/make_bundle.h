#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// What leaves for another hub: released reports and withdrawals, alerts for its firm, answers to
/// its alerts, confirmations of its bundles. Everything goes until the other side has confirmed
/// it, so a bundle that was lost on the way needs no hands.
namespace workflow {

/// Most things of each kind in one bundle; what is over waits for the next.
inline constexpr std::size_t bundle_items_max = 2000;

/// What a bundle made now would hold. Nothing is marked as handed over; the look stands in the
/// record. Not_found for an organisation that is no active partner.
[[nodiscard]] base::Result<model::Bundle> preview_bundle(Hub& hub,
                                                         const model::Principal& principal,
                                                         base::Id<model::Organisation> partner);

struct BundleFile {
  model::Bundle bundle;
  std::string bytes;  ///< signed, and sealed to the partner where that was asked
};

/// Makes the bundle: its items count as handed over from now on, as arrived once confirmed.
/// Refused when nothing waits.
[[nodiscard]] base::Result<BundleFile> make_bundle(Hub& hub, const model::Principal& principal,
                                                   base::Id<model::Organisation> partner,
                                                   bool is_sealed = true);

}  // namespace workflow
