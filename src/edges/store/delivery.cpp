#include "edges/store/delivery.h"

#include <fmt/format.h>

#include "edges/codec/alert_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Delivery;

constexpr std::string_view insert_delivery_row =
    "INSERT INTO delivery (org_id, id, alert_id, correction, notice, is_acknowledged, made_at,"
    " revision, wrapped_key, salt, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view select_delivery =
    "SELECT org_id, id, alert_id, correction, notice, is_acknowledged, made_at, revision,"
    " wrapped_key, salt, body FROM delivery";
constexpr std::string_view update_delivery_row =
    "UPDATE delivery SET notice = $3, is_acknowledged = $4, body = $5, revision = $7"
    " WHERE org_id = $1 AND id = $2 AND revision = $6";

crypto::Place delivery_body(const base::UuidBytes& id) {
  return {"delivery", "body", id};
}

base::Bytes seal_body(const StoredDelivery& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body),
                      delivery_body(stored.delivery.id.bytes));
}

/// Everything in the row whose change would matter.
base::Bytes commitment_to_row(const StoredDelivery& stored, bool is_acknowledged,
                              const std::string& body) {
  const auto& delivery = stored.delivery;
  return commitment_to_columns(
      stored.key.salt,
      {delivery.organisation, delivery.id, delivery.alert, delivery.correction, delivery.notice,
       is_acknowledged, delivery.made_at, delivery.revision, body});
}

/// The columns of select_delivery without the body.
StoredDelivery read_delivery_columns(db::Connection& connection, const Keys& keys,
                                     const db::Row& row) {
  StoredDelivery stored;
  auto& delivery = stored.delivery;
  delivery.organisation = row.id<model::Organisation>(0);
  delivery.id = row.id<Delivery>(1);
  delivery.alert = row.id<model::Alert>(2);
  delivery.correction = static_cast<int>(row.integer(3));
  delivery.notice = row.word<model::NoticeState>(4);
  delivery.made_at = row.time(6);
  delivery.revision = row.integer(7);
  stored.key = open_row_key(get_organisation_key(connection, keys, delivery.organisation),
                            delivery.id.bytes, row.bytes(8), row.bytes(9));
  return stored;
}

std::string open_body(const StoredDelivery& stored, const db::Row& row) {
  return base::to_text(
      open_column(stored.key, delivery_body(stored.delivery.id.bytes), row.bytes(10)));
}

StoredDelivery read_delivery(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_delivery_columns(connection, keys, row);
  auto delivery = codec::decode<Delivery>(open_body(stored, row), codec::trusted_limits());
  if (!delivery) throw base::OutsideFailure("a delivery does not read back");
  delivery->organisation = stored.delivery.organisation;
  delivery->alert = stored.delivery.alert;
  delivery->correction = stored.delivery.correction;
  delivery->notice = stored.delivery.notice;
  delivery->made_at = stored.delivery.made_at;
  delivery->revision = stored.delivery.revision;
  stored.delivery = std::move(*delivery);
  return stored;
}

CommittedContent committed_delivery(db::Connection& connection, const Keys& keys,
                                    const db::Row& row) {
  return newest_content("delivery", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_delivery_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, row.boolean(5), open_body(stored, row));
  });
}

std::optional<StoredDelivery> find_one_delivery(db::Connection& connection, const Keys& keys,
                                                std::string_view condition,
                                                const db::Parameters& parameters) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE {}", select_delivery, condition), parameters);
  if (!row) return std::nullopt;
  return read_delivery(connection, keys, *row);
}

}  // namespace

base::Bytes insert_delivery(db::Connection& connection, const Keys& keys, StoredDelivery& stored) {
  auto& delivery = stored.delivery;
  stored.key = make_row_key(get_organisation_key(connection, keys, delivery.organisation),
                            delivery.id.bytes);
  delivery.revision = 1;
  const auto body = codec::encode(delivery);
  const bool is_acknowledged = delivery.acknowledged.has_value();
  connection.execute(insert_delivery_row,
                     {delivery.organisation, delivery.id, delivery.alert, delivery.correction,
                      delivery.notice, is_acknowledged, delivery.made_at, delivery.revision,
                      stored.key.wrapped, stored.key.salt, seal_body(stored, body)});
  return commitment_to_row(stored, is_acknowledged, body);
}

std::optional<StoredDelivery> find_delivery(db::Connection& connection, const Keys& keys,
                                            base::Id<Delivery> id) {
  return find_one_delivery(connection, keys, "id = $1", {id});
}

std::optional<StoredDelivery> find_delivery_of(db::Connection& connection, const Keys& keys,
                                               base::Id<model::Organisation> recipient,
                                               base::Id<model::Alert> alert, int correction) {
  return find_one_delivery(connection, keys, "org_id = $1 AND alert_id = $2 AND correction = $3",
                           {recipient, alert, correction});
}

base::Result<base::Bytes> update_delivery(db::Connection& connection, StoredDelivery& stored) {
  auto& delivery = stored.delivery;
  const auto read_revision = delivery.revision;
  delivery.revision += 1;
  const auto body = codec::encode(delivery);
  const bool is_acknowledged = delivery.acknowledged.has_value();
  const auto changed = connection.execute(
      update_delivery_row, {delivery.organisation, delivery.id, delivery.notice, is_acknowledged,
                            seal_body(stored, body), read_revision, delivery.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the delivery has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, is_acknowledged, body);
}

std::vector<StoredDelivery> list_deliveries_of_alert(db::Connection& connection, const Keys& keys,
                                                     base::Id<model::Alert> alert) {
  std::vector<StoredDelivery> deliveries;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE alert_id = $1 ORDER BY correction, id", select_delivery), {alert}))
    deliveries.push_back(read_delivery(connection, keys, row));
  return deliveries;
}

bool was_delivered_to(db::Connection& connection, base::Id<model::Alert> alert,
                      const std::vector<base::Id<model::Organisation>>& recipients) {
  if (recipients.empty()) return false;
  db::Parameters parameters{alert};
  std::string places;
  for (const auto& recipient : recipients)
    places += (places.empty() ? "" : ", ") + place(parameters, recipient);
  const auto row = db::get_row(
      connection,
      fmt::format("SELECT count(*) FROM delivery WHERE alert_id = $1 AND org_id IN ({})", places),
      parameters);
  return row.integer(0) > 0;
}

model::Page<Delivery> list_inbox(db::Connection& connection, const Keys& keys,
                                 base::Id<model::Organisation> recipient,
                                 const model::PageRequest& page) {
  db::Parameters parameters{recipient};
  auto sql = fmt::format("{} WHERE org_id = $1", select_delivery);
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND id < " + place(parameters, after->id);
  sql += " ORDER BY id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Delivery> deliveries;
  for (const auto& row : connection.query(sql, parameters))
    deliveries.push_back(read_delivery(connection, keys, row).delivery);
  return page_of(std::move(deliveries), page.limit, [](const Delivery& delivery) {
    return format_place_in_list<0>({{}, delivery.id.bytes});
  });
}

ContentSource delivery_content() {
  return {
      {"delivery"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
        connection.for_each(select_delivery, {}, [&](const db::Row& row) {
          take(committed_delivery(connection, keys, row));
        });
      }};
}

}  // namespace store
