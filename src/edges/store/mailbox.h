#pragma once

#include <vector>

#include "edges/db/connection.h"
#include "edges/store/report.h"
#include "ground/model/report_record.h"

/// What the desk and the reporter wrote to each other about one report, sealed with its key.
namespace store {

/// Returns the commitment for the audit row (object kind "mailbox_message", object `id`).
[[nodiscard]] base::Bytes add_message(db::Connection& connection, const StoredReport& report,
                                      const base::UuidBytes& id,
                                      const model::MailboxMessage& message);

/// Oldest first.
[[nodiscard]] std::vector<model::MailboxMessage> list_messages(db::Connection& connection,
                                                               const StoredReport& report);

/// Messages, for the check of the record.
[[nodiscard]] ContentSource mailbox_content();

}  // namespace store
