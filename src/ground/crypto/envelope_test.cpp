#include "ground/crypto/envelope.h"

#include <gtest/gtest.h>

#include "ground/crypto/canonical.h"

namespace crypto {
namespace {

const base::Bytes row{1, 2, 3};
const Place place{"report", "body", row};
const auto content = base::to_bytes("fictional content");

TEST(canonical, different_fields_never_give_the_same_bytes) {
  const auto bytes = [](auto... fields) {
    CanonicalBytes canonical;
    (canonical.add(fields), ...);
    return canonical.take();
  };
  EXPECT_EQ(bytes("ab", "c"), bytes("ab", "c"));
  EXPECT_NE(bytes("ab", "c"), bytes("a", "bc"));
  EXPECT_NE(bytes("abc"), bytes("abc", ""));
  EXPECT_NE(bytes("a"), bytes(base::as_bytes("a")));
  EXPECT_NE(CanonicalBytes().add_number(0).take(), CanonicalBytes().add_nothing().take());
  EXPECT_EQ(base::hex(CanonicalBytes().add("a").add_number(-2).add_nothing().view()),
            "02000000000000000161"
            "01fffffffffffffffe"
            "00");
}

TEST(seal, opens_with_the_same_key_at_the_same_place) {
  const auto key = random_key();
  const auto sealed = seal(key, content, place);
  EXPECT_EQ(open(key, sealed, place).value(), content);
  EXPECT_EQ(open(key, seal(key, {}, place), place).value(), base::Bytes{});
  EXPECT_EQ(sealed.size(), content.size() + 41);
}

TEST(seal, never_gives_the_same_bytes_twice_and_hides_the_content) {
  const auto key = random_key();
  const auto sealed = seal(key, content, place);
  EXPECT_NE(sealed, seal(key, content, place));
  EXPECT_EQ(base::to_text(sealed).find("fictional"), std::string::npos);
}

TEST(seal, any_flipped_byte_is_found) {
  const auto key = random_key();
  const auto sealed = seal(key, content, place);
  for (std::size_t index = 0; index < sealed.size(); ++index) {
    auto altered = sealed;
    altered[index] ^= 1;
    ASSERT_FALSE(open(key, altered, place)) << index;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size)
    ASSERT_FALSE(open(key, base::BytesView(sealed).first(size), place)) << size;
}

TEST(seal, does_not_open_elsewhere_or_with_another_key) {
  const auto key = random_key();
  const auto sealed = seal(key, content, place);
  const base::Bytes other_row{1, 2, 4};
  EXPECT_FALSE(open(random_key(), sealed, place));
  EXPECT_FALSE(open(key, sealed, {"report", "body", other_row}));
  EXPECT_FALSE(open(key, sealed, {"report", "title", row}));
  const auto moved = open(key, sealed, {"alert", "body", row});
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, base::ErrorKind::refused);
}

TEST(wrapped_key, comes_back_for_its_owner_only) {
  const auto wrapping = random_key();
  const auto key = random_key();
  const auto wrapped = wrap_key(wrapping, key, row);
  EXPECT_EQ(unwrap_key(wrapping, wrapped, row)->reveal(), key.reveal());
  EXPECT_FALSE(unwrap_key(random_key(), wrapped, row));
  EXPECT_FALSE(unwrap_key(wrapping, wrapped, content));
}

TEST(wrapped_key, a_field_cannot_be_passed_off_as_a_key) {
  const auto wrapping = random_key();
  const auto field = seal(wrapping, random_key().reveal(), place);
  EXPECT_FALSE(unwrap_key(wrapping, field, row));
}

}  // namespace
}  // namespace crypto
