#include "ground/crypto/signing.h"

#include <gtest/gtest.h>

namespace crypto {
namespace {

const auto message = base::to_bytes("checkpoint 12");

TEST(signature, the_public_half_is_that_of_rfc_8032) {
  const auto seed =
      base::parse_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").value();
  EXPECT_EQ(base::hex(SigningKey(*key_from(seed)).verifying_key().bytes),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}

TEST(signature, holds_for_its_key_purpose_and_message_only) {
  const SigningKey key(random_key());
  const auto signature = key.sign("checkpoint", message);
  EXPECT_TRUE(is_signed(key.verifying_key(), "checkpoint", message, signature));
  EXPECT_FALSE(is_signed(key.verifying_key(), "bundle", message, signature));
  EXPECT_FALSE(is_signed(key.verifying_key(), "checkpoint", {}, signature));
  const SigningKey other(random_key());
  EXPECT_FALSE(is_signed(other.verifying_key(), "checkpoint", message, signature));
}

TEST(signature, any_flipped_byte_breaks_it) {
  const SigningKey key(random_key());
  const auto signature = key.sign("checkpoint", message);
  for (std::size_t index = 0; index < signature.size(); ++index) {
    auto altered = signature;
    altered[index] ^= 1;
    ASSERT_FALSE(is_signed(key.verifying_key(), "checkpoint", message, altered)) << index;
  }
}

}  // namespace
}  // namespace crypto
