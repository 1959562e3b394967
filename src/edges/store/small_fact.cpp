#include "edges/store/small_fact.h"

#include <utility>

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::SmallFact;

constexpr std::string_view insert_fact_row =
    "INSERT INTO small_fact (org_id, id, area, expires_at, revision, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view select_fact_row =
    "SELECT f.org_id, f.id, f.area, f.expires_at, f.revision, f.wrapped_key, f.salt, f.body"
    " FROM small_fact f";
constexpr std::string_view update_fact_row =
    "UPDATE small_fact SET expires_at = $3, body = $4, revision = $6"
    " WHERE org_id = $1 AND id = $2 AND revision = $5";
constexpr std::string_view select_ended_facts =
    "SELECT id FROM small_fact WHERE expires_at <= $1 ORDER BY expires_at, id LIMIT $2";
constexpr std::string_view delete_fact_row = "DELETE FROM small_fact WHERE id = $1";

crypto::Place fact_body(const base::UuidBytes& id) {
  return {"small_fact", "body", id};
}

base::Bytes seal_body(const StoredFact& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), fact_body(stored.fact.id.bytes));
}

/// Everything in the row whose change would matter.
base::Bytes commitment_to_row(const StoredFact& stored, const std::string& body) {
  const auto& fact = stored.fact;
  return commitment_to_columns(stored.key.salt, {fact.organisation, fact.id, fact.content.area,
                                                 fact.expires_at, fact.revision, body});
}

/// The columns of select_fact_row without the body.
StoredFact read_fact_columns(db::Connection& connection, const Keys& keys, const db::Row& row) {
  StoredFact stored;
  auto& fact = stored.fact;
  fact.organisation = row.id<model::Organisation>(0);
  fact.id = row.id<SmallFact>(1);
  fact.content.area = row.text(2);
  fact.expires_at = row.time(3);
  fact.revision = row.integer(4);
  stored.key = open_row_key(get_organisation_key(connection, keys, fact.organisation),
                            fact.id.bytes, row.bytes(5), row.bytes(6));
  return stored;
}

std::string open_body(const StoredFact& stored, const db::Row& row) {
  return base::to_text(open_column(stored.key, fact_body(stored.fact.id.bytes), row.bytes(7)));
}

StoredFact read_fact(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_fact_columns(connection, keys, row);
  auto fact = codec::decode<SmallFact>(open_body(stored, row), codec::trusted_limits());
  if (!fact) throw base::OutsideFailure("a small fact does not read back");
  fact->organisation = stored.fact.organisation;
  fact->content.area = stored.fact.content.area;
  fact->expires_at = stored.fact.expires_at;
  fact->revision = stored.fact.revision;
  stored.fact = std::move(*fact);
  return stored;
}

CommittedContent committed_fact(db::Connection& connection, const Keys& keys, const db::Row& row) {
  return newest_content("fact", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_fact_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, open_body(stored, row));
  });
}

}  // namespace

base::Bytes insert_fact(db::Connection& connection, const Keys& keys, StoredFact& stored) {
  auto& fact = stored.fact;
  stored.key =
      make_row_key(get_organisation_key(connection, keys, fact.organisation), fact.id.bytes);
  fact.revision = 1;
  const auto body = codec::encode(fact);
  connection.execute(insert_fact_row,
                     {fact.organisation, fact.id, fact.content.area, fact.expires_at, fact.revision,
                      stored.key.wrapped, stored.key.salt, seal_body(stored, body)});
  return commitment_to_row(stored, body);
}

std::optional<StoredFact> find_fact(db::Connection& connection, const Keys& keys,
                                    base::Id<SmallFact> id) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE f.id = $1", select_fact_row), {id});
  if (!row) return std::nullopt;
  return read_fact(connection, keys, *row);
}

base::Result<base::Bytes> update_fact(db::Connection& connection, StoredFact& stored) {
  auto& fact = stored.fact;
  const auto read_revision = fact.revision;
  fact.revision += 1;
  const auto body = codec::encode(fact);
  const auto changed =
      connection.execute(update_fact_row, {fact.organisation, fact.id, fact.expires_at,
                                           seal_body(stored, body), read_revision, fact.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the fact has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

model::Page<SmallFact> list_facts(db::Connection& connection, const Keys& keys,
                                  const rights::Scope& scope, base::UtcTime now,
                                  const model::PageRequest& page) {
  db::Parameters parameters;
  const auto reach = scope_condition(scope, {"f.org_id", "f.area", "", ""}, parameters);
  auto sql = fmt::format("{} WHERE {} AND f.expires_at > {}", select_fact_row, reach,
                         place(parameters, now));
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND f.id < " + place(parameters, after->id);
  sql += " ORDER BY f.id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<SmallFact> facts;
  for (const auto& row : connection.query(sql, parameters))
    facts.push_back(read_fact(connection, keys, row).fact);
  return page_of(std::move(facts), page.limit, [](const SmallFact& fact) {
    return format_place_in_list<0>({{}, fact.id.bytes});
  });
}

std::vector<base::Id<SmallFact>> list_ended_facts(db::Connection& connection, base::UtcTime now,
                                                  std::size_t most) {
  return db::ids_of<SmallFact>(connection.query(select_ended_facts, {now, most}));
}

void delete_fact(db::Connection& connection, base::Id<SmallFact> id) {
  connection.execute(delete_fact_row, {id});
}

ContentSource fact_content() {
  return {{"fact"},
          {"fact.purge", "fact.remove"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_fact_row, {}, [&](const db::Row& row) {
              take(committed_fact(connection, keys, row));
            });
          }};
}

}  // namespace store
