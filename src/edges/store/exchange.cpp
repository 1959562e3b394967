#include "edges/store/exchange.h"

namespace store {
namespace {

using model::Bundle;
using model::BundleItem;

constexpr std::string_view sent = "sent";
constexpr std::string_view received = "received";

constexpr std::string_view insert_bundle =
    "INSERT INTO bundle (org_id, id, direction, made_at, items, is_confirmed)"
    " VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (org_id, id) DO UPDATE SET is_confirmed = 0";
constexpr std::string_view confirm_bundle =
    "UPDATE bundle SET is_confirmed = 1 WHERE org_id = $1 AND id = $2 AND direction = $3";
constexpr std::string_view select_unconfirmed =
    "SELECT id FROM bundle WHERE org_id = $1 AND direction = $2 AND is_confirmed = 0 ORDER BY id";

constexpr std::string_view upsert_handed =
    "INSERT INTO handed_item (org_id, kind, object, version, bundle_id, is_confirmed)"
    " VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (org_id, kind, object) DO UPDATE SET"
    " version = excluded.version, bundle_id = excluded.bundle_id, is_confirmed = 0";
constexpr std::string_view confirm_handed =
    "UPDATE handed_item SET is_confirmed = 1 WHERE org_id = $1 AND bundle_id = $2";
constexpr std::string_view select_confirmed_version =
    "SELECT version FROM handed_item"
    " WHERE org_id = $1 AND kind = $2 AND object = $3 AND is_confirmed = 1";

constexpr std::string_view select_applied =
    "SELECT version, local_id FROM applied_item WHERE org_id = $1 AND kind = $2 AND object = $3";
constexpr std::string_view upsert_applied =
    "INSERT INTO applied_item (org_id, kind, object, version, local_id)"
    " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (org_id, kind, object) DO UPDATE SET"
    " version = excluded.version, local_id = excluded.local_id";

constexpr std::string_view select_waiting_reports =
    "SELECT r.id, r.released_version FROM report r WHERE r.import_id IS NULL"
    " AND r.released_version > 0 AND r.state <> 'withdrawn' AND r.org_id <> $1"
    " AND NOT EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1 AND h.kind = 'report'"
    " AND h.object = r.id AND h.is_confirmed = 1 AND h.version >= r.released_version)"
    " ORDER BY r.id LIMIT $2";
constexpr std::string_view select_waiting_withdrawals =
    "SELECT r.id FROM report r WHERE r.state = 'withdrawn'"
    " AND EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1 AND h.kind = 'report'"
    " AND h.object = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1 AND h.kind = 'withdrawal'"
    " AND h.object = r.id AND h.is_confirmed = 1) ORDER BY r.id LIMIT $2";
constexpr std::string_view select_waiting_deliveries =
    "SELECT d.id, a.revision FROM delivery d JOIN alert a ON a.id = d.alert_id"
    " WHERE d.org_id = $1 AND NOT EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1"
    " AND h.kind = 'alert' AND h.object = d.id AND h.is_confirmed = 1 AND h.version >= a.revision)"
    " ORDER BY d.id LIMIT $2";
constexpr std::string_view select_waiting_answers =
    "SELECT d.id, d.revision FROM delivery d JOIN alert a ON a.id = d.alert_id"
    " WHERE a.org_id = $1 AND d.org_id <> $1 AND d.is_acknowledged = 1"
    " AND NOT EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1 AND h.kind = 'answer'"
    " AND h.object = d.id AND h.is_confirmed = 1 AND h.version >= d.revision)"
    " ORDER BY d.id LIMIT $2";
// What came from another hub stands in `applied_item` under the organisation that keeps it.
constexpr std::string_view select_waiting_lessons =
    "SELECT l.id, l.revision FROM lesson l WHERE l.is_for_firms >= $2"
    " AND (l.state = 'approved' OR (l.state = 'withdrawn' AND EXISTS (SELECT 1 FROM handed_item h"
    " WHERE h.org_id = $1 AND h.kind = 'lesson' AND h.object = l.id)))"
    " AND NOT EXISTS (SELECT 1 FROM applied_item a WHERE a.org_id = l.org_id"
    " AND a.kind = 'lesson' AND a.object = l.id)"
    " AND NOT EXISTS (SELECT 1 FROM handed_item h WHERE h.org_id = $1 AND h.kind = 'lesson'"
    " AND h.object = l.id AND h.is_confirmed = 1 AND h.version >= l.revision)"
    " ORDER BY l.id LIMIT $3";

std::vector<WaitingDelivery> read_deliveries(const db::Rows& rows) {
  std::vector<WaitingDelivery> deliveries;
  for (const auto& row : rows)
    deliveries.push_back({row.id<model::Delivery>(0), row.integer(1)});
  return deliveries;
}

void insert(db::Connection& connection, PartnerId partner, const Bundle& bundle,
            std::string_view direction) {
  connection.execute(insert_bundle,
                     {partner, bundle.id, direction, bundle.made_at, bundle.items.size()});
}

}  // namespace

void note_sent_bundle(db::Connection& connection, PartnerId partner, const Bundle& bundle) {
  insert(connection, partner, bundle, sent);
  for (const auto& item : bundle.items)
    if (item.kind != BundleItem::Kind::confirmation)
      connection.execute(upsert_handed, {partner, item.kind, item.object, item.version, bundle.id});
}

void confirm_sent_bundle(db::Connection& connection, PartnerId partner, base::Id<Bundle> id) {
  connection.execute(confirm_bundle, {partner, id, sent});
  connection.execute(confirm_handed, {partner, id});
}

std::int64_t confirmed_version(db::Connection& connection, PartnerId partner, BundleItem::Kind kind,
                               const base::UuidBytes& object) {
  const auto row = db::find_row(connection, select_confirmed_version, {partner, kind, object});
  return row ? row->integer(0) : 0;
}

void note_received_bundle(db::Connection& connection, PartnerId partner, const Bundle& bundle) {
  insert(connection, partner, bundle, received);
}

std::vector<base::Id<Bundle>> list_unconfirmed(db::Connection& connection, PartnerId partner) {
  return db::ids_of<Bundle>(connection.query(select_unconfirmed, {partner, received}));
}

void note_confirmation_sent(db::Connection& connection, PartnerId partner,
                            const std::vector<base::Id<Bundle>>& bundles) {
  for (const auto& id : bundles)
    connection.execute(confirm_bundle, {partner, id, received});
}

std::optional<AppliedItem> find_applied(db::Connection& connection, PartnerId partner,
                                        BundleItem::Kind kind, const base::UuidBytes& object) {
  const auto row = db::find_row(connection, select_applied, {partner, kind, object});
  if (!row) return std::nullopt;
  return AppliedItem{row->integer(0), row->uuid(1)};
}

void note_applied(db::Connection& connection, PartnerId partner, const BundleItem& item,
                  const base::UuidBytes& local_id) {
  connection.execute(upsert_applied, {partner, item.kind, item.object, item.version, local_id});
}

std::vector<WaitingReport> list_waiting_reports(db::Connection& connection, PartnerId partner,
                                                std::size_t limit) {
  std::vector<WaitingReport> reports;
  for (const auto& row : connection.query(select_waiting_reports, {partner, limit}))
    reports.push_back({row.id<model::Report>(0), row.integer(1)});
  return reports;
}

std::vector<base::Id<model::Report>> list_waiting_withdrawals(db::Connection& connection,
                                                              PartnerId partner,
                                                              std::size_t limit) {
  return db::ids_of<model::Report>(connection.query(select_waiting_withdrawals, {partner, limit}));
}

std::vector<WaitingDelivery> list_waiting_deliveries(db::Connection& connection, PartnerId partner,
                                                     std::size_t limit) {
  return read_deliveries(connection.query(select_waiting_deliveries, {partner, limit}));
}

std::vector<WaitingLesson> list_waiting_lessons(db::Connection& connection, PartnerId partner,
                                                bool is_police, std::size_t limit) {
  std::vector<WaitingLesson> lessons;
  for (const auto& row :
       connection.query(select_waiting_lessons, {partner, is_police ? 0 : 1, limit}))
    lessons.push_back({row.id<model::Lesson>(0), row.integer(1)});
  return lessons;
}

std::vector<WaitingDelivery> list_waiting_answers(db::Connection& connection, PartnerId partner,
                                                  std::size_t limit) {
  return read_deliveries(connection.query(select_waiting_answers, {partner, limit}));
}

}  // namespace store
