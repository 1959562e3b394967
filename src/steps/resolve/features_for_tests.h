#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ground/model/link.h"

/// Personas for the tests of this folder, all of them invented.
namespace resolve::tests {

using Features = model::PersonaFeatures;

/// Days since 1970 of 2020-12-01.
inline constexpr std::int32_t december = 18597;

[[nodiscard]] inline Features::PlaceTime met(std::int32_t day, std::string area = "13109",
                                             model::PlaceKind kind = model::PlaceKind::street) {
  return {std::move(area), kind, day, day, 0, 0};
}

[[nodiscard]] inline Features::PlaceTime met_at(std::int32_t day, float lat, float lon) {
  return {"", model::PlaceKind::restaurant, day, day, lat, lon};
}

/// Tokens must be given sorted, as `normalise` makes them.
[[nodiscard]] inline Features::Name name(std::string folded, std::vector<std::string> tokens,
                                         std::string skeleton) {
  return {std::move(folded), std::move(tokens), std::move(skeleton)};
}

/// Asks the way, asks for a number, proposes a drink: playbook PB1.
[[nodiscard]] inline Features street_script(std::int32_t day) {
  Features features;
  features.places = {met(day)};
  features.behaviours = {"AP1", "AP2", "AP3"};
  features.said_words = {"teach", "way"};
  return features;
}

}  // namespace resolve::tests
