#pragma once

#include <istream>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/watch.h"

namespace engine {

/// A watch list as CSV: `id,name,alias,dob,phone,email,handle,employer`, in any order and under any
/// header that screen_columns.h knows (city and postcode too); several values of a field are parted
/// by ";". A row without an id column goes by its number. Errors: invalid_input with line and
/// column.
[[nodiscard]] base::Result<std::vector<model::WatchedParty>> parse_watch_csv(std::istream& in);

/// Adds the telephone numbers, addresses and accounts that a text holds.
void add_contacts(std::string_view prose, model::WatchedParty& party);

/// What makes a list useless: nobody on it, an id that stands twice, a party without anything that
/// could be compared.
[[nodiscard]] base::Result<void> check_watch_list(const std::vector<model::WatchedParty>& parties);

}  // namespace engine
