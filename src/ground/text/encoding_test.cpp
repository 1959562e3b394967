#include "ground/text/encoding.h"

#include <array>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace text {
namespace {

const std::string shift_jis_tanaka = "\x93\x63\x92\x86\x20\x8c\x92\x88\xea";  // 田中 健一

std::string read_all(const std::string& bytes, std::size_t piece = 64,
                     std::optional<Encoding> encoding = std::nullopt) {
  std::istringstream in(bytes);
  Utf8Stream stream(in, encoding);
  std::string out;
  std::string buffer(piece, '\0');
  while (const auto size = stream.read(buffer))
    out.append(buffer, 0, size);
  EXPECT_FALSE(stream.has_failed());
  return out;
}

TEST(encoding, is_guessed_by_mark_and_by_form) {
  EXPECT_EQ(guess_encoding(""), Encoding::utf8);
  EXPECT_EQ(guess_encoding("plain"), Encoding::utf8);
  EXPECT_EQ(guess_encoding("\xef\xbb\xbfname"), Encoding::utf8);
  EXPECT_EQ(guess_encoding("田中 健一"), Encoding::utf8);
  EXPECT_EQ(guess_encoding(std::string("\xff\xfe"
                                       "a\0",
                                       4)),
            Encoding::utf16_little);
  EXPECT_EQ(guess_encoding(std::string("\xfe\xff\0a", 4)), Encoding::utf16_big);
  EXPECT_EQ(guess_encoding(shift_jis_tanaka), Encoding::shift_jis);
  EXPECT_EQ(guess_encoding("\x92\x86\xff"), Encoding::utf8);
}

TEST(encoding, a_beginning_cut_within_a_character_is_still_known) {
  const std::string text = "田中";
  EXPECT_EQ(guess_encoding(text.substr(0, 4)), Encoding::utf8);
  EXPECT_EQ(guess_encoding(text.substr(0, 5)), Encoding::utf8);
  EXPECT_EQ(guess_encoding(shift_jis_tanaka.substr(0, 3)), Encoding::shift_jis);
}

TEST(utf8_stream, gives_the_same_text_from_every_encoding) {
  EXPECT_EQ(read_all("田中 健一"), "田中 健一");
  EXPECT_EQ(read_all("\xef\xbb\xbf田中"), "田中");
  EXPECT_EQ(read_all(shift_jis_tanaka), "田中 健一");
  EXPECT_EQ(read_all(std::string("\xff\xfe\x30\x75\x2d\x4e", 6)), "田中");
  EXPECT_EQ(read_all(std::string("\xfe\xff\x75\x30\x4e\x2d", 6)), "田中");
  EXPECT_EQ(read_all(""), "");
}

TEST(utf8_stream, reads_the_characters_that_only_microsofts_shift_jis_has) {
  EXPECT_EQ(read_all("\x87\x40\xfb\xfc", 64, Encoding::shift_jis), "①髙");
}

TEST(utf8_stream, joins_pieces_of_any_size_without_loss) {
  std::string utf8;
  std::string shift_jis;
  for (int turn = 0; turn < 20000; ++turn) {
    utf8 += "a田中 健一";
    shift_jis += "a" + shift_jis_tanaka;
  }
  for (const std::size_t piece : {16U, 17U, 1000U, 65536U}) {
    EXPECT_EQ(read_all(utf8, piece), utf8);
    EXPECT_EQ(read_all(shift_jis, piece), utf8);
  }
}

TEST(utf8_stream, marks_what_is_wrong_in_another_encoding) {
  EXPECT_EQ(read_all("ab\xff\x63", 64, Encoding::shift_jis),
            "ab\xef\xbf\xbd"
            "c");
  EXPECT_EQ(read_all("\xff\xfe\x30\x75\x2d"), "田\xef\xbf\xbd");
}

TEST(utf8_stream, a_file_that_is_not_open_has_failed) {
  std::istringstream in;
  in.setstate(std::ios::failbit);
  Utf8Stream stream(in);
  std::array<char, 16> buffer{};
  EXPECT_EQ(stream.read(buffer), 0U);
  EXPECT_TRUE(stream.has_failed());
}

}  // namespace
}  // namespace text
