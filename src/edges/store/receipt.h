#pragma once

#include <optional>

#include "edges/db/connection.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/crypto/token.h"
#include "ground/model/organisation.h"
#include "ground/model/report.h"

/// Receipts: a code that the reporter alone has (crypto::issue_receipt), kept as its hash.
namespace store {

void insert_receipt(db::Connection& connection, const crypto::TokenHash& hash,
                    base::Id<model::Organisation> organisation, base::Id<model::Report> report,
                    base::UtcTime at);

[[nodiscard]] std::optional<base::Id<model::Report>> find_report_of_receipt(
    db::Connection& connection, const crypto::TokenHash& hash);

}  // namespace store
