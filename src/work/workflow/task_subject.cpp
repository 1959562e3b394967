#include "work/workflow/task_subject.h"

#include "edges/store/alert.h"
#include "edges/store/consultation.h"
#include "edges/store/delivery.h"
#include "edges/store/dossier.h"
#include "edges/store/lesson.h"
#include "edges/store/link.h"
#include "edges/store/meeting.h"
#include "edges/store/organisation.h"
#include "edges/store/report.h"
#include "edges/store/visit.h"

namespace workflow {
namespace {

using model::Bilingual;
using model::Task;
using model::TaskKind;

Bilingual firm_of_report(const Hub& hub, db::Connection& connection, base::Id<model::Report> id) {
  const auto report = store::find_report(connection, hub.keys, id);
  if (!report || report->record.organisation_key.empty()) return {};
  const auto firm = store::find_organisation_by_key(connection, report->record.organisation_key);
  return firm ? firm->name : Bilingual{};
}

Bilingual recipient_of(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_delivery(connection, hub.keys, {task.object});
  if (!stored) return {};
  const auto firm = store::find_organisation(connection, stored->delivery.organisation);
  return firm ? firm->name : Bilingual{};
}

Bilingual visited_firm(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_visit(connection, hub.keys, {task.object});
  if (!stored) return {};
  const auto firm = store::find_organisation(connection, stored->visit.firm);
  return firm ? firm->name : Bilingual{};
}

Bilingual firm_of_consultation(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_consultation(connection, hub.keys, {task.object});
  if (!stored) return {};
  const auto firm = store::find_organisation(connection, stored->consultation.firm);
  return firm ? firm->name : Bilingual{};
}

Bilingual both(const Bilingual& left, const Bilingual& right) {
  if (left.ja.empty()) return right;
  if (right.ja.empty() || left == right) return left;
  return {left.ja + "・" + right.ja, left.en + ", " + right.en};
}

Bilingual firms_of_link(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_link(connection, hub.keys, {task.object});
  if (!stored) return {};
  const auto& proposal = stored->link.proposal;
  return both(firm_of_report(hub, connection, proposal.left.report),
              firm_of_report(hub, connection, proposal.right.report));
}

Bilingual title_of_alert(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_alert(connection, hub.keys, {task.object});
  return stored ? stored->alert.text.title : Bilingual{};
}

Bilingual title_of_lesson(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_lesson(connection, hub.keys, {task.object});
  return stored ? stored->lesson.content.title : Bilingual{};
}

Bilingual words_of_meeting_task(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_meeting_task(connection, hub.keys, {task.object});
  return stored ? Bilingual{stored->task.content.what, stored->task.content.what} : Bilingual{};
}

Bilingual label_of_dossier(const Hub& hub, db::Connection& connection, const Task& task) {
  const auto stored = store::find_dossier(connection, hub.keys, {task.object});
  return stored ? Bilingual{stored->dossier.label, stored->dossier.label} : Bilingual{};
}

}  // namespace

Bilingual subject_of(const Hub& hub, db::Connection& connection, const Task& task) {
  switch (task.kind) {
    case TaskKind::vet_behaviour:
    case TaskKind::vet_context:
    case TaskKind::second_reader:
    case TaskKind::cyber_handover:
    case TaskKind::failed_step:
    case TaskKind::draft_alert:
    case TaskKind::give_feedback:
    case TaskKind::review_keeping:
      return firm_of_report(hub, connection, {task.object});
    case TaskKind::judge_link:
      return firms_of_link(hub, connection, task);
    case TaskKind::confirm_dossier:
      return label_of_dossier(hub, connection, task);
    case TaskKind::approve_alert:
    case TaskKind::decide_hold:
    case TaskKind::correct_alert:
      return title_of_alert(hub, connection, task);
    case TaskKind::hand_over:
    case TaskKind::visit_unacknowledged:
    case TaskKind::follow_up:
      return recipient_of(hub, connection, task);
    case TaskKind::keep_promise:
      return visited_firm(hub, connection, task);
    case TaskKind::consultation:
    case TaskKind::decide_referral:
      return firm_of_consultation(hub, connection, task);
    case TaskKind::approve_lesson:
      return title_of_lesson(hub, connection, task);
    case TaskKind::meeting_task:
      return words_of_meeting_task(hub, connection, task);
  }
  return {};
}

}  // namespace workflow
