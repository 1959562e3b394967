#include "ground/model/marking.h"

#include <gtest/gtest.h>

namespace model {
namespace {

TEST(marking, narrower_part_wins_on_each_side) {
  const auto both = stricter({Tlp::green, Pap::red, ""}, {Tlp::amber_strict, Pap::clear, ""});
  EXPECT_EQ(both.tlp, Tlp::amber_strict);
  EXPECT_EQ(both.pap, Pap::red);
}

TEST(marking, red_is_narrower_than_amber_strict) {
  EXPECT_EQ(stricter({Tlp::red, Pap::clear, ""}, {Tlp::amber_strict, Pap::clear, ""}).tlp,
            Tlp::red);
}

TEST(marking, conditions_of_both_are_kept_once) {
  const Marking left{Tlp::green, Pap::green, "ask first"};
  const Marking right{Tlp::green, Pap::green, "no copies"};
  EXPECT_EQ(stricter(left, right).conditions, "ask first; no copies");
  EXPECT_EQ(stricter(left, left), left);
  EXPECT_EQ(stricter(left, {}).conditions, "ask first");
  EXPECT_EQ(stricter({}, right).conditions, "no copies");
}

TEST(marking, the_default_is_narrow) {
  EXPECT_EQ(Marking{}.tlp, Tlp::amber_strict);
  EXPECT_EQ(Marking{}.pap, Pap::amber);
}

TEST(marking, words_are_those_of_the_published_standards) {
  EXPECT_EQ(base::word_of(Tlp::amber_strict), "AMBER+STRICT");
  EXPECT_EQ(base::find_word<Pap>("RED"), Pap::red);
  EXPECT_EQ(base::find_word<Tlp>("WHITE"), std::nullopt);
}

}  // namespace
}  // namespace model
