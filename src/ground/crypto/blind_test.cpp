#include "ground/crypto/blind.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace crypto {
namespace {

TEST(blind_key, is_equal_for_equal_values_of_one_domain_and_key) {
  const BlindKeyer keyer(random_key());
  const BlindKeyer other(random_key());
  EXPECT_EQ(keyer.key("phone", "+810000000000"), keyer.key("phone", "+810000000000"));
  EXPECT_NE(keyer.key("phone", "+810000000000"), keyer.key("phone", "+810000000001"));
  EXPECT_NE(keyer.key("phone", "110"), keyer.key("plate", "110"));
  EXPECT_NE(keyer.key("phone", "110"), other.key("phone", "110"));
  EXPECT_NE(keyer.key("ab", "c"), keyer.key("a", "bc"));
}

TEST(blind_key, short_forms_are_no_beginning_of_the_long_one) {
  const BlindKeyer keyer(random_key());
  const auto key = keyer.key("phone", "110");
  const auto sketch = keyer.sketch("phone", "110");
  EXPECT_FALSE(std::equal(sketch.begin(), sketch.end(), key.begin()));
  EXPECT_NE(keyer.token("phone", "110"), base::hex(sketch));
}

TEST(blind_token, is_one_word_of_sixteen_hexadecimal_letters) {
  const BlindKeyer keyer(random_key());
  std::set<std::string> tokens;
  for (int number = 0; number < 200; ++number)
    tokens.insert(keyer.token("search", std::to_string(number)));
  EXPECT_EQ(tokens.size(), 200U);
  EXPECT_TRUE(std::ranges::all_of(tokens, [](const auto& token) {
    return token.size() == 16 && base::parse_hex(token).has_value();
  }));
}

}  // namespace
}  // namespace crypto
