#pragma once

#include <string_view>

#include "edges/db/connection.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// How an alert or a correction reaches its recipients. The text stays behind sign-in; a mail
/// without content says that it waits. Mails are jobs: sent at least once, with the same
/// Message-ID at every attempt.
namespace workflow {

inline constexpr std::string_view notice_job = "alert.notice";

/// What a correction says; the first delivery has number 0 and no words.
struct Correction {
  int number = 0;
  model::Bilingual words;
};

/// A delivery for every recipient who is not excluded: notices to its verified contacts who take
/// alerts and have an address, or, where there is none, a hand_over task for the station; the
/// clock of the reminders; and the follow-ups of a first delivery.
void make_deliveries(Hub& hub, db::Connection& connection, const model::Principal& principal,
                     const model::Alert& alert, const Correction& correction);

enum class NoticeKind { notice, correction, reminder, follow_up };
constexpr auto vocabulary(NoticeKind) {
  return base::make_vocabulary<NoticeKind>("notice", "correction", "reminder", "follow_up");
}

/// Puts a mail to each contact into the outbox, once for a kind and number, with the job that
/// sends it. Returns how many contacts there are to write to.
std::size_t queue_notices(Hub& hub, db::Connection& connection, const model::Principal& principal,
                          const model::Delivery& delivery, NoticeKind kind, int number = 0);

/// The job that sends one mail. A refusal for ever, or a day of vain attempts, leaves the notice
/// failed and a hand_over task for the station; the state and number of attempts show at the
/// delivery all along. Nothing leaves that is not approved and cleared at that moment.
[[nodiscard]] JobStep notice_step();

}  // namespace workflow
