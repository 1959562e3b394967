#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/bundle.h"
#include "work/workflow/hub.h"

/// The outside of a bundle: signed by the hub that made it, sealed to the one it is for.
namespace workflow {

/// The lines of the bundle with this hub's signature.
[[nodiscard]] std::string sign_bundle(const Hub& hub, const model::Bundle& bundle);

/// A signed bundle that only the partner can open: a line that says what it is, then base64url.
[[nodiscard]] std::string seal_bundle(const model::Partner& partner, std::string_view bytes);

/// Opens what is sealed to this hub and proves who made it. Refused where it is for another hub, or
/// altered, or its maker is no active partner.
struct OpenedBundle {
  model::Bundle bundle;
  model::Partner partner;
};
[[nodiscard]] base::Result<OpenedBundle> open_bundle(Hub& hub, db::Connection& connection,
                                                     std::string_view file);

}  // namespace workflow
