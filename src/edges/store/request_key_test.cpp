#include "edges/store/request_key.h"

#include <chrono>

#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

Replay replay() {
  Replay made{"hash", "report", {}, 3};
  made.object[15] = 9;
  return made;
}

TEST(replay_store, gives_the_same_answer_to_the_same_principal_and_key) {
  TestStore store;
  EXPECT_FALSE(find_replay(store.connection, "hanako", "key-1"));
  remember(store.connection, "hanako", "key-1", replay(), store.now);
  const auto found = find_replay(store.connection, "hanako", "key-1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->request_hash, "hash");
  EXPECT_EQ(found->kind, "report");
  EXPECT_EQ(found->object, replay().object);
  EXPECT_EQ(found->version, 3);
  EXPECT_FALSE(find_replay(store.connection, "taro", "key-1"));
  EXPECT_FALSE(find_replay(store.connection, "hanako", "key-2"));
}

TEST(replay_store, remembers_a_key_once) {
  TestStore store;
  remember(store.connection, "hanako", "key-1", replay(), store.now);
  EXPECT_THROW(remember(store.connection, "hanako", "key-1", replay(), store.now),
               db::ConstraintViolation);
}

TEST(replay_store, forgets_old_answers) {
  TestStore store;
  remember(store.connection, "hanako", "old", replay(), store.now);
  remember(store.connection, "hanako", "new", replay(), store.now + std::chrono::hours(1));
  EXPECT_EQ(forget_replays(store.connection, store.now + std::chrono::hours(1)), 1);
  EXPECT_FALSE(find_replay(store.connection, "hanako", "old"));
  EXPECT_TRUE(find_replay(store.connection, "hanako", "new"));
}

}  // namespace
}  // namespace store
