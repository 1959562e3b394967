#pragma once

#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/knowledge.h"

/// The shipped tables (data/, see its README) as values. Decoding is as strict as for reports:
/// an unknown member, an id given twice or a rule about an indicator that is not there is refused
/// with its pointer, so that a slip in a table fails the build's tests and not an assessment.
namespace codec {

/// data/indicators.json. Bands come in ascending order and the lowest starts at or below 0.
[[nodiscard]] base::Result<model::IndicatorTable> parse_indicator_table(std::string_view json);

/// data/technologies.json, sorted by code: lower-case words joined by one dot or more.
[[nodiscard]] base::Result<std::vector<model::Technology>> parse_technologies(
    std::string_view json);

/// data/cases.json: what lessons and the library of cases need of it.
[[nodiscard]] base::Result<std::vector<model::PublicCase>> parse_cases(std::string_view json);

}  // namespace codec
