#pragma once

#include <optional>
#include <span>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/crypto/sealed.h"
#include "ground/model/page.h"
#include "ground/model/report.h"
#include "ground/model/reporter_opening.h"

/// Who reported: sealed to the custodians' public keys before the first write, so that nothing on
/// the hub's disk or in its memory afterwards can open it.
namespace store {

/// Keys in use, oldest first; the recovery key is one of them.
[[nodiscard]] std::vector<model::CustodianKey> list_custodian_keys(db::Connection& connection);

/// `account` nil = the recovery key. The commitment goes into an audit row of "custodian_key".
[[nodiscard]] base::Bytes add_custodian_key(db::Connection& connection,
                                            const model::CustodianKey& key,
                                            base::Id<model::Account> account);

/// Ends the keys of an account; returns each with the commitment for its audit row. Nothing is
/// sealed to them any more, what was sealed before still opens.
struct RetiredKey {
  base::Id<model::CustodianKey> id;
  base::Bytes commitment;
};
[[nodiscard]] std::vector<RetiredKey> retire_custodian_keys(db::Connection& connection,
                                                            base::Id<model::Account> account,
                                                            base::UtcTime at);

/// Seals to all keys. Costs three multiplications on a curve a key: do it outside a transaction.
/// A key to which nothing can be sealed is passed over, and so is what is beyond the oldest
/// crypto::recipients_max: neither is taken on, but a copied store may hold it. Refused at
/// "/reporter" when no key is left.
[[nodiscard]] base::Result<base::Bytes> seal_reporter(
    std::span<const model::CustodianKey> keys, base::Id<model::Report> report,
    const base::Sensitive<model::Reporter>& reporter);

/// The commitment goes into an audit row of "sealed_reporter" with the report's id.
[[nodiscard]] base::Bytes add_sealed_reporter(db::Connection& connection,
                                              base::Id<model::Organisation> organisation,
                                              base::Id<model::Report> report,
                                              base::BytesView sealed);

[[nodiscard]] std::optional<base::Bytes> find_sealed_reporter(db::Connection& connection,
                                                              base::Id<model::Report> report);

/// On the custodian's side. Forbidden when it was not sealed to this key, refused when it was
/// altered or belongs to another report.
[[nodiscard]] base::Result<base::Sensitive<model::Reporter>> open_reporter(
    const crypto::KeyPair& custodian, base::Id<model::Report> report, base::BytesView sealed);

/// Requests to open an identity; sealed with a key of their row, because the reason is content.
/// The commitments go into audit rows of "reporter_opening".
[[nodiscard]] base::Bytes add_opening(db::Connection& connection, const Keys& keys,
                                      model::ReporterOpening& opening);
/// Precondition_failed when `opening.revision` is not what the table holds.
[[nodiscard]] base::Result<base::Bytes> update_opening(db::Connection& connection, const Keys& keys,
                                                       model::ReporterOpening& opening);
[[nodiscard]] std::optional<model::ReporterOpening> find_opening(
    db::Connection& connection, const Keys& keys, base::Id<model::ReporterOpening> id);
/// Whether a request for the report waits, or was agreed to and not carried out yet.
[[nodiscard]] bool has_open_request(db::Connection& connection, base::Id<model::Report> report);
/// Newest first.
[[nodiscard]] std::vector<model::ReporterOpening> list_openings(
    db::Connection& connection, const Keys& keys, const std::optional<model::OpeningState>& state,
    std::size_t limit);

/// Sealed identities, custodian keys and openings for the check of the record.
[[nodiscard]] std::vector<ContentSource> reporter_content();

}  // namespace store
