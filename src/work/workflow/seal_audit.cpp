#include "work/workflow/seal_audit.h"

#include <algorithm>
#include <vector>

#include "edges/store/audit.h"
#include "ground/crypto/canonical.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using crypto::Hash32;
using model::AuditEntry;

constexpr std::size_t batch_entries_max = 1'000;

Hash32 hash_from(const base::Bytes& bytes) {
  Hash32 hash{};
  if (bytes.empty()) return hash;  // before the first entry
  if (bytes.size() != hash.size()) throw base::OutsideFailure("a hash of the record is damaged");
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

base::Bytes to_bytes(const Hash32& hash) {
  return {hash.begin(), hash.end()};
}

crypto::TreeFrontier frontier_of(const store::Checkpoint& checkpoint) {
  std::vector<Hash32> subtrees;
  Hash32 hash{};
  if (checkpoint.frontier.size() % hash.size() != 0)
    throw base::OutsideFailure("the tree of the record is damaged");
  for (std::size_t start = 0; start < checkpoint.frontier.size(); start += hash.size()) {
    std::copy_n(checkpoint.frontier.begin() + static_cast<std::ptrdiff_t>(start), hash.size(),
                hash.begin());
    subtrees.push_back(hash);
  }
  auto frontier = crypto::TreeFrontier::resume(static_cast<std::uint64_t>(checkpoint.tree_size),
                                               std::move(subtrees));
  if (!frontier) throw base::OutsideFailure("the tree of the record is damaged");
  return std::move(*frontier);
}

base::Bytes bytes_of_frontier(const crypto::TreeFrontier& frontier) {
  base::Bytes bytes;
  for (const auto& subtree : frontier.subtrees())
    bytes.insert(bytes.end(), subtree.begin(), subtree.end());
  return bytes;
}

/// The end of the chain and of its tree, growing entry by entry.
class Sealer {
 public:
  explicit Sealer(db::Connection& connection) : connection_(connection) {
    const auto head = store::get_chain_head(connection);
    sequence_ = head.sequence;
    hash_ = hash_from(head.hash);
    if (const auto last = store::find_last_checkpoint(connection)) frontier_ = frontier_of(*last);
    if (frontier_.size() != static_cast<std::uint64_t>(sequence_))
      throw base::OutsideFailure("the last checkpoint of the record does not cover its chain");
  }

  void seal(const std::vector<AuditEntry>& entries) {
    std::vector<store::ChainRow> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries)
      rows.push_back(chain_on(entry));
    store::append_to_chain(connection_, rows);
  }

  void sign(const crypto::SigningKey& key, base::UtcTime at) {
    const auto root = to_bytes(frontier_.root());
    const auto head = to_bytes(hash_);
    const auto signature =
        key.sign(checkpoint_purpose, bytes_of_checkpoint(sequence_, root, head, at));
    store::add_checkpoint(
        connection_, {sequence_, root, head, at, base::Bytes(signature.begin(), signature.end()),
                      bytes_of_frontier(frontier_)});
  }

 private:
  store::ChainRow chain_on(const AuditEntry& entry) {
    const auto bytes = bytes_of(entry);
    const auto previous = hash_;
    sequence_ += 1;
    hash_ = crypto::chain_hash(previous, static_cast<std::uint64_t>(sequence_), bytes);
    frontier_.append(crypto::leaf_hash(bytes));
    return {{entry, sequence_, to_bytes(hash_)}, to_bytes(previous)};
  }

  db::Connection& connection_;
  std::int64_t sequence_ = 0;
  Hash32 hash_{};
  crypto::TreeFrontier frontier_;
};

}  // namespace

base::Bytes bytes_of(const AuditEntry& entry) {
  return crypto::CanonicalBytes()
      .add(base::BytesView(entry.id.bytes))
      .add_number(entry.at.microseconds)
      .add(entry.principal)
      .add(entry.organisation)
      .add(entry.action)
      .add(entry.object_kind)
      .add(base::BytesView(entry.object))
      .add(entry.purpose)
      .add(base::BytesView(entry.commitment))
      .take();
}

base::Bytes bytes_of_checkpoint(std::int64_t tree_size, base::BytesView tree_root,
                                base::BytesView chain_head, base::UtcTime at) {
  return crypto::CanonicalBytes()
      .add_number(tree_size)
      .add(tree_root)
      .add(chain_head)
      .add_number(at.microseconds)
      .take();
}

std::size_t seal_audit(Hub& hub) {
  const bool is_idle = hub.database.read(
      [](db::Connection& connection) { return store::count_pending(connection) == 0; });
  if (is_idle) return 0;
  const crypto::SigningKey key(hub.keys.signing);
  return hub.database.write([&](db::Connection& connection) -> std::size_t {
    if (!db::take_turn(connection, db::Turn::sealing)) return 0;
    const auto pending = store::list_pending(connection, batch_entries_max);
    if (pending.empty()) return 0;
    Sealer sealer(connection);
    sealer.seal(pending);
    sealer.sign(key, hub.clock.now());
    return pending.size();
  });
}

base::Result<model::Page<model::SealedEntry>> read_audit(Hub& hub,
                                                         const model::Principal& principal,
                                                         const AuditQuery& query,
                                                         const model::PageRequest& page) {
  if (auto decided = rights::decide(principal, rights::Action::audit_read, {}); !decided)
    return base::pass_on(decided);
  return hub.database.write([&](db::Connection& connection) {
    record(hub, connection, principal,
           {.action = base::word_of(rights::Action::audit_read),
            .object_kind = "audit",
            .object = query.object.value_or(base::UuidBytes{}),
            .purpose = "audit"});
    return store::list_audit(connection, {query.object, query.principal}, page);
  });
}

}  // namespace workflow
