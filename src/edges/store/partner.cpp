#include "edges/store/partner.h"

#include <fmt/format.h>

#include "edges/codec/bundle_json.h"

namespace store {
namespace {

using model::Partner;

constexpr std::string_view insert_partner_row =
    "INSERT INTO partner (id, org_id, verifying_key, is_active, revision, body)"
    " VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view update_partner_row =
    "UPDATE partner SET verifying_key = $3, is_active = $4, revision = $5, body = $6"
    " WHERE id = $1 AND revision = $2";
constexpr const char* select_partner =
    "SELECT id, org_id, verifying_key, is_active, revision, body FROM partner";

db::Parameters columns_of(const Partner& partner) {
  return {partner.id,        partner.organisation, partner.verifying_key,
          partner.is_active, partner.revision,     codec::encode(partner)};
}

std::optional<Partner> read_partner(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  auto partner = codec::decode<Partner>(row->text(5), codec::trusted_limits());
  if (!partner) throw base::OutsideFailure("a partner does not read back");
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

ContentSource partner_content() {
  return plain_content("partner", select_partner, 0, {});
}

}  // namespace store
