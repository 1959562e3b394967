#pragma once

#include <optional>
#include <string>

#include "ground/model/knowledge.h"
#include "ground/model/principal.h"

namespace model {

/// What a person has to decide or do next. The queue of a desk is its open tasks, by stage
/// and clock.
enum class TaskKind {
  vet_behaviour,         ///< a released report: do the acts hold?                object: report
  vet_context,           ///< a second person: may it reach others?               object: report
  second_reader,         ///< a guard stopped it: protected, rumour, insider ...  object: report
  cyber_handover,        ///< lure file, phishing: for the cyber desk             object: report
  failed_step,           ///< a job gave up; the reason stands there              object: report
  judge_link,            ///< two personas: same, different, unsure?              object: link
  confirm_dossier,       ///< second reader for a new dossier                     object: dossier
  draft_alert,           ///< band alert candidate, or two linked reports         object: report
  approve_alert,         ///< contrary evidence first                             object: alert
  decide_hold,           ///< an approver asked the investigator for a hold       object: alert
  hand_over,             ///< a station hands an alert to a firm                  object: delivery
  visit_unacknowledged,  ///< reminders had no answer                       object: delivery
  follow_up,             ///< contact ceased? at 30, 90, 180 days                 object: delivery
  give_feedback,         ///< the reporter hears within 30 days                   object: report
  correct_alert,         ///< what it rests on was undone: correct or cancel it   object: alert
  keep_promise,          ///< promised to a firm at a visit                       object: visit
  consultation,          ///< somebody waits for the next word               object: consultation
  decide_referral,       ///< an investigator says what becomes of it         object: consultation
  approve_lesson,        ///< a second person: may it be told?                object: lesson
  meeting_task,          ///< what a meeting gave a desk to do                object: meeting task
  review_keeping         ///< a year on: is it still needed?                  object: report
};
constexpr auto vocabulary(TaskKind) {
  return base::make_vocabulary<TaskKind>(
      "vet_behaviour", "vet_context", "second_reader", "cyber_handover", "failed_step",
      "judge_link", "confirm_dossier", "draft_alert", "approve_alert", "decide_hold", "hand_over",
      "visit_unacknowledged", "follow_up", "give_feedback", "correct_alert", "keep_promise",
      "consultation", "decide_referral", "approve_lesson", "meeting_task", "review_keeping");
}

enum class TaskState { open, done, dropped };
constexpr auto vocabulary(TaskState) {
  return base::make_vocabulary<TaskState>("open", "done", "dropped");
}

struct Task {
  base::Id<Task> id;
  base::Id<Organisation> organisation;  ///< whose desk it lies on
  TaskKind kind = TaskKind::vet_behaviour;
  TaskState state = TaskState::open;
  Role role = Role::analyst;  ///< who may do it
  base::UuidBytes object{};   ///< id of what it is about
  std::string area;           ///< territory it belongs to; "" = the whole desk
  Stage stage = Stage::none;
  Band band = Band::log;
  base::UtcTime made_at, due_at;
  std::string owner;   ///< account name that took it; "" = nobody yet
  std::string not_by;  ///< account name that must not do it (four eyes); "" = none
  std::string note;    ///< reason of a failed step, and the like; no content
  std::optional<base::UtcTime> escalated_at;  ///< put before those who lead, as nobody had acted
  Bilingual about;      ///< what it is about, for who may do it; told, not stored
  bool may_do = false;  ///< whether the one who asked may do it; told, not stored
  Bilingual desk;       ///< where it lies, for who only sees that nobody acted; told, not stored
  std::int64_t revision = 0;
};

}  // namespace model
