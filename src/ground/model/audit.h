#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

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

/// An entry in its place in the record.
struct SealedEntry {
  AuditEntry entry;
  std::int64_t sequence = 0;  ///< from 1, without a gap
  base::Bytes hash;           ///< over the entry and the hash before it
};

/// What the hub signed over the record as it was: kept elsewhere it proves that nothing was cut off
/// since. The signature (Ed25519) is over all that stands before it.
struct Checkpoint {
  std::int64_t tree_size = 0;  ///< entries it covers: the sequence of the last one
  base::Bytes tree_root, chain_head;
  base::UtcTime at;
  base::Bytes signature;
};

/// What a check of the whole record found.
struct Verification {
  bool holds = false;
  std::int64_t entries = 0;   ///< sealed
  std::int64_t unsealed = 0;  ///< written, not yet in the chain: at most the last second
  std::optional<Checkpoint> last_checkpoint;
  std::string first_broken;  ///< names the first broken entry or content; "" when it holds
};

}  // namespace model
