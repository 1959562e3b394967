#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/alert.h"
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

/// How long things took, in half days. Whole times are those of one firm.
struct DaysTold {
  double median = 0;
  std::optional<double> nine_in_ten;  ///< took no longer; only where five firms took so long
  bool operator==(const DaysTold&) const = default;
};

/// A part of a whole in percent, in steps of which each stands for five firms at least.
struct Share {
  std::string code;  ///< "" = the rest
  std::int64_t percent = 0;
  bool operator==(const Share&) const = default;
};

/// From the first report that alerts of one product rest on until firms had them.
struct AlertDays {
  AlertProduct product = AlertProduct::caution;
  std::int64_t alerts = 0;  ///< so many or more
  DaysTold days;
  bool operator==(const AlertDays&) const = default;
};

/// What firms said so many days after an alert when they were asked whether the contact has ceased.
struct CeasedShares {
  int day = 30;
  std::int64_t asked = 0;      ///< so many or more
  std::vector<Share> answers;  ///< "yes", "no", "unknown", "unanswered"
  bool operator==(const CeasedShares&) const = default;
};

/// What came in from firms within 90 days before and after the first visit to each. Only visits
/// whose 90 days after are over.
struct AroundVisits {
  std::int64_t firms = 0;                   ///< visited; so many or more
  ToldCount reports_before, reports_after;  ///< so many or more
  ToldCount percent_before, percent_after;  ///< of the firms, that reported at all
  bool operator==(const AroundVisits&) const = default;
};

/// Whether the work of a desk closes its loop over twelve whole months. The months of two loops
/// overlap, so that counts are told in steps (figure_step) and shares in steps (percent_step).
struct LoopFigures {
  ToldCount firms;            ///< of the register, as the coverage of visits tells them
  ToldCount visited_percent;  ///< of them
  std::vector<AlertDays> alert_days;
  ToldCount warned;            ///< copies of alerts that firms received; so many or more
  ToldCount answered_percent;  ///< of them, when it was counted
  ToldCount late_percent;      ///< of those answered, not within three working days
  std::optional<DaysTold> answer_days;
  std::vector<CeasedShares> ceased;
  std::optional<AroundVisits> around_visits;
  bool operator==(const LoopFigures&) const = default;
};

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
  std::optional<LoopFigures> loop;  ///< of the audience "loop" alone
  bool operator==(const Figures&) const = default;
};

/// Figures that were told to an audience once, and are told so from then on: what is counted anew
/// tells of the firm that came in between.
struct KeptFigures {
  base::Id<KeptFigures> id;
  base::Id<Organisation> organisation;  ///< the home desk
  std::string month;                    ///< the last one counted, "2026-10" in Tokyo
  std::string audience;  ///< "digest", "loop", "briefing", "briefing 13103 13109" (areas)
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

/// From the visit and the report to the contact that ceased, over twelve months that are over.
struct Loop {
  std::string since, month;  ///< the first and the last one counted, "2026-10" in Tokyo
  base::UtcTime made_at;     ///< when it was counted: at its first reading
  Tlp tlp = Tlp::amber;
  LoopFigures figures;
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
