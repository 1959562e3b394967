#pragma once

#include <string>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/id.h"

namespace model {

/// One thing that was done or looked at. Holds no content: only a salted commitment to it.
struct AuditEntry {
  base::Id<AuditEntry> id;
  base::UtcTime at;
  std::string principal;     ///< account name or system name
  std::string organisation;  ///< key; "" for system and anonymous
  std::string action;        ///< "report.release", "report.open", "alert.approve", ...
  std::string object_kind;   ///< "report", "alert", ...
  base::UuidBytes object{};
  std::string purpose;     ///< purpose code of an opening; "" for writes
  base::Bytes commitment;  ///< BLAKE2b-256(salt, canonical content), or empty
};

}  // namespace model
