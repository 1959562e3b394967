#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "edges/db/connection.h"
#include "ground/base/bytes.h"
#include "ground/crypto/chain.h"
#include "ground/crypto/signing.h"
#include "ground/model/audit.h"
#include "ground/model/page.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

/// The record becomes provable: one sealer gives every audit row its number, its hash over the
/// row before it and its leaf in the tree, and signs a checkpoint over the whole after each batch.
namespace workflow {

/// Seals what is waiting, at most 1,000 entries in one transaction; returns how many. To be called
/// until it returns 0, at least once a second while the hub serves, by one caller at a time.
std::size_t seal_audit(Hub& hub);

/// The bytes of an entry that are hashed, in the order of model::AuditEntry: crypto/canonical.h.
[[nodiscard]] base::Bytes bytes_of(const model::AuditEntry& entry);

/// The purpose under which checkpoints are signed, and the bytes that are signed.
inline constexpr auto checkpoint_purpose = "kizuki audit checkpoint 1";
[[nodiscard]] base::Bytes bytes_of_checkpoint(std::int64_t tree_size, base::BytesView tree_root,
                                              base::BytesView chain_head, base::UtcTime at);

struct AuditQuery {
  std::optional<base::UuidBytes> object{};
  std::optional<std::string> principal{};
};
/// Sealed entries, newest first. Reading the record is itself recorded.
[[nodiscard]] base::Result<model::Page<model::SealedEntry>> read_audit(
    Hub& hub, const model::Principal& principal, const AuditQuery& query,
    const model::PageRequest& page);

}  // namespace workflow
