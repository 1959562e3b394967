#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// What leaves for another hub: released reports and withdrawals, alerts for its firm, lessons,
/// answers to its alerts, confirmations of its bundles. Everything goes until the other side has
/// confirmed it, so a bundle that was lost on the way needs no hands.
namespace workflow {

/// What a bundle holds at most; what is over waits for the next. One thing always goes.
struct BundleLimits {
  std::size_t items_max = 2000;  ///< of each kind
  std::size_t bytes_max = 40U << 20;
};

/// What a bundle made now would hold. Nothing is marked as handed over; the look stands in the
/// record. Not_found for an organisation that is no active partner.
[[nodiscard]] base::Result<model::Bundle> preview_bundle(Hub& hub,
                                                         const model::Principal& principal,
                                                         base::Id<model::Organisation> partner);

struct BundleFile {
  model::Bundle bundle;
  std::string bytes;  ///< signed, and sealed to the partner where that was asked
};

struct BundleForm {
  bool is_sealed = true;
  bool may_be_empty = false;  ///< else refused when nothing waits
  BundleLimits limits{};
};

/// Makes the bundle: its items count as handed over from now on, as arrived once confirmed.
[[nodiscard]] base::Result<BundleFile> make_bundle(Hub& hub, const model::Principal& principal,
                                                   base::Id<model::Organisation> partner,
                                                   const BundleForm& form = {});

}  // namespace workflow
