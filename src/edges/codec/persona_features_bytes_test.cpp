#include "edges/codec/persona_features_bytes.h"

#include <gtest/gtest.h>

namespace {

model::PersonaFeatures some_features() {
  model::PersonaFeatures features;
  features.names = {{"セルゲイ", {"セルゲイ"}, "srk"}, {"sergey", {"sergey"}, "srk"}};
  features.phones = {"+819000000000"};
  features.handles = {"line:abc"};
  features.plate = "12-34";
  features.places = {{"13109", model::PlaceKind::bar, 18600, 18607, 35.62F, 139.72F}};
  features.behaviours = {"AP1", "AP3"};
  features.channels = {model::Channel::in_person, model::Channel::unknown};
  features.age_first = 35;
  features.age_last = 45;
  features.glasses = 1;
  features.introduced = true;
  return features;
}

TEST(persona_features_bytes, everything_comes_back) {
  const auto features = some_features();
  const auto read = codec::parse_persona_features(codec::persona_features_to_bytes(features));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, features);
}

TEST(persona_features_bytes, empty_features_come_back) {
  const auto read = codec::parse_persona_features(codec::persona_features_to_bytes({}));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, model::PersonaFeatures{});
}

TEST(persona_features_bytes, every_cut_is_refused) {
  const auto bytes = codec::persona_features_to_bytes(some_features());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(codec::parse_persona_features(base::BytesView(bytes).first(size))) << size;
}

TEST(persona_features_bytes, bytes_left_over_are_refused) {
  auto bytes = codec::persona_features_to_bytes(some_features());
  bytes.push_back(0);
  EXPECT_FALSE(codec::parse_persona_features(bytes));
}

TEST(persona_features_bytes, another_version_is_refused) {
  auto bytes = codec::persona_features_to_bytes(some_features());
  bytes[0] ^= 0x80U;
  EXPECT_FALSE(codec::parse_persona_features(bytes));
}

TEST(persona_features_bytes, a_false_count_is_refused) {
  auto bytes = codec::persona_features_to_bytes(some_features());
  bytes[4] = bytes[5] = bytes[6] = bytes[7] = 0xFF;
  EXPECT_FALSE(codec::parse_persona_features(bytes));
}

}  // namespace
