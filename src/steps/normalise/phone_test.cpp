#include "steps/normalise/phone.h"

#include <gtest/gtest.h>

namespace normalise {
namespace {

TEST(phone, is_read_as_japanese_where_no_country_is_given) {
  EXPECT_EQ(phone_of("090-1234-5678"), "+819012345678");
  EXPECT_EQ(phone_of("０９０（１２３４）５６７８"), "+819012345678");
  EXPECT_EQ(phone_of("+81 90 1234 5678"), "+819012345678");
  EXPECT_EQ(phone_of("03-3581-0141"), "+81335810141");
  EXPECT_EQ(phone_of("電話：03-3581-0141"), "+81335810141");
}

TEST(phone, of_another_country_keeps_it) {
  EXPECT_EQ(phone_of("+7 (495) 123-45-67"), "+74951234567");
  EXPECT_EQ(phone_of("010 1 650 253 0000"), "+16502530000");
}

TEST(phone, extension_is_dropped) {
  EXPECT_EQ(phone_of("03-3581-0141 ext. 12"), "+81335810141");
  EXPECT_EQ(phone_of("03-3581-0141 ext. 0000000"), "+81335810141");
}

TEST(phone, a_broken_one_keeps_its_digits) {
  EXPECT_EQ(phone_of("+999 123-4567"), "#9991234567");
}

TEST(phone, one_that_only_its_extension_made_look_like_a_number_gives_nothing) {
  EXPECT_EQ(phone_of("+81 90-0000-00~01"), std::nullopt);
}

TEST(phone, what_is_none_gives_nothing) {
  for (const auto* text :
       {"", "none", "12345", "000-0000-0000", "call me", "9999999", "1234567890123456789012"})
    EXPECT_EQ(phone_of(text), std::nullopt) << text;
  EXPECT_EQ(phone_of(std::string(5000, '1') + '2'), std::nullopt);
}

}  // namespace
}  // namespace normalise
