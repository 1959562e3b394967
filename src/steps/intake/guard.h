#pragma once

#include <optional>
#include <string_view>

#include "ground/model/reading.h"

namespace intake {

/// Inputs that nothing here may score or key on, as named in the shipped table: nationality,
/// ethnicity, religion, opinion, accent, origin of a name, gender, orientation, health, union
/// membership, visa status. A text that gives one of them as the reason for suspicion is
/// answered with a kind word (code for edges/render) and the part is left out of the reading.
/// Acts told in the same text are read as ever.
struct GuardFinding {
  static constexpr std::string_view code = "guard_origin";
  model::Quote quote;
};

/// Kind sentences for texts that are not cases of contact; "" for contact, threat and other.
[[nodiscard]] std::string_view guard_code(model::ReportKind kind);

}  // namespace intake
