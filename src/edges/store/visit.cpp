#include "edges/store/visit.h"

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Visit;

constexpr std::string_view insert_visit_row =
    "INSERT INTO visit (org_id, id, firm_id, visited_at, revision, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view insert_shown =
    "INSERT INTO visit_shown (org_id, visit_id, firm_id, kind, item) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, visit_id, kind, item) DO NOTHING";
constexpr std::string_view select_visit =
    "SELECT org_id, id, firm_id, visited_at, revision, wrapped_key, salt, body FROM visit";
constexpr std::string_view update_visit_row =
    "UPDATE visit SET body = $3, revision = $5 WHERE org_id = $1 AND id = $2 AND revision = $4";
constexpr std::string_view select_shown_of_visit =
    "SELECT firm_id, kind, item FROM visit_shown WHERE org_id = $1 AND visit_id = $2";
constexpr std::string_view select_shown_of_firm =
    "SELECT DISTINCT item FROM visit_shown WHERE firm_id = $1 AND kind = $2";

crypto::Place visit_body(const base::UuidBytes& id) {
  return {"visit", "body", id};
}

base::Bytes seal_body(const StoredVisit& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), visit_body(stored.visit.id.bytes));
}

/// Everything in the row whose change would matter.
base::Bytes commitment_to_row(const StoredVisit& stored, const std::string& body) {
  const auto& visit = stored.visit;
  return commitment_to_columns(stored.key.salt, {visit.organisation, visit.id, visit.firm,
                                                 visit.visited_at, visit.revision, body});
}

/// The columns of select_visit without the body.
StoredVisit read_visit_columns(db::Connection& connection, const Keys& keys, const db::Row& row) {
  StoredVisit stored;
  auto& visit = stored.visit;
  visit.organisation = row.id<model::Organisation>(0);
  visit.id = row.id<Visit>(1);
  visit.firm = row.id<model::Organisation>(2);
  visit.visited_at = row.time(3);
  visit.revision = row.integer(4);
  stored.key = open_row_key(get_organisation_key(connection, keys, visit.organisation),
                            visit.id.bytes, row.bytes(5), row.bytes(6));
  return stored;
}

std::string open_body(const StoredVisit& stored, const db::Row& row) {
  return base::to_text(open_column(stored.key, visit_body(stored.visit.id.bytes), row.bytes(7)));
}

Visit decode_body(const std::string& body) {
  auto visit = codec::decode<Visit>(body, codec::trusted_limits());
  if (!visit) throw base::OutsideFailure("a visit does not read back");
  return std::move(*visit);
}

StoredVisit read_visit(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_visit_columns(connection, keys, row);
  auto visit = decode_body(open_body(stored, row));
  visit.organisation = stored.visit.organisation;
  visit.firm = stored.visit.firm;
  visit.visited_at = stored.visit.visited_at;
  visit.revision = stored.visit.revision;
  stored.visit = std::move(visit);
  return stored;
}

std::vector<db::Parameters> shown_rows(const Visit& visit) {
  std::vector<db::Parameters> rows;
  for (const auto& shown : visit.shown)
    rows.push_back({visit.firm, shown.kind, shown.id});
  return rows;
}

CommittedContent committed_visit(db::Connection& connection, const Keys& keys, const db::Row& row) {
  return newest_content("visit", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_visit_columns(connection, keys, row);
    const auto body = open_body(stored, row);
    content.commitment = commitment_to_row(stored, body);
    auto visit = decode_body(body);
    visit.firm = stored.visit.firm;
    if (!are_rows(connection.query(select_shown_of_visit, {row.value(0), row.value(1)}),
                  shown_rows(visit)))
      content.problem = "what was shown is not what its body says";
  });
}

}  // namespace

base::Bytes insert_visit(db::Connection& connection, const Keys& keys, StoredVisit& stored) {
  auto& visit = stored.visit;
  stored.key =
      make_row_key(get_organisation_key(connection, keys, visit.organisation), visit.id.bytes);
  visit.revision = 1;
  const auto body = codec::encode(visit);
  connection.execute(insert_visit_row,
                     {visit.organisation, visit.id, visit.firm, visit.visited_at, visit.revision,
                      stored.key.wrapped, stored.key.salt, seal_body(stored, body)});
  for (const auto& shown : visit.shown)
    connection.execute(insert_shown,
                       {visit.organisation, visit.id, visit.firm, shown.kind, shown.id});
  return commitment_to_row(stored, body);
}

std::optional<StoredVisit> find_visit(db::Connection& connection, const Keys& keys,
                                      base::Id<Visit> id) {
  const auto row = db::find_row(connection, fmt::format("{} WHERE id = $1", select_visit), {id});
  if (!row) return std::nullopt;
  return read_visit(connection, keys, *row);
}

base::Result<base::Bytes> update_visit(db::Connection& connection, StoredVisit& stored) {
  auto& visit = stored.visit;
  const auto read_revision = visit.revision;
  visit.revision += 1;
  const auto body = codec::encode(visit);
  const auto changed = connection.execute(
      update_visit_row,
      {visit.organisation, visit.id, seal_body(stored, body), read_revision, visit.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the visit has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

model::Page<Visit> list_visits_of_firm(db::Connection& connection, const Keys& keys,
                                       base::Id<model::Organisation> firm,
                                       const model::PageRequest& page) {
  db::Parameters parameters{firm};
  auto sql = fmt::format("{} WHERE firm_id = $1", select_visit);
  if (const auto after = parse_place_in_list<1>(page.after)) {
    const auto visited_at = place(parameters, after->numbers[0]);
    const auto id = place(parameters, after->id);
    sql += fmt::format(" AND (visited_at, id) < ({}, {})", visited_at, id);
  }
  sql += " ORDER BY visited_at DESC, id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Visit> visits;
  for (const auto& row : connection.query(sql, parameters))
    visits.push_back(read_visit(connection, keys, row).visit);
  return page_of(std::move(visits), page.limit, [](const Visit& visit) {
    return format_place_in_list<1>({{visit.visited_at.microseconds}, visit.id.bytes});
  });
}

std::set<std::string> shown_to_firm(db::Connection& connection, base::Id<model::Organisation> firm,
                                    model::Shown::Kind kind) {
  std::set<std::string> items;
  for (const auto& row : connection.query(select_shown_of_firm, {firm, kind}))
    items.insert(row.text(0));
  return items;
}

ContentSource visit_content() {
  return {{"visit"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_visit, {}, [&](const db::Row& row) {
              take(committed_visit(connection, keys, row));
            });
          }};
}

}  // namespace store
