#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/lesson.h"

namespace model {

/// How many there are of one kind. Kinds with few firms are folded into the rest.
struct Figure {
  std::string code;  ///< of a method or a group of stages; "" = the rest
  std::int64_t count = 0;
  bool operator==(const Figure&) const = default;
};

/// A figure that is not told: it would tell of fewer than five firms.
using ToldCount = std::optional<std::int64_t>;

/// What was counted over a period, as far as it is told.
struct Figures {
  ToldCount visits, firms_visited, consultations;
  ToldCount reports;            ///< vetted
  std::vector<Figure> stages;   ///< "stages_early", "stages_building", "stages_acting", ...
  std::vector<Figure> methods;  ///< by id of a playbook
  ToldCount warned;             ///< copies of alerts that firms received
  ToldCount answered;           ///< of them, acknowledged when it was counted
  ToldCount answered_in_time;   ///< within three working days
  std::optional<double> answer_days_median;
  std::int64_t meetings = 0;
  bool operator==(const Figures&) const = default;
};

/// Figures that were told to an audience once, and are told so from then on: what is counted anew
/// tells of the firm that came in between.
struct KeptFigures {
  base::Id<KeptFigures> id;
  base::Id<Organisation> organisation;  ///< the home desk
  std::string month;                    ///< the last one counted, "2026-10" in Tokyo
  std::string audience;                 ///< "digest", "briefing", "briefing 13103 13109" (areas)
  base::UtcTime made_at;
  Figures figures;
};

/// What a month was like, for desks that see few cases and for those above: no person, no firm,
/// no place.
struct Digest {
  std::string month;      ///< "2026-10", in Tokyo
  base::UtcTime made_at;  ///< when it was counted: at its first reading
  Tlp tlp = Tlp::amber;
  Figures figures;
  std::vector<LessonTitle> lessons;  ///< approved in the month
};

enum class Audience { firm, station, meeting };
constexpr auto vocabulary(Audience) {
  return base::make_vocabulary<Audience>("firm", "station", "meeting");
}

/// A sign of an approach, with the harmless explanation beside it.
struct SignCard {
  std::string id;  ///< of an indicator
  Bilingual name, innocent;
};

/// What is told to one audience, ready for the printer: lessons that its marking allows, the
/// signs, what to do, and figures of the surroundings in coarse steps.
struct Briefing {
  Audience audience = Audience::firm;
  base::UuidBytes id{};  ///< of the firm, station or meeting
  Bilingual name;
  Bilingual from;  ///< the desk that answers
  base::UtcTime made_at;
  Tlp tlp = Tlp::green;
  bool is_local = false;          ///< the figures are those of its municipality or territory
  base::UtcTime since, until;     ///< what they count
  std::vector<Figure> methods;    ///< `count` or more, a step of figure_step
  std::vector<Lesson> lessons;    ///< those not told yet first
  std::vector<SignCard> signs;    ///< in the order of the table
  std::vector<Bilingual> advice;  ///< what to do, most urgent first
};

}  // namespace model
