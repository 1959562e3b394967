#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/model/alert.h"

/// Mails that leave: one row a contact and an occasion. No address, no content.
namespace store {

struct OutboxMail {
  base::Id<OutboxMail> id;
  base::Id<model::Organisation> organisation;  ///< the recipient
  base::Id<model::Delivery> delivery;
  base::Id<model::Contact> contact;
  std::string occasion;    ///< "notice", "reminder-1", "reminder-2"
  std::string message_id;  ///< the same at every attempt, so that a repeat is recognised
  model::NoticeState state = model::NoticeState::queued;
  int attempts = 0;
  std::string error;  ///< of the last attempt; no address
  base::UtcTime made_at;
  std::optional<base::UtcTime> sent_at;
};

/// False when the contact already has a mail for this occasion: then nothing is written.
bool add_mail(db::Connection& connection, const OutboxMail& mail);

[[nodiscard]] std::optional<OutboxMail> find_mail(db::Connection& connection,
                                                  base::Id<OutboxMail> id);

/// Writes state, attempts, error and sent_at.
void update_mail(db::Connection& connection, const OutboxMail& mail);

/// In the order they were made.
[[nodiscard]] std::vector<OutboxMail> list_mails_of(db::Connection& connection,
                                                    const model::Delivery& delivery);

}  // namespace store
