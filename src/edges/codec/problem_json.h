#pragma once

#include <string>

#include "ground/base/error.h"

namespace codec {

/// An RFC 9457 problem document: `type` is "/problems/<kind>", `errors` holds every issue with
/// its JSON pointer, problem and next step.
[[nodiscard]] std::string encode_problem(const base::Error& error, unsigned status);

}  // namespace codec
