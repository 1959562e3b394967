#include "edges/store/mailbox.h"

#include "edges/codec/json.h"

namespace store {
namespace {

constexpr std::string_view insert_message =
    "INSERT INTO mailbox_message (org_id, report_id, id, sender, at, body)"
    " VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view select_messages =
    "SELECT id, body FROM mailbox_message WHERE org_id = $1 AND report_id = $2 ORDER BY id";
constexpr std::string_view select_all_messages =
    "SELECT org_id, report_id, id, sender, at, body FROM mailbox_message ORDER BY id";

crypto::Place mailbox_body(const base::UuidBytes& id) {
  return {"mailbox_message", "body", id};
}

struct MessageColumns {
  model::MailboxMessage::From from = model::MailboxMessage::From::desk;
  base::UtcTime at;
};

base::Bytes commitment_to_message(const StoredReport& report, const base::UuidBytes& id,
                                  const MessageColumns& columns, std::string_view body) {
  return commitment_to_columns(report.key.salt, {report.record.organisation, report.record.id, id,
                                                 columns.from, columns.at, body});
}

CommittedContent committed_message(db::Connection& connection, const Keys& keys,
                                   const db::Row& row) {
  return newest_content("mailbox_message", row.uuid(2), [&](CommittedContent& content) {
    const auto report = find_report(connection, keys, row.id<model::Report>(1));
    if (!report || report->record.organisation != row.id<model::Organisation>(0))
      throw base::OutsideFailure("a message belongs to no report");
    const auto body = open_column(report->key, mailbox_body(content.object), row.bytes(5));
    content.commitment = commitment_to_message(
        *report, content.object, {row.word<model::MailboxMessage::From>(3), row.time(4)},
        base::as_text(body));
  });
}

}  // namespace

base::Bytes add_message(db::Connection& connection, const StoredReport& report,
                        const base::UuidBytes& id, const model::MailboxMessage& message) {
  const auto body = codec::encode(message);
  connection.execute(insert_message,
                     {report.record.organisation, report.record.id, id, message.from, message.at,
                      crypto::seal(report.key.key, base::as_bytes(body), mailbox_body(id))});
  return commitment_to_message(report, id, {message.from, message.at}, body);
}

std::vector<model::MailboxMessage> list_messages(db::Connection& connection,
                                                 const StoredReport& report) {
  std::vector<model::MailboxMessage> messages;
  for (const auto& row :
       connection.query(select_messages, {report.record.organisation, report.record.id})) {
    const auto id = row.uuid(0);
    const auto body = open_column(report.key, mailbox_body(id), row.bytes(1));
    auto message =
        codec::decode<model::MailboxMessage>(base::as_text(body), codec::trusted_limits());
    if (!message) throw base::OutsideFailure("a mailbox message does not read back");
    messages.push_back(std::move(*message));
  }
  return messages;
}

ContentSource mailbox_content() {
  return {{"mailbox_message"},
          {"report.purge"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_all_messages, {}, [&](const db::Row& row) {
              take(committed_message(connection, keys, row));
            });
          }};
}

}  // namespace store
