#include "ground/crypto/password.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

constexpr PasswordCost cheap{8, 1};
using Password = base::Sensitive<std::string>;

TEST(password, matches_itself_and_nothing_near_it) {
  const auto hash = hash_password(Password("正しい 馬 電池"), cheap);
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  EXPECT_TRUE(password_matches(*hash, Password("正しい 馬 電池")));
  EXPECT_FALSE(password_matches(*hash, Password("正しい 馬 電池 ")));
  EXPECT_FALSE(password_matches(*hash, Password("")));
}

TEST(password, equal_passwords_have_different_hashes) {
  EXPECT_NE(hash_password(Password("same"), cheap).value(),
            hash_password(Password("same"), cheap).value());
}

TEST(password, a_damaged_hash_matches_nothing) {
  for (const auto* hash : {"", "$argon2id$", "plain", "$argon2id$v=19$m=8,t=1,p=1$$"})
    EXPECT_FALSE(password_matches(hash, Password("same"))) << hash;
  EXPECT_FALSE(password_matches(std::string(500, '$'), Password("same")));
}

TEST(password, a_hash_of_another_cost_wants_to_be_replaced) {
  const auto hash = hash_password(Password("same"), cheap).value();
  EXPECT_FALSE(needs_new_hash(hash, cheap));
  EXPECT_TRUE(needs_new_hash(hash, {16, 1}));
  EXPECT_TRUE(needs_new_hash(hash, {}));
  EXPECT_TRUE(needs_new_hash("", cheap));
}

}  // namespace
}  // namespace crypto
