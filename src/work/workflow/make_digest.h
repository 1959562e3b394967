#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/model/digest.h"
#include "work/workflow/hub.h"

/// Figures that leave the desk: the digest of a month.
namespace workflow {

/// The digest of a month that is over ("2026-10"; "" = the last one), of the whole hub. Whole
/// months only, without filters. Its figures are counted at the first reading and stay as they were
/// told then (keep_figures.h); lessons that were withdrawn since are left out. For police alone.
/// invalid_input at "month" for what is no month or is not over in Tokyo. Its making stands in the
/// record.
[[nodiscard]] base::Result<model::Digest> make_digest(Hub& hub, const model::Principal& principal,
                                                      const std::string& month);

}  // namespace workflow
