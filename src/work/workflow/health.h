#pragma once

#include <exception>
#include <string_view>

#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// Whether the hub can work, and who hears when it cannot.
namespace workflow {

/// Writes a row and takes it away again. Refused where the schema is another program's;
/// unavailable where the database does not answer, of which only the operator hears where it
/// stands; throws base::OutsideFailure, whose text names the cause, when nothing can be written
/// (a full disk).
[[nodiscard]] base::Result<void> check_health(Hub& hub);

/// Tells the operator of the hub that something failed; `during` says at what ("jobs").
void tell_operator(const Hub& hub, std::string_view during, const std::exception& failure);

}  // namespace workflow
