#include "ground/base/blank.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(blank, nothing_but_spaces_of_either_script_is_blank) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\r\n"));
  EXPECT_TRUE(is_blank("　 　\n"));
}

TEST(blank, a_letter_of_any_script_is_not) {
  EXPECT_FALSE(is_blank(" a "));
  EXPECT_FALSE(is_blank("　、　"));
}

TEST(blank, what_stands_between_blanks_stays) {
  EXPECT_EQ(trimmed("\t one  two \r\n"), "one  two");
  EXPECT_EQ(trimmed(" \n"), "");
}

}  // namespace
}  // namespace base
