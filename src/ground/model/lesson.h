#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/marking.h"
#include "ground/model/organisation.h"

namespace model {

enum class LessonState { draft, submitted, approved, withdrawn };
constexpr auto vocabulary(LessonState) {
  return base::make_vocabulary<LessonState>("draft", "submitted", "approved", "withdrawn");
}

/// Where a lesson was learned.
struct LessonSource {
  enum class Kind {
    published,    ///< id of a case of data/cases.json, "JP-2020-STREET"
    consultation  ///< id of a closed consultation
  };
  Kind kind = Kind::published;
  std::string id;
  bool operator==(const LessonSource&) const = default;
};
constexpr auto vocabulary(LessonSource::Kind) {
  return base::make_vocabulary<LessonSource::Kind>("published", "consultation");
}

/// What a lesson says, as it may be told: acts only, no person, no firm.
struct LessonEdit {
  std::string method;              ///< id of a playbook, "PB1"
  std::vector<std::string> signs;  ///< ids of indicators, the first ones first
  Bilingual title;
  Bilingual story;     ///< how the approach goes
  Bilingual innocent;  ///< the harmless explanation
  Bilingual advice;    ///< what to do
  std::vector<LessonSource> sources;
  Tlp tlp = Tlp::green;  ///< clear and green may be told to firms, amber to police only
};

/// A card of what reports taught. Told only once a second person has approved it.
struct Lesson {
  base::Id<Lesson> id;
  base::Id<Organisation> organisation;  ///< the desk that keeps it
  std::string by;                       ///< account name of who wrote it last
  std::vector<std::string> writers;     ///< of everybody who did; none of them approves it
  base::UtcTime made_at;
  LessonState state = LessonState::draft;
  LessonEdit content;
  std::string decided_by;  ///< who approved, sent back or withdrew it last; "" = nobody yet
  std::optional<base::UtcTime> approved_at;
  std::string note;                 ///< why it was sent back or withdrawn
  std::optional<Bilingual> origin;  ///< name of the partner whose hub made it; none = this hub
  std::int64_t revision = 0;
};

/// A lesson by its name.
struct LessonTitle {
  base::Id<Lesson> id;
  std::string method;
  Bilingual title;
};

struct LessonStep {
  enum class Kind { submit, approve, send_back, withdraw };
  Kind kind = Kind::submit;
  std::string note;
};
constexpr auto vocabulary(LessonStep::Kind) {
  return base::make_vocabulary<LessonStep::Kind>("submit", "approve", "send_back", "withdraw");
}

/// Whether a lesson of this marking may be told outside the police.
[[nodiscard]] constexpr bool is_for_firms(Tlp tlp) {
  return tlp == Tlp::clear || tlp == Tlp::green;
}

}  // namespace model
