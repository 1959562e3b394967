#include "ground/crypto/sealed.h"

#include <vector>

#include <gtest/gtest.h>

namespace crypto {
namespace {

const auto sealed_content = base::to_bytes("a fictional reporter");
const auto context = base::to_bytes("reporter of report 1");

class sealed_box : public testing::Test {
 protected:
  KeyPair first_ = make_keypair();
  KeyPair second_ = make_keypair();
  std::vector<PublicKey> both_{first_.open_half, second_.open_half};
  base::Bytes sealed_ = seal_to(both_, sealed_content, context).value();
};

TEST_F(sealed_box, each_recipient_opens_it_alone) {
  EXPECT_EQ(open_sealed(first_, sealed_, context).value(), sealed_content);
  EXPECT_EQ(open_sealed(second_, sealed_, context).value(), sealed_content);
  EXPECT_EQ(base::to_text(sealed_).find("fictional"), std::string::npos);
}

TEST_F(sealed_box, nobody_else_opens_it) {
  const auto opened = open_sealed(make_keypair(), sealed_, context);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, base::ErrorKind::forbidden);
  const KeyPair impostor{first_.open_half, random_key()};
  EXPECT_FALSE(open_sealed(impostor, sealed_, context));
}

TEST_F(sealed_box, without_a_recipient_nothing_is_sealed) {
  const auto refused = seal_to({}, sealed_content, context);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::refused);
}

TEST_F(sealed_box, another_context_any_flipped_byte_and_any_cut_is_found) {
  EXPECT_FALSE(open_sealed(first_, sealed_, sealed_content));
  for (std::size_t index = 0; index < sealed_.size(); ++index) {
    auto altered = sealed_;
    altered[index] ^= 1;
    ASSERT_FALSE(open_sealed(first_, altered, context)) << index;
  }
  for (std::size_t size = 0; size < sealed_.size(); ++size)
    ASSERT_FALSE(open_sealed(first_, base::BytesView(sealed_).first(size), context)) << size;
}

TEST_F(sealed_box, opens_again_from_the_written_recovery_key) {
  const auto written = write_recovery_key(first_.secret);
  EXPECT_EQ(written.reveal().size(), 56U + 13U);
  const auto parsed = parse_recovery_key(written.reveal());
  ASSERT_TRUE(parsed);
  const auto again = keypair_of(*parsed);
  EXPECT_EQ(again.open_half, first_.open_half);
  EXPECT_EQ(open_sealed(again, sealed_, context).value(), sealed_content);
}

TEST(public_key, to_which_nothing_can_be_sealed_is_refused) {
  // The points of small order, RFC 7748 section 6.1: 0, 1, and one of order 8.
  const base::Bytes zero(32, 0);
  base::Bytes one(32, 0);
  one.front() = 1;
  const auto order_8 =
      base::parse_hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800").value();
  for (const auto& weak : {zero, one, order_8})
    EXPECT_FALSE(public_key_from(weak, "/public_key")) << base::hex(weak);
  const auto good = make_keypair().open_half;
  EXPECT_EQ(public_key_from(good.bytes).value(), good);
  EXPECT_FALSE(public_key_from(base::BytesView(good.bytes).first(31)));
}

TEST(public_key, reads_what_it_writes_and_refuses_the_rest) {
  const auto key = make_keypair().open_half;
  EXPECT_EQ(parse_public_key(write_public_key(key)).value(), key);
  const auto weak = write_public_key(PublicKey{});
  for (const auto& text : {std::string(), std::string("abc"), weak, write_public_key(key) + "AA"}) {
    const auto parsed = parse_public_key(text, "/custodian");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().issues.front().pointer, "/custodian");
  }
}

}  // namespace
}  // namespace crypto
