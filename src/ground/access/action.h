#pragma once

#include <cstddef>

#include "ground/base/vocabulary.h"

namespace rights {

/// Everything that somebody may or may not do. The words are those of the audit record.
enum class Action {
  report_submit,
  report_correct,    ///< a further version of one's own report
  report_read_held,  ///< a report that its firm has not released
  report_read,
  report_preview,
  report_release,
  report_withdraw,
  report_set_aside,
  report_keep,   ///< say that it is still needed, or put it on hold
  report_purge,  ///< end it before its time
  vet_behaviour,
  vet_context,
  second_read,  ///< decide what a guard stopped
  link_read,
  link_judge,
  dossier_read,
  dossier_propose,
  dossier_confirm,
  dossier_edit,
  alert_read,
  alert_draft,
  alert_submit,
  alert_approve,
  alert_send_back,
  alert_dissent,
  alert_ask_hold,
  hold_place,
  hold_release,
  alert_send,
  alert_correct,  ///< correct, cancel or let expire
  inbox_read,     ///< a firm's deliveries
  acknowledge,
  hand_over,
  follow_up,
  queue_read,
  task_take,
  feedback_give,
  mailbox_read,  ///< the receipt code is the key
  search,
  organisation_read,
  organisation_edit,   ///< firms
  organisation_found,  ///< police and industry bodies, and every territory
  contact_read,
  contact_edit,
  contact_verify,
  account_read,
  account_invite,
  account_disable,
  token_make,
  custodian_register,
  reporter_request,
  reporter_consent,
  reporter_open,
  audit_read,
  audit_verify,
  partner_read,
  partner_edit,  ///< which other hubs bundles are exchanged with
  bundle_make,   ///< hand over what waits for another hub
  bundle_apply,
  visit_read,  ///< visits, what to read on the way, the plan
  visit_log,
  visit_promise,  ///< say that a promise was kept
  consultation_read,
  consultation_take,     ///< take one down, go on with it, make it a report, refer it
  consultation_outcome,  ///< what investigators made of it
  lesson_read,           ///< lessons that were approved
  lesson_write,          ///< and read them before
  lesson_approve,        ///< or send back, or withdraw
  meeting_read,
  meeting_write,   ///< call one, write down what came of it, give tasks
  meeting_answer,  ///< a task that a meeting gave
  digest_read,     ///< figures without persons and firms: digests and briefings
  fact_note,       ///< small facts: note one, keep it longer, remove it
  fact_read
};
constexpr std::size_t action_count = static_cast<std::size_t>(Action::fact_read) + 1;

constexpr auto vocabulary(Action) {
  return base::make_vocabulary<Action>(
      "report.submit", "report.correct", "report.read_held", "report.read", "report.preview",
      "report.release", "report.withdraw", "report.set_aside", "report.keep", "report.purge",
      "report.vet_behaviour", "report.vet_context", "report.second_read", "link.read", "link.judge",
      "dossier.read", "dossier.propose", "dossier.confirm", "dossier.edit", "alert.read",
      "alert.draft", "alert.submit", "alert.approve", "alert.send_back", "alert.dissent",
      "alert.ask_hold", "alert.hold", "alert.hold_release", "alert.send", "alert.correct",
      "inbox.read", "delivery.acknowledge", "delivery.hand_over", "delivery.follow_up",
      "queue.read", "task.take", "feedback.give", "mailbox.read", "search", "organisation.read",
      "organisation.edit", "organisation.found", "contact.read", "contact.edit", "contact.verify",
      "account.read", "account.invite", "account.disable", "token.make", "custodian.register",
      "reporter.request", "reporter.consent", "reporter.open", "audit.read", "audit.verify",
      "partner.read", "partner.edit", "bundle.make", "bundle.apply", "visit.read", "visit.log",
      "visit.promise", "consultation.read", "consultation.take", "consultation.outcome",
      "lesson.read", "lesson.write", "lesson.approve", "meeting.read", "meeting.write",
      "meeting.answer", "digest.read", "fact.note", "fact.read");
}
static_assert(vocabulary(Action{}).words.size() == action_count);

}  // namespace rights
