#include "steps/normalise/plate.h"

#include <gtest/gtest.h>

namespace normalise {
namespace {

TEST(plate, japanese_ones_lose_blanks_and_hyphens) {
  EXPECT_EQ(plate_of("品川 300 あ 12-34"), "品川300あ1234");
  EXPECT_EQ(plate_of("品川３００　あ１２－３４"), "品川300あ1234");
  EXPECT_EQ(plate_of("なにわ 50A う ・・12"), "なにわ50aう12");
}

TEST(plate, is_found_in_a_description) {
  EXPECT_EQ(plate_of("白いワゴン車、品川 300 あ 12-34"), "品川300あ1234");
  EXPECT_EQ(plate_of("black sedan, 外-1234"), "外1234");
}

TEST(plate, foreign_ones_stand_alone) {
  EXPECT_EQ(plate_of("AB-123 CD"), "ab123cd");
  EXPECT_EQ(plate_of("А123ВС"), "а123вс");
}

TEST(plate, a_description_is_none) {
  for (const auto* text :
       {"", "white van", "silver saloon 2", "12-34", "トヨタの白い車", "品川ナンバー"})
    EXPECT_EQ(plate_of(text), "") << text;
}

}  // namespace
}  // namespace normalise
