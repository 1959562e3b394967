#pragma once

#include <string>
#include <string_view>

#include "edges/db/value.h"
#include "ground/access/access.h"

namespace store {

/// The organisations "o" that a scope of organisation reading holds: by place, by row, and firms
/// that name the reader's station (`reader_key`).
[[nodiscard]] std::string organisation_scope_condition(const rights::Scope& scope,
                                                       std::string_view reader_key,
                                                       db::Parameters& parameters);

}  // namespace store
