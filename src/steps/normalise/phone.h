#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace normalise {

/// A telephone number as E.164 ("+819012345678"), read as from Japan where no country is given.
/// A number that cannot be one of its country but has 7 to 15 digits keeps its digits after "#"
/// ("#0901234567"), so that the same slip still meets itself. Everything else, and numbers that
/// only stand in for one (all digits equal), gives nothing. Extensions are dropped.
[[nodiscard]] std::optional<std::string> phone_of(std::string_view text);

}  // namespace normalise
