#include "edges/store/link.h"

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"

namespace store {
namespace {

using model::Link;

constexpr std::string_view select_link =
    "SELECT org_id, id, kind, judgement, bits, revision, made_at, wrapped_key, salt, body,"
    " left_report, left_persona, right_report, right_persona FROM link";
constexpr std::string_view insert_link_row =
    "INSERT INTO link (org_id, id, left_report, left_persona, right_report, right_persona, kind,"
    " judgement, bits, revision, made_at, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view update_link_row =
    "UPDATE link SET kind = $3, judgement = $4, bits = $5, body = $6, revision = $8"
    " WHERE org_id = $1 AND id = $2 AND revision = $7";
constexpr std::string_view select_edge =
    "SELECT id, left_report, left_persona, right_report, right_persona, kind, judgement, bits"
    " FROM link";
constexpr std::string_view delete_link_row = "DELETE FROM link WHERE id = $1";

crypto::Place link_body(const base::UuidBytes& id) {
  return {"link", "body", id};
}

base::Bytes seal_body(const StoredLink& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), link_body(stored.link.id.bytes));
}

/// Everything in the row whose change would matter: the columns of insert_link_row.
base::Bytes commitment_to_row(const StoredLink& stored, const std::string& body) {
  const auto& link = stored.link;
  const auto& left = link.proposal.left;
  const auto& right = link.proposal.right;
  return commitment_to_columns(
      stored.key.salt,
      {stored.organisation, link.id, left.report, left.index, right.report, right.index, link.kind,
       link.judgement, link.proposal.bits, link.revision, stored.made_at, body});
}

std::string open_body(const StoredLink& stored, const db::Row& row) {
  return base::to_text(open_column(stored.key, link_body(stored.link.id.bytes), row.bytes(9)));
}

/// The columns of select_link without the body.
StoredLink read_link_columns(db::Connection& connection, const Keys& keys, const db::Row& row) {
  StoredLink stored;
  auto& link = stored.link;
  stored.organisation = row.id<model::Organisation>(0);
  link.id = row.id<Link>(1);
  link.kind = row.word<model::LinkKind>(2);
  link.judgement = row.word<model::Judgement>(3);
  link.proposal.bits = row.real(4);
  link.revision = row.integer(5);
  stored.made_at = row.time(6);
  stored.key = open_row_key(get_organisation_key(connection, keys, stored.organisation),
                            link.id.bytes, row.bytes(7), row.bytes(8));
  link.proposal.left = {row.id<model::Report>(10), static_cast<std::size_t>(row.integer(11))};
  link.proposal.right = {row.id<model::Report>(12), static_cast<std::size_t>(row.integer(13))};
  return stored;
}

StoredLink read_link(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_link_columns(connection, keys, row);
  auto link = codec::decode<Link>(open_body(stored, row), codec::trusted_limits());
  if (!link) throw base::OutsideFailure("a link does not read back");
  link->id = stored.link.id;
  link->kind = stored.link.kind;
  link->judgement = stored.link.judgement;
  link->revision = stored.link.revision;
  stored.link = std::move(*link);
  return stored;
}

CommittedContent committed_link(db::Connection& connection, const Keys& keys, const db::Row& row) {
  return newest_content("link", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_link_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, open_body(stored, row));
  });
}

std::vector<LinkEdge> read_edges(const db::Rows& rows) {
  std::vector<LinkEdge> edges;
  for (const auto& row : rows)
    edges.push_back({row.id<Link>(0),
                     {row.id<model::Report>(1), static_cast<std::size_t>(row.integer(2))},
                     {row.id<model::Report>(3), static_cast<std::size_t>(row.integer(4))},
                     row.word<model::LinkKind>(5),
                     row.word<model::Judgement>(6),
                     row.real(7)});
  return edges;
}

std::optional<StoredLink> find_one(db::Connection& connection, const Keys& keys,
                                   const std::string& sql, const db::Parameters& parameters) {
  const auto row = db::find_row(connection, sql, parameters);
  if (!row) return std::nullopt;
  return read_link(connection, keys, *row);
}

}  // namespace

std::optional<StoredLink> find_link(db::Connection& connection, const Keys& keys,
                                    base::Id<Link> id) {
  return find_one(connection, keys, std::string(select_link) + " WHERE id = $1", {id});
}

std::optional<StoredLink> find_link_of_pair(db::Connection& connection, const Keys& keys,
                                            base::Id<model::Organisation> organisation,
                                            const model::PersonaRef& left,
                                            const model::PersonaRef& right) {
  return find_one(connection, keys,
                  std::string(select_link) +
                      " WHERE org_id = $1 AND left_report = $2 AND left_persona = $3"
                      " AND right_report = $4 AND right_persona = $5",
                  {organisation, left.report, left.index, right.report, right.index});
}

base::Bytes insert_link(db::Connection& connection, const Keys& keys, StoredLink& stored) {
  const auto& link = stored.link;
  stored.key =
      make_row_key(get_organisation_key(connection, keys, stored.organisation), link.id.bytes);
  stored.link.revision = 1;
  const auto body = codec::encode(link);
  const auto& left = link.proposal.left;
  const auto& right = link.proposal.right;
  connection.execute(
      insert_link_row,
      {stored.organisation, link.id, left.report, left.index, right.report, right.index, link.kind,
       link.judgement, link.proposal.bits, link.revision, stored.made_at, stored.key.wrapped,
       stored.key.salt, seal_body(stored, body)});
  return commitment_to_row(stored, body);
}

base::Result<base::Bytes> update_link(db::Connection& connection, StoredLink& stored) {
  auto& link = stored.link;
  const auto read_revision = link.revision;
  link.revision += 1;
  const auto body = codec::encode(link);
  const auto changed = connection.execute(
      update_link_row, {stored.organisation, link.id, link.kind, link.judgement, link.proposal.bits,
                        seal_body(stored, body), read_revision, link.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the link has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

std::vector<StoredLink> list_links_of(db::Connection& connection, const Keys& keys,
                                      base::Id<model::Report> report,
                                      std::optional<std::size_t> persona) {
  auto sql = std::string(select_link);
  db::Parameters parameters{report};
  if (persona) {
    sql +=
        " WHERE (left_report = $1 AND left_persona = $2)"
        " OR (right_report = $1 AND right_persona = $2)";
    parameters.add(*persona);
  } else {
    sql += " WHERE left_report = $1 OR right_report = $1";
  }
  std::vector<StoredLink> links;
  for (const auto& row : connection.query(sql + " ORDER BY bits DESC, id", parameters))
    links.push_back(read_link(connection, keys, row));
  return links;
}

std::vector<LinkEdge> list_edges_of(db::Connection& connection, base::Id<model::Report> report) {
  return read_edges(connection.query(
      std::string(select_edge) + " WHERE left_report = $1 OR right_report = $1 ORDER BY id",
      {report}));
}

std::vector<LinkEdge> list_edges(db::Connection& connection, model::Judgement judgement) {
  return read_edges(connection.query(std::string(select_edge) + " WHERE judgement = $1 ORDER BY id",
                                     {judgement}));
}

void delete_link(db::Connection& connection, base::Id<Link> id) {
  connection.execute(delete_link_row, {id});
}

ContentSource link_content() {
  return {{"link"},
          {"link.drop"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_link, {}, [&](const db::Row& row) {
              take(committed_link(connection, keys, row));
            });
          }};
}

}  // namespace store
