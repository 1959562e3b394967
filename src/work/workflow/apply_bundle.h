#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// What came from another hub. Each thing is applied in a transaction of its own, once, in
/// whatever order and however often it comes: a bundle that was cut off is simply taken again.
namespace workflow {

struct AppliedBundle {
  base::Id<model::Bundle> id;
  base::Id<model::Organisation> partner;
  std::string partner_key;           ///< key of the organisation that it came from
  std::size_t applied = 0;           ///< things that are new or newer here
  std::size_t were_there = 0;        ///< known already, or older than what is known
  std::vector<base::Error> refused;  ///< "/items/3": the others were applied
};

/// Opens, proves and applies a bundle. The bundle counts as received, and is confirmed to its
/// maker with the next one that goes back, unless something of it was refused.
[[nodiscard]] base::Result<AppliedBundle> apply_bundle(Hub& hub, const model::Principal& principal,
                                                       std::string_view file);

}  // namespace workflow
