#include "work/workflow/feedback.h"

#include <utility>

#include "edges/store/mailbox.h"
#include "edges/store/receipt.h"
#include "edges/store/task.h"
#include "work/workflow/new_task.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Mailbox;
using model::MailboxMessage;
using model::Principal;
using rights::Action;

constexpr std::size_t text_bytes_max = 4096;
constexpr std::size_t messages_max = 500;

/// Kinds of feedback after which the reporter still waits for an answer.
bool is_interim(Feedback feedback) {
  return feedback == Feedback::being_read || feedback == Feedback::question;
}

/// Returns its id.
base::UuidBytes put_message(Hub& hub, db::Connection& connection, const Principal& principal,
                            const store::StoredReport& report, const MailboxMessage& message,
                            std::string_view action) {
  const auto id = hub.ids.next(hub.clock.now());
  auto commitment = store::add_message(connection, report, id, message);
  record(hub, connection, without_reporter_name(principal),
         {action, "mailbox_message", id, std::move(commitment)});
  return id;
}

base::UuidBytes put_feedback(Hub& hub, db::Connection& connection, const Principal& principal,
                             const store::StoredReport& report, Feedback feedback,
                             const std::string& text) {
  const MailboxMessage message{MailboxMessage::From::desk, hub.clock.now(),
                               std::string(base::word_of(feedback)), text};
  const auto id = put_message(hub, connection, principal, report, message,
                              base::word_of(Action::feedback_give));
  if (!is_interim(feedback))
    store::close_tasks(connection, report.record.id.bytes, model::TaskKind::give_feedback);
  return id;
}

Result<store::StoredReport> report_of_code(Hub& hub, db::Connection& connection,
                                           const std::string& code) {
  const auto hash = crypto::hash_of_receipt(code, "/code");
  if (!hash) return std::unexpected(hash.error());
  const auto id = store::find_report_of_receipt(connection, *hash);
  if (!id) return no_such("receipt");
  auto stored = store::find_report(connection, hub.keys, *id);
  if (!stored) return no_such("receipt");
  return std::move(*stored);
}

Mailbox mailbox_of(db::Connection& connection, const store::StoredReport& stored) {
  return {stored.record.state, store::list_messages(connection, stored)};
}

void ask_for_answer(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  auto task = new_task(hub, stored.desk, model::TaskKind::give_feedback, model::Role::analyst,
                       stored.record.id.bytes);
  if (!stored.record.areas.empty()) task.area = stored.record.areas.front();
  task.note = "mailbox";
  store::open_task(connection, task);
}

}  // namespace

Result<void> give_feedback(Hub& hub, const Principal& principal, base::Id<model::Report> report,
                           Feedback feedback, const std::string& text, const RequestKey& request) {
  if (text.size() > text_bytes_max)
    return base::fail(ErrorKind::too_large, "/text", "has more than 4,096 bytes", "shorten it");
  if (feedback == Feedback::question && text.empty())
    return base::fail(ErrorKind::refused, "/text", "is empty", "write the question");
  return hub.database.write([&](db::Connection& connection) -> Result<void> {
    const auto stored = get_report_for(hub, connection, principal, Action::feedback_give, report);
    if (!stored) return std::unexpected(stored.error());
    auto replay = find_replay(connection, principal, request);
    if (!replay) return pass_on(replay);
    if (*replay) return {};
    const auto message = put_feedback(hub, connection, principal, *stored, feedback, text);
    remember(hub, connection, principal, request, "mailbox_message", message, 1);
    return {};
  });
}

void add_feedback(Hub& hub, db::Connection& connection, const Principal& principal,
                  base::Id<model::Report> report, Feedback feedback) {
  if (const auto stored = store::find_report(connection, hub.keys, report))
    put_feedback(hub, connection, principal, *stored, feedback, "");
}

Result<Mailbox> read_mailbox(Hub& hub, const Principal& principal, const std::string& code) {
  if (auto tried = rights::may_try(principal, Action::mailbox_read); !tried) return pass_on(tried);
  return hub.database.read([&](db::Connection& connection) -> Result<Mailbox> {
    const auto stored = report_of_code(hub, connection, code);
    if (!stored) return std::unexpected(stored.error());
    return mailbox_of(connection, *stored);
  });
}

Result<Mailbox> write_mailbox(Hub& hub, const Principal& principal, const std::string& code,
                              const std::string& text, const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::mailbox_read); !tried) return pass_on(tried);
  if (text.empty() || text.size() > text_bytes_max)
    return base::fail(ErrorKind::invalid_input, "/text", "is empty or has more than 4,096 bytes",
                      "write 1 to 4,096 bytes");
  return hub.database.write([&](db::Connection& connection) -> Result<Mailbox> {
    const auto stored = report_of_code(hub, connection, code);
    if (!stored) return std::unexpected(stored.error());
    // Whoever holds the code may have signed in; the record does not join the two.
    const Principal unnamed;
    auto replay = find_replay(connection, unnamed, request);
    if (!replay) return pass_on(replay);
    if (*replay) return mailbox_of(connection, *stored);
    if (store::list_messages(connection, *stored).size() >= messages_max)
      return base::fail(ErrorKind::too_large, "", "the mailbox is full", "send a new report");
    const MailboxMessage message{MailboxMessage::From::reporter,
                                 base::tokyo_midnight(base::tokyo_day(hub.clock.now())), "", text};
    const auto id = put_message(hub, connection, unnamed, *stored, message, "mailbox.write");
    remember(hub, connection, unnamed, request, "mailbox_message", id, 1);
    if (stored->record.released_version > 0) ask_for_answer(hub, connection, *stored);
    return mailbox_of(connection, *stored);
  });
}

}  // namespace workflow
