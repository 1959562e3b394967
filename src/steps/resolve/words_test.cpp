#include "steps/resolve/words.h"

#include <gtest/gtest.h>

namespace resolve {
namespace {

using Words = std::vector<std::string>;

TEST(words, splits_at_blanks_and_drops_empty_parts) {
  EXPECT_EQ(split_words("  one two "), (Words{"one", "two"}));
  EXPECT_TRUE(split_words("").empty());
}

TEST(words, shared_ones_are_sorted_and_unique) {
  EXPECT_EQ(shared({"b", "a", "b"}, {"b", "a", "c"}), (Words{"a", "b"}));
  EXPECT_TRUE(shared({}, {"a"}).empty());
}

TEST(words, of_one_side_only) {
  EXPECT_EQ(only_in({"b", "a"}, {"b"}), Words{"a"});
}

TEST(words, overlap_is_a_share_of_all) {
  EXPECT_DOUBLE_EQ(overlap({"a", "b"}, {"b", "c"}), 1.0 / 3);
  EXPECT_DOUBLE_EQ(overlap({"a", "a"}, {"a"}), 1);
  EXPECT_DOUBLE_EQ(overlap({}, {}), 0);
}

TEST(words, joined_by_single_blanks) {
  EXPECT_EQ(joined({"a", "b"}), "a b");
}

TEST(words, one_letter_apart) {
  EXPECT_TRUE(within_one_letter("APNP", "APNP"));
  EXPECT_TRUE(within_one_letter("APNP", "APP"));
  EXPECT_TRUE(within_one_letter("PNP", "APNP"));
  EXPECT_TRUE(within_one_letter("APN", "APNP"));
  EXPECT_TRUE(within_one_letter("APNP", "APSP"));
  EXPECT_TRUE(within_one_letter("", "A"));
  EXPECT_FALSE(within_one_letter("APNP", "AP"));
  EXPECT_FALSE(within_one_letter("APNP", "PAPN"));
}

}  // namespace
}  // namespace resolve
