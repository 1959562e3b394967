#include "edges/codec/json_lines.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codec {
namespace {

using testing::ElementsAre;

/// "number:text" of each line.
std::vector<std::string> lines_of(const std::string& text, std::size_t bytes_max = 100) {
  std::istringstream in(text);
  JsonLines lines(in, bytes_max);
  std::vector<std::string> all;
  while (auto line = lines.next())
    all.push_back(std::to_string(line->number) + ":" + (line->too_long ? "too long" : line->text));
  return all;
}

TEST(json_lines, counts_blank_lines_and_skips_them) {
  EXPECT_THAT(lines_of("a\n\n \t\r\nb"), ElementsAre("1:a", "4:b"));
}

TEST(json_lines, takes_both_line_ends_and_drops_a_byte_order_mark) {
  EXPECT_THAT(lines_of("\xEF\xBB\xBF{}\r\n[]\r\n"), ElementsAre("1:{}", "2:[]"));
}

TEST(json_lines, an_empty_file_has_no_lines) {
  EXPECT_THAT(lines_of(""), ElementsAre());
  EXPECT_THAT(lines_of("\n"), ElementsAre());
}

TEST(json_lines, a_long_line_is_said_and_the_next_one_read) {
  EXPECT_THAT(lines_of("12345\n123456\n1\n", 5), ElementsAre("1:12345", "2:too long", "3:1"));
}

TEST(json_lines, the_number_goes_before_every_pointer) {
  const auto error =
      at_line({base::ErrorKind::invalid_input, {{"/a", "is wrong", ""}, {"", "is empty", ""}}}, 3);
  EXPECT_EQ(error.text(), "line 3 /a: is wrong; line 3: is empty");
}

}  // namespace
}  // namespace codec
