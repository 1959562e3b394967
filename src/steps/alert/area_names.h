#pragma once

#include <string_view>
#include <vector>

#include "steps/alert/scope.h"

namespace alert {

/// The name under which an alert may tell a place: the 23 wards of Tokyo, the cities designated
/// by ordinance with all their wards, and the 47 prefectures, each by a code (JIS X 0402) or the
/// beginning of one. Source: our own list; codes as the Ministry of Internal Affairs and
/// Communications publishes them.
[[nodiscard]] const std::vector<NamedArea>& named_areas();

/// The finest named area that holds a municipality: "13109" -> Shinagawa Ward, "14109" -> the
/// city of Yokohama ("141"), "20201" -> Nagano Prefecture ("20"). Its code, "" for a code that no
/// prefecture has.
[[nodiscard]] std::string_view named_area_of(std::string_view municipality);

}  // namespace alert
