#include "work/workflow/deliver_alert.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "edges/deliver/notice.h"
#include "edges/deliver/smtp_mailer.h"
#include "edges/store/alert.h"
#include "edges/store/contact.h"
#include "edges/store/job.h"
#include "edges/store/outbox.h"
#include "ground/base/working_days.h"
#include "steps/alert/approved.h"
#include "steps/share/clear.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/record.h"
#include "work/workflow/remind.h"

namespace workflow {
namespace {

using model::Alert;
using model::Delivery;
using model::NoticeState;
using model::Principal;
using store::OutboxMail;

bool takes_notices(const model::Contact& contact) {
  return contact.takes_alerts && contact.verified && deliver::is_address(contact.email);
}

std::vector<model::Contact> contacts_to_write(const Hub& hub, db::Connection& connection,
                                              base::Id<model::Organisation> organisation) {
  auto contacts = store::list_contacts(connection, hub.keys, organisation);
  std::erase_if(contacts, [](const auto& contact) { return !takes_notices(contact); });
  return contacts;
}

base::UtcTime hand_over_due(const Hub& hub) {
  return base::working_days_after(hub.clock.now(), 1);
}

Delivery delivery_of(Hub& hub, const Alert& alert, const model::Recipient& recipient,
                     const Correction& correction) {
  Delivery delivery;
  delivery.made_at = hub.clock.now();
  delivery.id = hub.ids.make<Delivery>(delivery.made_at);
  delivery.alert = alert.id;
  delivery.organisation = recipient.organisation;
  delivery.organisation_key = recipient.organisation_key;
  delivery.correction = correction.number;
  delivery.correction_text = correction.words;
  delivery.message_id = deliver::message_id(delivery.id.text(), hub.settings.mail_from);
  if (correction.number == 0) delivery.follow_ups = planned_follow_ups(delivery.made_at);
  return delivery;
}

void write_delivery(Hub& hub, db::Connection& connection, const Principal& principal,
                    store::StoredDelivery stored) {
  auto& delivery = stored.delivery;
  const bool has_contact = !contacts_to_write(hub, connection, delivery.organisation).empty();
  if (!has_contact) delivery.notice = NoticeState::not_needed;
  auto commitment = store::insert_delivery(connection, hub.keys, stored);
  record(hub, connection, principal,
         {"delivery.make", "delivery", delivery.id.bytes, std::move(commitment)});
  if (has_contact)
    queue_notices(hub, connection, principal, delivery,
                  delivery.correction == 0 ? NoticeKind::notice : NoticeKind::correction);
  else
    open_for_station(hub, connection, delivery, model::TaskKind::hand_over, hand_over_due(hub));
  request_reminder(connection, principal, delivery);
  request_follow_ups(connection, principal, delivery);
}

}  // namespace

void make_deliveries(Hub& hub, db::Connection& connection, const Principal& principal,
                     const Alert& alert, const Correction& correction) {
  for (const auto& recipient : alert.audience) {
    if (recipient.excluded) continue;
    if (store::find_delivery_of(connection, hub.keys, recipient.organisation, alert.id,
                                correction.number))
      continue;
    write_delivery(hub, connection, principal,
                   {delivery_of(hub, alert, recipient, correction), {}});
  }
}

std::size_t queue_notices(Hub& hub, db::Connection& connection, const Principal& principal,
                          const Delivery& delivery, NoticeKind kind, int number) {
  const auto contacts = contacts_to_write(hub, connection, delivery.organisation);
  const auto now = hub.clock.now();
  for (const auto& contact : contacts) {
    OutboxMail mail;
    mail.id = hub.ids.make<OutboxMail>(now);
    mail.organisation = delivery.organisation;
    mail.delivery = delivery.id;
    mail.contact = contact.id;
    mail.occasion = fmt::format("{}-{}", base::word_of(kind), number);
    mail.message_id = deliver::message_id(mail.id.text(), hub.settings.mail_from);
    mail.made_at = now;
    if (store::add_mail(connection, mail))
      store::enqueue(connection,
                     {std::string(notice_job), mail.id.bytes, "", name_in_record(principal), now});
  }
  return contacts.size();
}

namespace {

/// A mail with all that decides whether it may leave.
struct LoadedMail {
  OutboxMail mail;
  store::StoredDelivery delivery;
  std::optional<Alert> alert;
  std::optional<model::Contact> contact;
};

std::optional<LoadedMail> load_mail(Hub& hub, const store::Job& job) {
  return hub.database.read([&](db::Connection& connection) -> std::optional<LoadedMail> {
    auto mail = store::find_mail(connection, {job.request.object});
    if (!mail || mail->state != NoticeState::queued) return std::nullopt;
    auto delivery = store::find_delivery(connection, hub.keys, mail->delivery);
    if (!delivery) return std::nullopt;
    LoadedMail loaded{std::move(*mail), std::move(*delivery), std::nullopt, std::nullopt};
    if (auto stored = store::find_alert(connection, hub.keys, loaded.delivery.delivery.alert))
      loaded.alert = std::move(stored->alert);
    loaded.contact = store::find_contact(connection, hub.keys, loaded.mail.contact);
    return loaded;
  });
}

deliver::Occasion occasion_of(const OutboxMail& mail) {
  const auto kind = base::find_word<NoticeKind>(
      std::string_view(mail.occasion).substr(0, mail.occasion.find('-')));
  switch (kind.value_or(NoticeKind::notice)) {
    case NoticeKind::notice:
      return deliver::Occasion::notice;
    case NoticeKind::correction:
      return deliver::Occasion::correction;
    case NoticeKind::reminder:
      return deliver::Occasion::reminder;
    case NoticeKind::follow_up:
      return deliver::Occasion::follow_up;
  }
  return deliver::Occasion::notice;
}

/// The alert was taken back before this left: its correction says all that is to be said.
bool is_overtaken(const LoadedMail& loaded) {
  using model::AlertState;
  const auto& delivery = loaded.delivery.delivery;
  const bool has_ended = loaded.alert && (loaded.alert->state == AlertState::cancelled ||
                                          loaded.alert->state == AlertState::expired);
  return (has_ended && delivery.correction == 0) ||
         (delivery.acknowledged && occasion_of(loaded.mail) == deliver::Occasion::reminder);
}

base::Result<deliver::Mail> compose_notice(const Hub& hub, const LoadedMail& loaded) {
  using base::ErrorKind;
  if (!loaded.contact || !takes_notices(*loaded.contact))
    return base::fail(ErrorKind::refused, "", "the contact is gone or takes no notices",
                      "hand it over");
  if (!loaded.alert) return base::fail(ErrorKind::refused, "", "the alert is gone");
  auto approved = alert::approved_from(*loaded.alert);
  if (!approved) return base::pass_on(approved);
  const auto& delivery = loaded.delivery.delivery;
  const auto cleared = share::clear_for(delivery, *loaded.alert,
                                        {share::Audience::Reach::named, delivery.organisation_key});
  if (!cleared)
    return base::fail(ErrorKind::refused, "", "its marking does not allow this recipient");
  return deliver::notice_mail(
      *approved, *cleared, occasion_of(loaded.mail),
      {hub.settings.mail_from, loaded.contact->email, hub.settings.public_url + "/inbox",
       loaded.mail.message_id, hub.clock.now()});
}

/// The state of a delivery's notices as one: any that arrived counts.
NoticeState joined_state(const std::vector<OutboxMail>& mails) {
  const auto has = [&](NoticeState state) {
    return std::ranges::any_of(mails, [&](const auto& mail) { return mail.state == state; });
  };
  if (has(NoticeState::sent)) return NoticeState::sent;
  if (has(NoticeState::queued)) return NoticeState::queued;
  return has(NoticeState::failed) ? NoticeState::failed : NoticeState::not_needed;
}

/// Writes how an attempt ended, at the mail and at its delivery, both read anew.
base::Result<void> write_attempt(Hub& hub, db::Connection& connection, const Principal& principal,
                                 base::Id<OutboxMail> id, NoticeState state,
                                 const std::string& error, bool was_tried = true) {
  auto mail = store::find_mail(connection, id);
  if (!mail || mail->state != NoticeState::queued) return {};
  mail->state = state;
  mail->error = error;
  if (was_tried) ++mail->attempts;
  if (state == NoticeState::sent) mail->sent_at = hub.clock.now();
  store::update_mail(connection, *mail);
  auto stored = store::find_delivery(connection, hub.keys, mail->delivery);
  if (!stored) return {};
  auto& delivery = stored->delivery;
  delivery.notice = joined_state(store::list_mails_of(connection, delivery));
  if (was_tried) ++delivery.notice_attempts;
  delivery.notice_error = error;
  if (delivery.notice == NoticeState::failed && !delivery.acknowledged)
    open_for_station(hub, connection, delivery, model::TaskKind::hand_over, hand_over_due(hub));
  return save_delivery(hub, connection, principal, *stored, "delivery.notice");
}

JobWrite outcome(Hub& hub, const store::Job& job, base::Id<OutboxMail> id, NoticeState state,
                 std::string error, bool was_tried) {
  return [&hub, job, id, state, error = std::move(error),
          was_tried](db::Connection& connection) -> base::Result<void> {
    return write_attempt(hub, connection, principal_of(job), id, state, error, was_tried);
  };
}

base::Result<JobWrite> prepare_notice(Hub& hub, deliver::Mailer& mailer, const store::Job& job) {
  const auto loaded = load_mail(hub, job);
  if (!loaded) return JobWrite{};
  const auto id = loaded->mail.id;
  if (is_overtaken(*loaded)) return outcome(hub, job, id, NoticeState::not_needed, "", false);
  auto mail = compose_notice(hub, *loaded);
  if (!mail)
    return outcome(hub, job, id, NoticeState::failed, mail.error().issues.front().problem, false);
  auto sent = mailer.send(*mail);
  if (sent) return outcome(hub, job, id, NoticeState::sent, "", true);
  const auto& reason = sent.error().issues.front().problem;
  if (sent.error().kind != base::ErrorKind::unavailable)
    return outcome(hub, job, id, NoticeState::failed, reason, true);
  // The attempt shows at once; the job waits and comes back.
  auto noted = hub.database.write([&](db::Connection& connection) {
    return write_attempt(hub, connection, principal_of(job), id, NoticeState::queued, reason);
  });
  if (!noted) return base::pass_on(noted);
  return base::pass_on(sent);
}

base::Result<void> give_up_notice(Hub& hub, db::Connection& connection, const store::Job& job,
                                  const std::string& reason) {
  return write_attempt(hub, connection, principal_of(job), {job.request.object},
                       NoticeState::failed, reason, false);
}

/// One mailer for all workers: it knows when the server was last out of reach.
class SharedMailer {
 public:
  std::shared_ptr<deliver::Mailer> at(const std::string& url) {
    const std::scoped_lock lock(mutex_);
    if (!mailer_ || url != url_) mailer_ = make(url);
    url_ = url;
    return mailer_;
  }

 private:
  static std::shared_ptr<deliver::Mailer> make(const std::string& url) {
    if (url.empty()) return std::make_shared<deliver::NoMailer>();
    deliver::SmtpSettings smtp;
    smtp.url = url;
    return std::make_shared<deliver::SmtpMailer>(smtp);
  }

  std::mutex mutex_;
  std::string url_;
  std::shared_ptr<deliver::Mailer> mailer_;
};

}  // namespace

JobStep notice_step() {
  // After 1, 5, 25 ... seconds and then every hour, this is about a day.
  constexpr int attempts_max = 28;
  JobStep step;
  step.kind = notice_job;
  step.attempts_max = attempts_max;
  step.acts_outside = true;
  step.prepare = [mailers = std::make_shared<SharedMailer>()](Hub& hub, const store::Job& job) {
    return prepare_notice(hub, *mailers->at(hub.settings.smtp_url), job);
  };
  step.give_up = give_up_notice;
  return step;
}

}  // namespace workflow
