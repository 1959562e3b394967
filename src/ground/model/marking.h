#pragma once

#include <string>

#include "ground/base/vocabulary.h"

namespace model {

/// Traffic Light Protocol 2.0 (FIRST, 2022), narrowest audience last.
enum class Tlp { clear, green, amber, amber_strict, red };
constexpr auto vocabulary(Tlp) {
  return base::make_vocabulary<Tlp>("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");
}

/// Permissible Actions Protocol: what a receiver may do, most permissive first.
enum class Pap { clear, green, amber, red };
constexpr auto vocabulary(Pap) {
  return base::make_vocabulary<Pap>("CLEAR", "GREEN", "AMBER", "RED");
}

struct Marking {
  Tlp tlp = Tlp::amber_strict;
  Pap pap = Pap::amber;
  std::string conditions;  ///< handling conditions in words; may be empty

  bool operator==(const Marking&) const = default;
};

/// The narrower of the two in each part; conditions are joined.
[[nodiscard]] Marking stricter(const Marking& left, const Marking& right);

/// UK 3x5x2: source 1 reliable, 2 untested, 3 not reliable; information A known directly,
/// B corroborated, C known to source only, D not known, E suspected false; handling P may be
/// shared lawfully, C with conditions, which must then be written. The parts are shown side
/// by side and never multiplied into a number.
enum class SourceGrade { reliable, untested, not_reliable };
constexpr auto vocabulary(SourceGrade) {
  return base::make_vocabulary<SourceGrade>("1", "2", "3");
}
enum class InformationGrade { direct, corroborated, source_only, not_known, suspected_false };
constexpr auto vocabulary(InformationGrade) {
  return base::make_vocabulary<InformationGrade>("A", "B", "C", "D", "E");
}
enum class HandlingGrade { permitted, conditions };
constexpr auto vocabulary(HandlingGrade) {
  return base::make_vocabulary<HandlingGrade>("P", "C");
}
struct Grade {
  SourceGrade source = SourceGrade::untested;
  InformationGrade information = InformationGrade::source_only;
  HandlingGrade handling = HandlingGrade::permitted;
  std::string conditions;  ///< required when handling is `conditions`

  bool operator==(const Grade&) const = default;
};

}  // namespace model
