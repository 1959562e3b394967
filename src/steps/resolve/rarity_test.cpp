#include "steps/resolve/rarity.h"

#include <gtest/gtest.h>

namespace resolve {
namespace {

model::PersonaFeatures acting(std::vector<std::string> behaviours) {
  model::PersonaFeatures features;
  features.behaviours = std::move(behaviours);
  return features;
}

TEST(rarity, an_empty_store_gives_the_stated_default) {
  const Rarity rarity;
  EXPECT_DOUBLE_EQ(rarity.share(Trait::behaviour, "AP1"), 0.30);
  EXPECT_DOUBLE_EQ(rarity.share(Trait::behaviour, "HA3"), 0.06);
  EXPECT_DOUBLE_EQ(rarity.share(Trait::phone, "+81900000001"), 1e-5);
}

TEST(rarity, what_many_have_becomes_common) {
  Rarity rarity;
  for (int persona = 0; persona < 10'000; ++persona)
    rarity.add(acting(persona % 2 == 0 ? std::vector<std::string>{"HA3"}
                                       : std::vector<std::string>{"HA4"}));
  EXPECT_NEAR(rarity.share(Trait::behaviour, "HA3"), 0.5, 0.01);
  EXPECT_LT(rarity.share(Trait::behaviour, "TA6"), 0.01);
  EXPECT_EQ(rarity.personas(), 10'000U);
}

TEST(rarity, the_pair_itself_does_not_make_its_employer_common) {
  Rarity rarity;
  model::PersonaFeatures features;
  features.employer = "example trading";
  const double before = rarity.share(Trait::employer, "example trading");
  rarity.add(features);
  rarity.add(features);
  EXPECT_LE(rarity.share(Trait::employer, "example trading"), before);
  rarity.add(features);
  EXPECT_GT(rarity.share(Trait::employer, "example trading"), before);
}

TEST(rarity, a_campaign_does_not_make_its_own_phone_common) {
  Rarity rarity;
  model::PersonaFeatures features;
  features.phones = {"+81900000001"};
  for (int persona = 0; persona < 20; ++persona)
    rarity.add(features);
  EXPECT_LE(rarity.share(Trait::phone, "+81900000001"), 1e-5);
  for (int persona = 0; persona < 60; ++persona)
    rarity.add(features);
  EXPECT_GT(rarity.share(Trait::phone, "+81900000001"), 0.1);
}

TEST(rarity, a_persona_counts_once_however_often_it_repeats) {
  Rarity twice, once;
  for (int persona = 0; persona < 5; ++persona) {
    twice.add(acting({"HA3", "HA3"}));
    once.add(acting({"HA3"}));
  }
  EXPECT_DOUBLE_EQ(twice.share(Trait::behaviour, "HA3"), once.share(Trait::behaviour, "HA3"));
}

TEST(rarity, counts_can_be_set_from_a_store) {
  Rarity rarity;
  rarity.set_personas(800);
  rarity.set_count(Trait::employer, "example trading", 102);
  EXPECT_NEAR(rarity.share(Trait::employer, "example trading"), 0.1, 0.005);
}

TEST(rarity, name_text_ignores_order_and_blanks) {
  EXPECT_EQ(name_text({"sergey ivanov", {"ivanov", "sergey"}, "APNP SRK"}),
            name_text({"ivanov sergey", {"ivanov", "sergey"}, "APNP SRK"}));
  EXPECT_EQ(name_text({"田中 健一", {"健一", "田中"}, ""}),
            name_text({"田中健一", {"田中健一"}, ""}));
}

}  // namespace
}  // namespace resolve
