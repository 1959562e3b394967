#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/model/audit.h"
#include "ground/model/page.h"

/// The record of what was done. A use case appends within its own transaction and touches
/// nothing that others wait for; the sealer alone moves rows into the chain.
namespace store {

void append_audit(db::Connection& connection, const model::AuditEntry& entry);

/// Entries that no chain holds yet, oldest first.
[[nodiscard]] std::vector<model::AuditEntry> list_pending(db::Connection& connection,
                                                          std::size_t limit);
[[nodiscard]] std::int64_t count_pending(db::Connection& connection);

/// The end of the chain; sequence 0 and an empty hash before the first entry.
struct ChainHead {
  std::int64_t sequence = 0;
  base::Bytes hash;
};
[[nodiscard]] ChainHead get_chain_head(db::Connection& connection);

/// One row of the chain as it is stored.
struct ChainRow {
  model::SealedEntry sealed;
  base::Bytes previous_hash;
};

/// Moves pending entries into the chain.
void append_to_chain(db::Connection& connection, std::span<const ChainRow> rows);

/// The tree over all entries up to a batch, signed by the hub.
struct Checkpoint {
  std::int64_t tree_size = 0;
  base::Bytes tree_root, chain_head;
  base::UtcTime at;
  base::Bytes signature;
  base::Bytes frontier;  ///< what the tree needs to grow on
};
void add_checkpoint(db::Connection& connection, const Checkpoint& checkpoint);
[[nodiscard]] std::optional<Checkpoint> find_last_checkpoint(db::Connection& connection);

/// The checkpoint over exactly that many entries.
[[nodiscard]] std::optional<Checkpoint> find_checkpoint(db::Connection& connection,
                                                        std::int64_t tree_size);
[[nodiscard]] std::int64_t count_checkpoints(db::Connection& connection);

/// The whole chain from its start, without holding it.
void for_each_in_chain(db::Connection& connection,
                       const std::function<void(const ChainRow&)>& take);

/// What the record says of an object, sealed or not: sealed entries first, in order.
struct Mention {
  std::string object_kind;
  base::UuidBytes object{};
  std::string action;
  base::Bytes commitment;  ///< empty: this deed changed no content
};
void for_each_mention(db::Connection& connection, const std::function<void(const Mention&)>& take);

struct AuditFilter {
  std::optional<base::UuidBytes> object;
  std::optional<std::string> principal;
};

/// Sealed entries, newest first.
[[nodiscard]] model::Page<model::SealedEntry> list_audit(db::Connection& connection,
                                                         const AuditFilter& filter,
                                                         const model::PageRequest& page);

}  // namespace store
