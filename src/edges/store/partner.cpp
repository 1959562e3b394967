#include "edges/store/partner.h"

#include <fmt/format.h>

#include "edges/codec/bundle_json.h"

namespace store {
namespace {

using model::Partner;

constexpr std::string_view insert_partner_row =
    "INSERT INTO partner (id, org_id, verifying_key, is_active, revision, body, exchange_error)"
    " VALUES ($1, $2, $3, $4, $5, $6, '')";
constexpr std::string_view update_partner_row =
    "UPDATE partner SET verifying_key = $3, is_active = $4, revision = $5, body = $6"
    " WHERE id = $1 AND revision = $2";
constexpr const char* select_committed =
    "SELECT id, org_id, verifying_key, is_active, revision, body FROM partner";
constexpr std::string_view select_partner =
    "SELECT body, exchanged_at, exchange_error FROM partner";
constexpr std::string_view update_exchange =
    "UPDATE partner SET exchanged_at = COALESCE($2, exchanged_at), exchange_error = $3"
    " WHERE org_id = $1";

db::Parameters columns_of(const Partner& partner) {
  return {partner.id,        partner.organisation, partner.verifying_key,
          partner.is_active, partner.revision,     codec::encode(partner)};
}

std::optional<Partner> read_partner(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  auto partner = codec::decode<Partner>(row->text(0), codec::trusted_limits());
  if (!partner) throw base::OutsideFailure("a partner does not read back");
  partner->exchanged_at = row->find_time(1);
  partner->exchange_error = row->text(2);
  return std::move(*partner);
}

}  // namespace

base::Bytes insert_partner(db::Connection& connection, Partner& partner) {
  partner.revision = 1;
  const auto columns = columns_of(partner);
  connection.execute(insert_partner_row, columns);
  return commitment_to_plain_columns(columns);
}

base::Result<base::Bytes> update_partner(db::Connection& connection, Partner& partner) {
  const auto read_revision = partner.revision;
  partner.revision += 1;
  const auto changed = connection.execute(
      update_partner_row, {partner.id, read_revision, partner.verifying_key, partner.is_active,
                           partner.revision, codec::encode(partner)});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the partner has changed since",
                      "read it again and repeat the change");
  return commitment_to_plain_columns(columns_of(partner));
}

std::optional<Partner> find_partner(db::Connection& connection,
                                    base::Id<model::Organisation> organisation) {
  return read_partner(db::find_row(connection, fmt::format("{} WHERE org_id = $1", select_partner),
                                   {organisation}));
}

std::optional<Partner> find_partner_by_key(db::Connection& connection,
                                           base::BytesView verifying_key) {
  return read_partner(db::find_row(
      connection, fmt::format("{} WHERE verifying_key = $1", select_partner), {verifying_key}));
}

std::vector<Partner> list_partners(db::Connection& connection) {
  std::vector<Partner> partners;
  for (const auto& row : connection.query(fmt::format("{} ORDER BY id", select_partner)))
    partners.push_back(*read_partner(row));
  return partners;
}

void note_exchange(db::Connection& connection, base::Id<model::Organisation> organisation,
                   std::optional<base::UtcTime> at, std::string_view error) {
  connection.execute(update_exchange, {organisation, at, error});
}

ContentSource partner_content() {
  return plain_content("partner", select_committed, 0, {});
}

}  // namespace store
