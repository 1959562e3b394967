#include "ground/base/bytes.h"

#include <utility>

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(bytes, text_and_bytes_turn_into_each_other_unchanged) {
  const std::string text("a\0\xe6\xb0\x97", 5);
  EXPECT_EQ(to_text(to_bytes(text)), text);
  EXPECT_EQ(as_text(as_bytes(text)), text);
}

TEST(hex, writes_lower_case_and_reads_both_cases) {
  EXPECT_EQ(hex(Bytes{0x00, 0xab, 0xff}), "00abff");
  EXPECT_EQ(parse_hex("00ABff").value(), (Bytes{0x00, 0xab, 0xff}));
  EXPECT_TRUE(parse_hex("").value().empty());
}

TEST(hex, refuses_odd_lengths_and_foreign_letters_with_the_pointer) {
  for (const auto* text : {"0", "0g", "0x", " 0", "-1"}) {
    const auto parsed = parse_hex(text, "/key");
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().issues.front().pointer, "/key");
  }
}

TEST(base64url, matches_the_vectors_of_rfc_4648_without_padding) {
  const std::pair<const char*, const char*> vectors[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, encoded] : vectors) {
    EXPECT_EQ(base64url(as_bytes(plain)), encoded);
    EXPECT_EQ(to_text(parse_base64url(encoded).value()), plain);
  }
  EXPECT_EQ(base64url(Bytes{0xfb, 0xff}), "-_8");
}

TEST(base64url, refuses_padding_foreign_letters_and_second_spellings) {
  for (const auto* text : {"Zg==", "Zm9v+", "Zm/v", "Z", "Zh", "Zm9", "Zm9vY", "Zm 9v"})
    EXPECT_FALSE(parse_base64url(text, "/cursor")) << text;
}

}  // namespace
}  // namespace base
