#include "edges/store/audit.h"

#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

model::AuditEntry entry(TestStore& store, std::uint8_t object, base::Bytes commitment = {}) {
  model::AuditEntry made;
  made.id = store.ids.make<model::AuditEntry>(store.now);
  made.at = store.now;
  made.principal = object % 2 == 0 ? "hanako" : "taro";
  made.organisation = "bureau";
  made.action = "report.read";
  made.object_kind = "report";
  made.object[15] = object;
  made.purpose = "vetting";
  made.commitment = std::move(commitment);
  return made;
}

void seal(TestStore& store, const model::AuditEntry& made, std::int64_t sequence) {
  const ChainRow row{{made, sequence, base::Bytes(32, static_cast<std::uint8_t>(sequence))},
                     base::Bytes(32, static_cast<std::uint8_t>(sequence - 1))};
  append_to_chain(store.connection, std::span(&row, 1));
}

TEST(audit_store, keeps_entries_waiting_until_they_are_in_the_chain) {
  TestStore store;
  EXPECT_EQ(get_chain_head(store.connection).sequence, 0);
  const auto first = entry(store, 1), second = entry(store, 2);
  append_audit(store.connection, first);
  append_audit(store.connection, second);
  EXPECT_EQ(count_pending(store.connection), 2);
  const auto pending = list_pending(store.connection, 1);
  ASSERT_EQ(pending.size(), 1U);
  EXPECT_EQ(pending.front().id, first.id);
  EXPECT_EQ(pending.front().purpose, "vetting");
  seal(store, first, 1);
  EXPECT_EQ(count_pending(store.connection), 1);
  EXPECT_EQ(get_chain_head(store.connection).sequence, 1);
  EXPECT_EQ(get_chain_head(store.connection).hash, base::Bytes(32, 1));
}

TEST(audit_store, holds_an_entry_once) {
  TestStore store;
  const auto made = entry(store, 1);
  append_audit(store.connection, made);
  EXPECT_THROW(append_audit(store.connection, made), db::ConstraintViolation);
  seal(store, made, 1);
  EXPECT_THROW(seal(store, made, 2), db::ConstraintViolation);
}

TEST(audit_store, pages_newest_first_by_object_and_by_principal) {
  TestStore store;
  for (std::int64_t sequence = 1; sequence <= 9; ++sequence) {
    const auto made = entry(store, static_cast<std::uint8_t>(sequence % 3));
    append_audit(store.connection, made);
    seal(store, made, sequence);
  }
  std::vector<std::int64_t> seen;
  model::PageRequest page{.after = "", .limit = 4};
  do {
    const auto found = list_audit(store.connection, {}, page);
    for (const auto& item : found.items)
      seen.push_back(item.sequence);
    page.after = found.next;
  } while (!page.after.empty());
  EXPECT_EQ(seen, (std::vector<std::int64_t>{9, 8, 7, 6, 5, 4, 3, 2, 1}));
  base::UuidBytes object{};
  object[15] = 1;
  EXPECT_EQ(list_audit(store.connection, {.object = object, .principal = {}}, {}).items.size(), 3U);
  EXPECT_EQ(list_audit(store.connection, {.object = {}, .principal = "hanako"}, {}).items.size(),
            6U);
}

TEST(audit_store, finds_checkpoints_by_size) {
  TestStore store;
  EXPECT_FALSE(find_last_checkpoint(store.connection));
  for (const std::int64_t size : {3, 7})
    add_checkpoint(store.connection, {size, base::Bytes(32, 1), base::Bytes(32, 2), store.now,
                                      base::Bytes(64, 3), base::Bytes(64, 4)});
  EXPECT_EQ(find_last_checkpoint(store.connection)->tree_size, 7);
  EXPECT_EQ(find_checkpoint(store.connection, 3)->signature, base::Bytes(64, 3));
  EXPECT_FALSE(find_checkpoint(store.connection, 4));
  EXPECT_EQ(count_checkpoints(store.connection), 2);
}

TEST(audit_store, mentions_sealed_entries_before_those_that_wait) {
  TestStore store;
  const auto waiting = entry(store, 1, {1});
  const auto sealed = entry(store, 2, {2});
  append_audit(store.connection, waiting);
  append_audit(store.connection, sealed);
  seal(store, sealed, 1);
  std::vector<base::Bytes> commitments;
  for_each_mention(store.connection,
                   [&](const Mention& mention) { commitments.push_back(mention.commitment); });
  EXPECT_EQ(commitments, (std::vector<base::Bytes>{{2}, {1}}));
}

}  // namespace
}  // namespace store
