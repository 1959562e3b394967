#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ground/model/report.h"

namespace normalise {

/// The municipality code (JIS X 0402, 5 digits) of a place: the given one (a check digit is cut
/// off), else the ward or station that the text names, by a small gazetteer of our own (the 23
/// wards and well-known stations of Tokyo, large cities). "" = unknown.
[[nodiscard]] std::string area_of(const model::Place& place);
[[nodiscard]] std::string area_named_in(std::string_view text);

/// "13" of "13109"; "" when unknown.
[[nodiscard]] std::string prefecture_of(std::string_view area);

/// Months since 1970-01 that a day (days since 1970-01-01) lies in.
[[nodiscard]] std::int32_t month_of_day(std::int32_t day);

}  // namespace normalise
