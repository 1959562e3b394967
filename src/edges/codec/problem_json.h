#pragma once

#include <string>
#include <string_view>

#include "ground/base/error.h"

namespace codec {

/// An RFC 9457 problem document: `type` is "/problems/<kind>", `errors` holds every issue with
/// its JSON pointer, problem and next step. The title is that of the kind where none is given.
[[nodiscard]] std::string encode_problem(const base::Error& error, unsigned status);
[[nodiscard]] std::string encode_problem(const base::Error& error, unsigned status,
                                         std::string title);

/// What a kind is called, in English.
[[nodiscard]] std::string_view problem_title(base::ErrorKind kind);

}  // namespace codec
