#include "edges/store/receipt.h"

namespace store {
namespace {

constexpr std::string_view insert_receipt_row =
    "INSERT INTO receipt (code_hash, org_id, report_id, made_at) VALUES ($1, $2, $3, $4)";
constexpr std::string_view select_receipt_of_receipt =
    "SELECT report_id FROM receipt WHERE code_hash = $1";

}  // namespace

void insert_receipt(db::Connection& connection, const crypto::TokenHash& hash,
                    base::Id<model::Organisation> organisation, base::Id<model::Report> report,
                    base::UtcTime at) {
  connection.execute(insert_receipt_row, {hash, organisation, report, at});
}

std::optional<base::Id<model::Report>> find_report_of_receipt(db::Connection& connection,
                                                              const crypto::TokenHash& hash) {
  const auto row = db::find_row(connection, select_receipt_of_receipt, {hash});
  if (!row) return std::nullopt;
  return row->id<model::Report>(0);
}

}  // namespace store
