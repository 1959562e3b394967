#include "ground/crypto/token.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "ground/base/bytes.h"
#include "ground/crypto/letters.h"
#include "ground/crypto/random.h"

namespace crypto {
namespace {

std::string full_width(const std::string& text) {
  std::string wide;
  for (const char letter : text) {
    const int code = 0xff00 + (letter - 0x20);
    wide += static_cast<char>(0xe0 | (code >> 12));
    wide += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    wide += static_cast<char>(0x80 | (code & 0x3f));
  }
  return wide;
}

TEST(token, is_random_recognisable_and_found_by_its_hash) {
  const auto token = issue_token();
  EXPECT_TRUE(token.text.reveal().starts_with("kizuki_"));
  EXPECT_EQ(token.text.reveal().size(), 7U + 43U);
  EXPECT_EQ(hash_of_token(token.text.reveal()), token.hash);
  EXPECT_NE(issue_token().text.reveal(), token.text.reveal());
  EXPECT_NE(hash_of_token(token.text.reveal() + "A"), token.hash);
}

TEST(receipt, has_seven_groups_of_four_unmistakable_letters) {
  const auto text = issue_receipt().text.reveal();
  ASSERT_EQ(text.size(), 34U);
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (place % 5 == 4)
      EXPECT_EQ(text[place], '-');
    else
      EXPECT_NE(std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ").find(text[place]),
                std::string::npos);
  }
}

TEST(receipt, is_understood_however_it_is_typed) {
  for (int turn = 0; turn < 50; ++turn) {
    const auto receipt = issue_receipt();
    const auto& text = receipt.text.reveal();
    auto sloppy = text;
    std::ranges::transform(sloppy, sloppy.begin(), [](char letter) {
      if (letter == '0') return 'o';
      if (letter == '1') return 'l';
      if (letter == '-') return ' ';
      return static_cast<char>(letter >= 'A' ? letter - 'A' + 'a' : letter);
    });
    auto bare = text;
    std::erase(bare, '-');
    for (const auto& typed : {text, sloppy, bare, "  " + text + "\n", full_width(text),
                              "　" + bare.substr(0, 4) + "ー" + bare.substr(4)})
      EXPECT_EQ(hash_of_receipt(typed).value(), receipt.hash);
  }
}

TEST(receipt, a_slip_is_told_with_the_field_and_without_the_letters) {
  const auto text = write_letters(base::Bytes(16, 0x5a));
  auto mistyped = text;
  mistyped[0] = mistyped[0] == 'A' ? 'B' : 'A';
  for (const auto& typed : {std::string(), std::string("hello"), text.substr(1), text + "0",
                            mistyped, "U" + text.substr(1), "é" + text.substr(1)}) {
    const auto refused = hash_of_receipt(typed, "/receipt");
    ASSERT_FALSE(refused) << typed;
    EXPECT_EQ(refused.error().kind, base::ErrorKind::invalid_input);
    EXPECT_EQ(refused.error().issues.front().pointer, "/receipt");
    EXPECT_EQ(refused.error().text().find(text.substr(5, 9)), std::string::npos);
  }
}

TEST(letters, bytes_of_every_length_come_back) {
  for (std::size_t count = 1; count <= 40; ++count) {
    const auto bytes = random_bytes(count);
    EXPECT_EQ(parse_letters(write_letters(bytes), count).value(), bytes);
  }
}

TEST(letters, nearly_every_slip_of_one_letter_or_one_swap_is_found) {
  const auto text =
      write_letters(base::Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
  int slips = 0;
  int unnoticed = 0;
  for (std::size_t place = 0; place < text.size(); ++place) {
    for (const char letter : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
      if (text[place] == '-' || text[place] == letter) continue;
      auto mistyped = text;
      mistyped[place] = letter;
      ++slips;
      if (parse_letters(mistyped, 16)) ++unnoticed;
    }
  }
  EXPECT_EQ(slips, 28 * 31);
  EXPECT_LE(unnoticed, 3);
}

}  // namespace
}  // namespace crypto
