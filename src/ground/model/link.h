#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ground/base/id.h"
#include "ground/model/assessment.h"
#include "ground/model/report.h"

namespace model {

/// A persona of a stored report.
struct PersonaRef {
  base::Id<Report> report;
  std::size_t index = 0;
  auto operator<=>(const PersonaRef&) const = default;
};

enum class LinkKind { same_person, same_operator, successor };
constexpr auto vocabulary(LinkKind) {
  return base::make_vocabulary<LinkKind>("same_person", "same_operator", "successor");
}

/// What a person decided; the machine only ever leaves it open.
enum class Judgement { open, same, different, unsure };
constexpr auto vocabulary(Judgement) {
  return base::make_vocabulary<Judgement>("open", "same", "different", "unsure");
}

/// What the machine says of two personas (or, with neither name nor handle, two unnamed ones).
/// Reasons carry bits in `effect`: above 0 speaks for, below 0 against.
struct LinkProposal {
  PersonaRef left, right;  ///< left < right
  LinkKind kind = LinkKind::same_person;
  double bits = 0;  ///< log2 likelihood ratio, capped parts included
  Probability probability = Probability::none();
  std::vector<Reason> reasons;
};

/// Comparable forms of one persona within its report, made by `normalise`, stored as one
/// versioned blob so that scoring never parses JSON. All behaviour parts come from acts;
/// names and languages are evidence of identity alone.
struct PersonaFeatures {
  static constexpr std::uint32_t version_now = 2;

  struct Name {
    std::string folded;               ///< NFKC-casefolded, honorific stripped, single spaces
    std::vector<std::string> tokens;  ///< of folded, sorted
    std::string skeleton;             ///< rough sound across scripts, "" if none
    bool operator==(const Name&) const = default;
  };
  /// Where and when, one per encounter of the persona.
  struct PlaceTime {
    std::string area;  ///< municipality code or ""
    PlaceKind kind = PlaceKind::unknown;
    std::int32_t day_first = 0, day_last = 0;  ///< days since 1970; 0,0 = unknown
    float lat = 0, lon = 0;                    ///< degrees; 0,0 = unknown
    bool operator==(const PlaceTime&) const = default;
  };

  std::vector<Name> names;
  std::vector<std::string> phones;      ///< E.164
  std::vector<std::string> emails;      ///< lower case, folded domain
  std::vector<std::string> handles;     ///< "service:id", folded
  std::vector<std::string> urls;        ///< host and path, folded
  std::string plate;                    ///< normalised number plate or ""
  std::string employer, title, reason;  ///< cover story, folded words
  std::vector<std::string> said_words;  ///< distinctive words of the first lines, sorted
  std::vector<std::string> told;        ///< ideas of the whole story, "3:umbrella", rare first
  std::vector<PlaceTime> places;        ///< in order of the encounters
  std::vector<std::string> behaviours;  ///< indicator ids in order of the encounters, unique
  std::vector<std::string> requests;    ///< "class:folded what"
  std::vector<std::string> technologies;
  std::vector<Channel> channels;
  std::vector<std::string> languages;
  std::int32_t age_first = 0, age_last = 0, height_first = 0, height_last = 0;  ///< 0 = unknown
  int glasses = -1;         ///< 0, 1, -1 unknown
  std::string marks;        ///< folded
  bool introduced = false;  ///< was introduced by another persona

  bool operator==(const PersonaFeatures&) const = default;
};

/// One key under which a persona can be found again. `text` is clear here; the store keeps
/// only its keyed hash.
struct MatchKey {
  enum class Kind {
    phone,
    email,
    handle,
    url,
    plate,
    name,
    skeleton,
    employer,
    place_script,
    told
  };
  Kind kind = Kind::name;
  std::string text;
  auto operator<=>(const MatchKey&) const = default;
};
constexpr auto vocabulary(MatchKey::Kind) {
  return base::make_vocabulary<MatchKey::Kind>("phone", "email", "handle", "url", "plate", "name",
                                               "skeleton", "employer", "place_script", "told");
}

}  // namespace model
