#include "edges/store/outbox.h"

#include <fmt/format.h>

namespace store {
namespace {

constexpr std::string_view insert_mail =
    "INSERT INTO outbox (org_id, id, delivery_id, contact_id, occasion, message_id, state,"
    " attempts, error, made_at, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    " ON CONFLICT (org_id, delivery_id, contact_id, occasion) DO NOTHING";
constexpr std::string_view select_mail =
    "SELECT org_id, id, delivery_id, contact_id, occasion, message_id, state, attempts, error,"
    " made_at, sent_at FROM outbox";
constexpr std::string_view update_mail_row =
    "UPDATE outbox SET state = $3, attempts = $4, error = $5, sent_at = $6"
    " WHERE org_id = $1 AND id = $2";

OutboxMail read_mail(const db::Row& row) {
  OutboxMail mail;
  mail.organisation = row.id<model::Organisation>(0);
  mail.id = row.id<OutboxMail>(1);
  mail.delivery = row.id<model::Delivery>(2);
  mail.contact = row.id<model::Contact>(3);
  mail.occasion = row.text(4);
  mail.message_id = row.text(5);
  mail.state = row.word<model::NoticeState>(6);
  mail.attempts = static_cast<int>(row.integer(7));
  mail.error = row.text(8);
  mail.made_at = row.time(9);
  mail.sent_at = row.find_time(10);
  return mail;
}

}  // namespace

bool add_mail(db::Connection& connection, const OutboxMail& mail) {
  return connection.execute(insert_mail, {mail.organisation, mail.id, mail.delivery, mail.contact,
                                          mail.occasion, mail.message_id, mail.state, mail.attempts,
                                          mail.error, mail.made_at, mail.sent_at}) == 1;
}

std::optional<OutboxMail> find_mail(db::Connection& connection, base::Id<OutboxMail> id) {
  const auto row = db::find_row(connection, fmt::format("{} WHERE id = $1", select_mail), {id});
  if (!row) return std::nullopt;
  return read_mail(*row);
}

void update_mail(db::Connection& connection, const OutboxMail& mail) {
  connection.execute(update_mail_row, {mail.organisation, mail.id, mail.state, mail.attempts,
                                       mail.error, mail.sent_at});
}

std::vector<OutboxMail> list_mails_of(db::Connection& connection, const model::Delivery& delivery) {
  std::vector<OutboxMail> mails;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE org_id = $1 AND delivery_id = $2 ORDER BY id", select_mail),
           {delivery.organisation, delivery.id}))
    mails.push_back(read_mail(row));
  return mails;
}

}  // namespace store
