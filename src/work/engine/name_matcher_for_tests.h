#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "work/engine/name_matcher.h"

/// The matcher of data/names without knowledge files: what holds with every Debian.
namespace engine {

inline std::string shipped_name_table(const std::string& name) {
  std::ifstream file(KIZUKI_SOURCE_DIR "/data/names/" + name + ".tsv");
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const NameMatcher& shipped_name_matcher() {
  static const auto made = [] {
    const auto titles = shipped_name_table("titles"), particles = shipped_name_table("particles"),
               legal_forms = shipped_name_table("legal_forms"), forms = shipped_name_table("forms"),
               costs = shipped_name_table("letter_costs"),
               own = shipped_name_table("letter_costs_own"),
               weights = shipped_name_table("weights"), sounds = shipped_name_table("sound_costs");
    return NameMatcher::make(
               {titles, particles, legal_forms, forms, costs, own, weights, sounds, ""})
        .value();
  }();
  return made;
}

}  // namespace engine
