#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/alert.h"
#include "ground/model/lesson.h"

namespace model {

/// In what role somebody of the firm took part. Roles only: a visit names nobody.
enum class Attendee {
  management,
  security,
  human_resources,
  research,
  production,
  sales,
  information_systems,
  legal,
  other
};
constexpr auto vocabulary(Attendee) {
  return base::make_vocabulary<Attendee>("management", "security", "human_resources", "research",
                                         "production", "sales", "information_systems", "legal",
                                         "other");
}

/// What was shown or told at a visit.
struct Shown {
  enum class Kind {
    method,  ///< a method card: id of a playbook of the table, "PB1"
    alert,   ///< id of an alert that was sent to the firm
    lesson   ///< id of a lesson that was approved for firms
  };
  Kind kind = Kind::method;
  std::string id;
  bool operator==(const Shown&) const = default;
};
constexpr auto vocabulary(Shown::Kind) {
  return base::make_vocabulary<Shown::Kind>("method", "alert", "lesson");
}

/// What the visitor promised, until when, and when it was kept.
struct Promise {
  std::string what;
  base::Day due_on;  ///< in Tokyo; the clock ends with that day
  std::optional<base::UtcTime> kept_at;
  std::string kept_by;  ///< account name
  std::string note;     ///< how it was kept
  bool operator==(const Promise&) const = default;
};

/// What a person sends to log a visit.
struct VisitEdit {
  base::Id<Organisation> firm;
  std::string site;  ///< name of a site of the firm; "" = not said
  base::UtcTime visited_at;
  std::vector<Attendee> attendees;
  std::vector<Shown> shown;
  std::string asked;  ///< what the firm wanted to know
  std::string note;
  std::vector<Promise> promises;  ///< none kept yet
};

/// A visit to a firm, as its desk logged it.
struct Visit {
  base::Id<Visit> id;
  base::Id<Organisation> organisation;  ///< the desk that made it
  base::Id<Organisation> firm;
  std::string by;  ///< account name
  base::UtcTime made_at;
  std::string site;
  base::UtcTime visited_at;
  std::vector<Attendee> attendees;
  std::vector<Shown> shown;
  std::string asked, note;
  std::vector<Promise> promises;
  std::int64_t revision = 0;
};

/// An alert as it stands with one firm, for who visits it.
struct AlertAtFirm {
  base::Id<Delivery> delivery;
  base::Id<Alert> alert;
  AlertProduct product = AlertProduct::warning;
  Bilingual title;
  base::UtcTime made_at;
  bool is_acknowledged = false;
  bool was_shown = false;  ///< at a visit
};

/// What to read on the way to a firm.
struct VisitBrief {
  Organisation firm;
  std::vector<Reason> reasons;      ///< why it is worth a visit now, strongest first
  std::vector<AlertAtFirm> alerts;  ///< newest first, those without an answer before the others
  std::vector<std::string> methods_untold;  ///< ids of method cards that no visit has shown
  std::vector<LessonTitle> lessons_untold;  ///< approved for firms, and no visit has shown them
  std::vector<Visit> visits;                ///< the last ones, newest first
  std::vector<Reason> not_to_say;           ///< codes of edges/render
};

/// One firm of a plan.
struct PlannedVisit {
  base::Id<Organisation> firm;
  std::string firm_key;
  Bilingual name;
  std::string area;  ///< municipality of its first site
  double score = 0;
  std::vector<Reason> reasons;  ///< strongest first
  std::optional<base::UtcTime> visited_at;
};

/// A stop of a day's route.
struct RouteStop {
  std::size_t item = 0;      ///< index into VisitPlan::items
  std::optional<double> km;  ///< from the stop before, as the crow flies; absent = place unknown
};

struct VisitPlan {
  std::vector<PlannedVisit> items;  ///< most worth a visit first
  std::vector<RouteStop> route;     ///< its first items, in the order of a day
};

/// How many firms of one kind were visited. Cells with few firms are folded into the rest.
struct CoverageCell {
  std::string code;  ///< municipality or field of technology; "" = the rest
  std::int64_t firms = 0, visited = 0;
};

struct VisitCoverage {
  base::UtcTime since;
  std::int64_t firms = 0, visited = 0;  ///< 0 of 0 where there are too few to tell
  std::vector<CoverageCell> areas, technologies;
};

}  // namespace model
