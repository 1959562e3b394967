#include "edges/store/reporter.h"

#include <fmt/format.h>

#include "edges/codec/archive.h"
#include "edges/codec/audit_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/row_key.h"
#include "ground/crypto/canonical.h"

namespace store {
namespace {

using model::CustodianKey;
using model::OpeningState;
using model::Organisation;
using model::Report;
using model::ReporterOpening;

constexpr auto select_keys =
    "SELECT k.id, COALESCE(a.name, ''), k.public_key, k.made_at FROM custodian_key k"
    " LEFT JOIN account a ON a.id = k.account_id WHERE k.retired_at IS NULL"
    " ORDER BY k.made_at, k.id";
constexpr auto insert_key =
    "INSERT INTO custodian_key (id, account_id, public_key, made_at) VALUES ($1, $2, $3, $4)";
constexpr std::string_view select_key_columns =
    "SELECT id, account_id, public_key, made_at, retired_at FROM custodian_key";
constexpr auto retire_keys =
    "UPDATE custodian_key SET retired_at = $2 WHERE account_id = $1 AND retired_at IS NULL";
constexpr auto insert_sealed_reporter =
    "INSERT INTO sealed_reporter (org_id, report_id, sealed) VALUES ($1, $2, $3)";
constexpr auto select_sealed =
    "SELECT s.sealed FROM report r JOIN sealed_reporter s"
    " ON s.org_id = r.org_id AND s.report_id = r.id WHERE r.id = $1";
constexpr auto select_sealed_columns = "SELECT org_id, report_id, sealed FROM sealed_reporter";
constexpr auto insert_opening_of_reporter =
    "INSERT INTO reporter_opening (org_id, id, report_id, state, made_at, revision, body,"
    " wrapped_key, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr auto update_reporter_row =
    "UPDATE reporter_opening SET state = $4, revision = $6, body = $7"
    " WHERE org_id = $1 AND id = $2 AND report_id = $3 AND made_at = $5 AND revision = $6 - 1";
constexpr auto select_row_key =
    "SELECT wrapped_key, salt FROM reporter_opening WHERE org_id = $1 AND id = $2";
constexpr auto select_open_request =
    "SELECT 1 FROM reporter_opening WHERE report_id = $1 AND state IN ($2, $3) LIMIT 1";
constexpr std::string_view select_opening =
    "SELECT org_id, id, report_id, state, made_at, revision, body, wrapped_key, salt"
    " FROM reporter_opening";

/// What is inside the sealed bytes.
struct Identity {
  std::string name, contact;
};

template <class Archive>
void describe(Archive& archive, Identity& identity) {
  archive.required("name", identity.name, codec::text_up_to(64 << 10));
  archive.required("contact", identity.contact, codec::text_up_to(64 << 10));
}

base::Bytes context_of(base::Id<Report> report) {
  return crypto::CanonicalBytes().add("reporter").add(base::BytesView(report.bytes)).take();
}

crypto::Place reporter_body(base::BytesView id) {
  return {"reporter_opening", "body", id};
}

/// The columns that an opening's commitment covers, before its body.
db::Parameters open_columns_of(const ReporterOpening& opening) {
  return {opening.organisation, opening.id,      opening.report,
          opening.state,        opening.made_at, opening.revision};
}

base::Bytes commitment_of(const RowKey& key, const ReporterOpening& opening,
                          const std::string& body) {
  auto columns = open_columns_of(opening);
  columns.add(body);
  return commitment_to_columns(key.salt, columns);
}

base::Bytes seal_body(const RowKey& key, const ReporterOpening& opening, const std::string& body) {
  return crypto::seal(key.key, base::as_bytes(body), reporter_body(opening.id.bytes));
}

/// An opening's row with its body opened.
struct OpenedReporter {
  RowKey key;
  std::string body;
};

OpenedReporter open_reporter_row(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto key = open_row_key(get_organisation_key(connection, keys, row.id<Organisation>(0)),
                          row.uuid(1), row.bytes(7), row.bytes(8));
  auto body = base::to_text(open_column(key, reporter_body(row.bytes(1)), row.bytes(6)));
  return {std::move(key), std::move(body)};
}

ReporterOpening read_opening(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto opening = codec::decode<ReporterOpening>(open_reporter_row(connection, keys, row).body,
                                                codec::trusted_limits());
  if (!opening) throw base::OutsideFailure("an opening does not read back");
  opening->state = row.word<OpeningState>(3);
  opening->revision = row.integer(5);
  return std::move(*opening);
}

CommittedContent opening_content(db::Connection& connection, const Keys& keys, const db::Row& row) {
  CommittedContent content{.object_kind = "reporter_opening", .object = row.uuid(1)};
  try {
    const auto opened = open_reporter_row(connection, keys, row);
    db::Parameters columns;
    for (std::size_t column = 0; column < 6; ++column)
      columns.add(row.value(column));
    columns.add(opened.body);
    content.commitment = commitment_to_columns(opened.key.salt, columns);
  } catch (const base::OutsideFailure& failure) {
    content.problem = failure.what();
  }
  return content;
}

}  // namespace

std::vector<CustodianKey> list_custodian_keys(db::Connection& connection) {
  std::vector<CustodianKey> keys;
  for (const auto& row : connection.query(select_keys))
    keys.push_back({row.id<CustodianKey>(0), row.text(1), row.bytes(2), row.time(3)});
  return keys;
}

base::Bytes add_custodian_key(db::Connection& connection, const CustodianKey& key,
                              base::Id<model::Account> account) {
  const auto owner = account.is_nil() ? db::Value{} : db::to_value(account);
  db::Parameters columns{key.id, owner, key.public_key, key.made_at};
  connection.execute(insert_key, columns);
  columns.add(std::nullopt);
  return commitment_to_plain_columns(columns);
}

std::vector<RetiredKey> retire_custodian_keys(db::Connection& connection,
                                              base::Id<model::Account> account, base::UtcTime at) {
  std::vector<RetiredKey> retired;
  const auto rows =
      connection.query(fmt::format("{} WHERE account_id = $1 AND retired_at IS NULL ORDER BY id",
                                   select_key_columns),
                       {account});
  for (const auto& row : rows)
    retired.push_back(
        {row.id<CustodianKey>(0), commitment_to_plain_columns({row.id<CustodianKey>(0), account,
                                                               row.bytes(2), row.time(3), at})});
  if (!retired.empty()) connection.execute(retire_keys, {account, at});
  return retired;
}

base::Result<base::Bytes> seal_reporter(std::span<const CustodianKey> keys, base::Id<Report> report,
                                        const base::Sensitive<model::Reporter>& reporter) {
  std::vector<crypto::PublicKey> recipients;
  for (const auto& key : keys) {
    if (recipients.size() == crypto::recipients_max) break;
    if (const auto recipient = crypto::public_key_from(key.public_key))
      recipients.push_back(*recipient);
  }
  if (recipients.empty())
    return base::fail(base::ErrorKind::refused, "/reporter",
                      "nobody could open a sealed identity: no custodian has a key here",
                      "leave the reporter out, or ask the hub to register a custodian");
  const auto content = codec::encode(Identity{reporter.reveal().name, reporter.reveal().contact});
  return crypto::seal_to(recipients, base::as_bytes(content), context_of(report));
}

base::Bytes add_sealed_reporter(db::Connection& connection, base::Id<Organisation> organisation,
                                base::Id<Report> report, base::BytesView sealed) {
  const db::Parameters columns{organisation, report, sealed};
  connection.execute(insert_sealed_reporter, columns);
  return commitment_to_plain_columns(columns);
}

std::optional<base::Bytes> find_sealed_reporter(db::Connection& connection,
                                                base::Id<Report> report) {
  const auto row = db::find_row(connection, select_sealed, {report});
  if (!row) return std::nullopt;
  return row->bytes(0);
}

base::Result<base::Sensitive<model::Reporter>> open_reporter(const crypto::KeyPair& custodian,
                                                             base::Id<Report> report,
                                                             base::BytesView sealed) {
  const auto content = crypto::open_sealed(custodian, sealed, context_of(report));
  if (!content) return std::unexpected(content.error());
  const auto identity = codec::decode<Identity>(base::as_text(*content), codec::trusted_limits());
  if (!identity)
    return base::fail(base::ErrorKind::refused, "", "the sealed identity does not read back",
                      "check that it was taken from this program");
  return base::Sensitive(model::Reporter{identity->name, identity->contact});
}

base::Bytes add_opening(db::Connection& connection, const Keys& keys, ReporterOpening& opening) {
  opening.revision = 1;
  const auto key =
      make_row_key(get_organisation_key(connection, keys, opening.organisation), opening.id.bytes);
  const auto body = codec::encode(opening);
  auto columns = open_columns_of(opening);
  columns.add(seal_body(key, opening, body)).add(key.wrapped).add(key.salt);
  connection.execute(insert_opening_of_reporter, columns);
  return commitment_of(key, opening, body);
}

base::Result<base::Bytes> update_opening(db::Connection& connection, const Keys& keys,
                                         ReporterOpening& opening) {
  const auto row = db::get_row(connection, select_row_key, {opening.organisation, opening.id});
  const auto key = open_row_key(get_organisation_key(connection, keys, opening.organisation),
                                opening.id.bytes, row.bytes(0), row.bytes(1));
  opening.revision += 1;
  const auto body = codec::encode(opening);
  auto columns = open_columns_of(opening);
  columns.add(seal_body(key, opening, body));
  if (connection.execute(update_reporter_row, columns) == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the request has changed since",
                      "read it again");
  return commitment_of(key, opening, body);
}

std::optional<ReporterOpening> find_opening(db::Connection& connection, const Keys& keys,
                                            base::Id<ReporterOpening> id) {
  const auto row = db::find_row(connection, fmt::format("{} WHERE id = $1", select_opening), {id});
  if (!row) return std::nullopt;
  return read_opening(connection, keys, *row);
}

bool has_open_request(db::Connection& connection, base::Id<Report> report) {
  return db::find_row(connection, select_open_request,
                      {report, OpeningState::asked, OpeningState::consented})
      .has_value();
}

std::vector<ReporterOpening> list_openings(db::Connection& connection, const Keys& keys,
                                           const std::optional<OpeningState>& state,
                                           std::size_t limit) {
  db::Parameters parameters{limit};
  if (state) parameters.add(*state);
  std::vector<ReporterOpening> openings;
  for (const auto& row :
       connection.query(fmt::format("{}{} ORDER BY made_at DESC, id DESC LIMIT $1", select_opening,
                                    state ? " WHERE state = $2" : ""),
                        parameters))
    openings.push_back(read_opening(connection, keys, row));
  return openings;
}

std::vector<ContentSource> reporter_content() {
  std::vector<ContentSource> sources;
  sources.push_back(plain_content("custodian_key", select_key_columns.data(), 0, {}));
  sources.push_back(plain_content("sealed_reporter", select_sealed_columns, 1,
                                  {"report.purge", "reporter.purge"}));
  sources.push_back({{"reporter_opening"},
                     {"report.purge"},
                     [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
                       for (const auto& row : connection.query(select_opening))
                         take(opening_content(connection, keys, row));
                     }});
  return sources;
}

}  // namespace store
