#include "edges/store/hub.h"

#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

TEST(hub_keys, are_made_once_and_opened_with_the_same_master_key) {
  TestStore store;
  const crypto::Key32 master({7});
  const auto made = make_keys(store.connection, master);
  ASSERT_TRUE(made);
  const auto opened = open_keys(store.connection, master);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->blind.reveal(), made->blind.reveal());
  EXPECT_EQ(opened->signing.reveal(), made->signing.reveal());
  EXPECT_NE(made->blind.reveal(), made->signing.reveal());
  EXPECT_EQ(make_keys(store.connection, master).error().kind, base::ErrorKind::conflict);
}

TEST(hub_keys, do_not_open_with_another_master_key_or_before_set_up) {
  TestStore store;
  EXPECT_EQ(open_keys(store.connection, crypto::Key32({7})).error().kind,
            base::ErrorKind::not_found);
  EXPECT_FALSE(find_verifying_key(store.connection));
  ASSERT_TRUE(make_keys(store.connection, crypto::Key32({7})));
  EXPECT_EQ(open_keys(store.connection, crypto::Key32({8})).error().kind, base::ErrorKind::refused);
}

TEST(hub_keys, show_the_public_half_of_the_signing_key) {
  TestStore store;
  const auto made = make_keys(store.connection, crypto::Key32({7}));
  ASSERT_TRUE(made);
  EXPECT_EQ(find_verifying_key(store.connection),
            crypto::SigningKey(made->signing).verifying_key());
}

TEST(hub_home, is_remembered) {
  TestStore store;
  EXPECT_FALSE(find_home(store.connection));
  set_home(store.connection, store.firm.id);
  EXPECT_EQ(find_home(store.connection), store.firm.id);
}

}  // namespace
}  // namespace store
