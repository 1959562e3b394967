#include "edges/store/audit.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace store {
namespace {

using model::AuditEntry;

constexpr auto insert_pending =
    "INSERT INTO audit_pending (id, at, principal, organisation, action, object_kind, object,"
    " purpose, commitment) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr auto select_pending =
    "SELECT id, at, principal, organisation, action, object_kind, object, purpose, commitment"
    " FROM audit_pending ORDER BY id LIMIT $1";
constexpr auto count_pending_rows = "SELECT COUNT(*) FROM audit_pending";
constexpr auto delete_pending = "DELETE FROM audit_pending WHERE id = $1";
constexpr auto insert_sealed_audit =
    "INSERT INTO audit (id, at, principal, organisation, action, object_kind, object, purpose,"
    " commitment, sequence, previous_hash, entry_hash)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
constexpr auto select_head =
    "SELECT sequence, entry_hash FROM audit ORDER BY sequence DESC LIMIT 1";
constexpr auto select_chain =
    "SELECT id, at, principal, organisation, action, object_kind, object, purpose, commitment,"
    " sequence, entry_hash, previous_hash FROM audit ORDER BY sequence";
constexpr auto insert_checkpoint =
    "INSERT INTO audit_checkpoint (tree_size, tree_root, chain_head, at, signature, frontier)"
    " VALUES ($1, $2, $3, $4, $5, $6)";
constexpr auto select_checkpoint =
    "SELECT tree_size, tree_root, chain_head, at, signature, frontier FROM audit_checkpoint"
    " WHERE tree_size = $1";
constexpr auto count_checkpoint_rows = "SELECT COUNT(*) FROM audit_checkpoint";
constexpr auto select_last_checkpoint =
    "SELECT tree_size, tree_root, chain_head, at, signature, frontier FROM audit_checkpoint"
    " ORDER BY tree_size DESC LIMIT 1";
constexpr auto select_sealed_mentions =
    "SELECT object_kind, object, action, commitment FROM audit ORDER BY sequence";
constexpr auto select_pending_mentions =
    "SELECT object_kind, object, action, commitment FROM audit_pending ORDER BY id";
constexpr auto select_page =
    "SELECT id, at, principal, organisation, action, object_kind, object, purpose, commitment,"
    " sequence, entry_hash FROM audit WHERE sequence < $1{} ORDER BY sequence DESC LIMIT $2";

db::Parameters columns_of(const AuditEntry& entry) {
  return {entry.id,          entry.at,     entry.principal, entry.organisation, entry.action,
          entry.object_kind, entry.object, entry.purpose,   entry.commitment};
}

AuditEntry entry_of(const db::Row& row) {
  AuditEntry entry;
  entry.id = row.id<AuditEntry>(0);
  entry.at = row.time(1);
  entry.principal = row.text(2);
  entry.organisation = row.text(3);
  entry.action = row.text(4);
  entry.object_kind = row.text(5);
  entry.object = row.uuid(6);
  entry.purpose = row.text(7);
  entry.commitment = row.bytes(8);
  return entry;
}

model::SealedEntry sealed_of(const db::Row& row) {
  return {entry_of(row), row.integer(9), row.bytes(10)};
}

Checkpoint checkpoint_of(const db::Row& row) {
  return {row.integer(0), row.bytes(1), row.bytes(2), row.time(3), row.bytes(4), row.bytes(5)};
}

std::int64_t sequence_before(const std::string& after) {
  std::int64_t sequence = std::numeric_limits<std::int64_t>::max();
  std::from_chars(after.data(), after.data() + after.size(), sequence);
  return sequence;
}

}  // namespace

void append_audit(db::Connection& connection, const AuditEntry& entry) {
  connection.execute(insert_pending, columns_of(entry));
}

std::vector<AuditEntry> list_pending(db::Connection& connection, std::size_t limit) {
  std::vector<AuditEntry> entries;
  connection.for_each(select_pending, {limit},
                      [&](const db::Row& row) { entries.push_back(entry_of(row)); });
  return entries;
}

std::int64_t count_pending(db::Connection& connection) {
  return db::get_row(connection, count_pending_rows).integer(0);
}

ChainHead get_chain_head(db::Connection& connection) {
  const auto row = db::find_row(connection, select_head);
  if (!row) return {};
  return {row->integer(0), row->bytes(1)};
}

void append_to_chain(db::Connection& connection, std::span<const ChainRow> rows) {
  std::vector<db::Parameters> sealed, pending;
  for (const auto& row : rows) {
    sealed.push_back(columns_of(row.sealed.entry)
                         .add(row.sealed.sequence)
                         .add(row.previous_hash)
                         .add(row.sealed.hash));
    pending.push_back({row.sealed.entry.id});
  }
  connection.execute_each(insert_sealed_audit, sealed);
  connection.execute_each(delete_pending, pending);
}

void add_checkpoint(db::Connection& connection, const Checkpoint& checkpoint) {
  connection.execute(insert_checkpoint,
                     {checkpoint.tree_size, checkpoint.tree_root, checkpoint.chain_head,
                      checkpoint.at, checkpoint.signature, checkpoint.frontier});
}

std::optional<Checkpoint> find_last_checkpoint(db::Connection& connection) {
  const auto row = db::find_row(connection, select_last_checkpoint);
  if (!row) return std::nullopt;
  return checkpoint_of(*row);
}

void for_each_in_chain(db::Connection& connection,
                       const std::function<void(const ChainRow&)>& take) {
  connection.for_each(select_chain, {}, [&](const db::Row& row) {
    take({sealed_of(row), row.bytes(11)});
  });
}

std::optional<Checkpoint> find_checkpoint(db::Connection& connection, std::int64_t tree_size) {
  const auto row = db::find_row(connection, select_checkpoint, {tree_size});
  if (!row) return std::nullopt;
  return checkpoint_of(*row);
}

std::int64_t count_checkpoints(db::Connection& connection) {
  return db::get_row(connection, count_checkpoint_rows).integer(0);
}

void for_each_mention(db::Connection& connection, const std::function<void(const Mention&)>& take) {
  for (const auto* sql : {select_sealed_mentions, select_pending_mentions})
    connection.for_each(sql, {}, [&](const db::Row& row) {
      take({row.text(0), row.uuid(1), row.text(2), row.bytes(3)});
    });
}

model::Page<model::SealedEntry> list_audit(db::Connection& connection, const AuditFilter& filter,
                                           const model::PageRequest& page) {
  db::Parameters parameters{sequence_before(page.after), page.limit + 1};
  std::string conditions;
  const auto add = [&](std::string_view column, const auto& value) {
    parameters.add(value);
    conditions += fmt::format(" AND {} = ${}", column, parameters.values().size());
  };
  if (filter.object) add("object", *filter.object);
  if (filter.principal) add("principal", *filter.principal);
  model::Page<model::SealedEntry> found;
  connection.for_each(fmt::format(select_page, conditions), parameters, [&](const db::Row& row) {
    if (found.items.size() == page.limit)
      found.next = std::to_string(found.items.back().sequence);
    else
      found.items.push_back(sealed_of(row));
  });
  return found;
}

}  // namespace store
