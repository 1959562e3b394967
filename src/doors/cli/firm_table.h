#pragma once

#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/organisation.h"

namespace cli {

/// Companies from a CSV file with a header row: id, name, sector, technologies (parted by ";"),
/// lat, lon (degrees, both or neither). `id` is the key that reports name in `from.organisation`
/// and the only column that must be there; others are passed over. Fails with the line and the
/// column of the first fault, also where an id comes twice.
[[nodiscard]] base::Result<std::vector<model::Organisation>> read_firm_table(
    const std::string& path);

}  // namespace cli
