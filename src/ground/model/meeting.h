#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/lesson.h"

namespace model {

enum class MeetingKind {
  strategy,  ///< the desks put their pictures together and decide
  briefing   ///< one desk tells others, which see few cases
};
constexpr auto vocabulary(MeetingKind) {
  return base::make_vocabulary<MeetingKind>("strategy", "briefing");
}

/// A desk that took part, with how many people. A meeting names nobody.
struct Attendance {
  base::Id<Organisation> organisation;
  int people = 1;
  bool operator==(const Attendance&) const = default;
};

/// What a person writes down of a meeting, before it and after it.
struct MeetingEdit {
  MeetingKind kind = MeetingKind::strategy;
  std::string title;
  base::UtcTime starts_at;
  std::string place;
  std::vector<base::Id<Organisation>> invited;
  std::vector<std::string> points;  ///< for the agenda, beside what the figures say
  std::vector<Attendance> attended;
  std::vector<base::Id<Lesson>> told;  ///< lessons, to all who took part
  std::vector<std::string> questions;
  std::vector<std::string> decisions;
};

/// A meeting of desks.
struct Meeting {
  base::Id<Meeting> id;
  base::Id<Organisation> organisation;  ///< the desk that called it
  std::string by;                       ///< account name
  base::UtcTime made_at;
  base::UtcTime since;         ///< what the agenda counts from: the one before of its kind
  std::vector<Reason> agenda;  ///< what the figures said when it was called; codes of edges/render
  MeetingEdit content;
  std::int64_t revision = 0;
};

/// What a meeting gives a desk to do.
struct MeetingTaskEdit {
  base::Id<Organisation> desk;
  std::string owner;  ///< account name of that desk; "" = whoever takes it
  std::string what;
  base::Day due_on;  ///< in Tokyo; the clock ends with that day
};

struct MeetingTask {
  base::Id<MeetingTask> id;
  base::Id<Meeting> meeting;
  base::Id<Organisation> organisation;  ///< the desk that called the meeting
  std::string by;
  base::UtcTime made_at;
  MeetingTaskEdit content;
  std::string answer;  ///< what came of it
  std::string answered_by;
  std::optional<base::UtcTime> answered_at;
  std::int64_t revision = 0;
};

/// A meeting with what it gave to do.
struct MeetingView {
  Meeting meeting;
  std::vector<MeetingTask> tasks;  ///< due first
};

}  // namespace model
