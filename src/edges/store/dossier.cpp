#include "edges/store/dossier.h"

#include <set>

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Dossier;

constexpr std::string_view insert_dossier_row =
    "INSERT INTO dossier (org_id, id, state, revision, made_at, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view select_dossier =
    "SELECT org_id, id, state, revision, made_at, wrapped_key, salt, body FROM dossier";
constexpr std::string_view update_dossier_row =
    "UPDATE dossier SET state = $3, body = $4, revision = $6"
    " WHERE org_id = $1 AND id = $2 AND revision = $5";
constexpr std::string_view delete_personas =
    "DELETE FROM dossier_persona WHERE org_id = $1 AND dossier_id = $2";
constexpr std::string_view insert_persona_of_dossier =
    "INSERT INTO dossier_persona (org_id, dossier_id, report_id, persona) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (org_id, dossier_id, report_id, persona) DO NOTHING";
constexpr std::string_view select_personas_of_dossier =
    "SELECT report_id, persona FROM dossier_persona WHERE org_id = $1 AND dossier_id = $2";
constexpr std::string_view delete_handles =
    "DELETE FROM dossier_handle WHERE org_id = $1 AND dossier_id = $2";
constexpr std::string_view insert_handle =
    "INSERT INTO dossier_handle (org_id, key, dossier_id) VALUES ($1, $2, $3)"
    " ON CONFLICT (org_id, key, dossier_id) DO NOTHING";
constexpr std::string_view select_by_handle =
    "SELECT dossier_id FROM dossier_handle WHERE key = $1 ORDER BY dossier_id";
constexpr std::string_view select_dossier_by_report =
    "SELECT DISTINCT dossier_id FROM dossier_persona WHERE report_id = $1 ORDER BY dossier_id";
constexpr std::string_view delete_dossier_row = "DELETE FROM dossier WHERE org_id = $1 AND id = $2";

crypto::Place dossier_body(const base::UuidBytes& id) {
  return {"dossier", "body", id};
}

base::Bytes seal_body(const StoredDossier& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), dossier_body(stored.dossier.id.bytes));
}

/// Everything in the row whose change would matter. The list of handles is made from the body.
base::Bytes commitment_to_row(const StoredDossier& stored, base::UtcTime made_at,
                              const std::string& body) {
  const auto& dossier = stored.dossier;
  return commitment_to_columns(stored.key.salt, {dossier.organisation, dossier.id, dossier.state,
                                                 dossier.revision, made_at, body});
}

void write_personas(db::Connection& connection, const Dossier& dossier) {
  connection.execute(delete_personas, {dossier.organisation, dossier.id});
  for (const auto& persona : dossier.personas)
    connection.execute(insert_persona_of_dossier,
                       {dossier.organisation, dossier.id, persona.report, persona.index});
}

std::string open_body(const StoredDossier& stored, const db::Row& row) {
  return base::to_text(
      open_column(stored.key, dossier_body(stored.dossier.id.bytes), row.bytes(7)));
}

/// The columns of select_dossier without the body.
StoredDossier read_dossier_columns(db::Connection& connection, const Keys& keys,
                                   const db::Row& row) {
  StoredDossier stored;
  auto& dossier = stored.dossier;
  dossier.organisation = row.id<model::Organisation>(0);
  dossier.id = row.id<Dossier>(1);
  dossier.state = row.word<model::DossierState>(2);
  dossier.revision = row.integer(3);
  stored.key = open_row_key(get_organisation_key(connection, keys, dossier.organisation),
                            dossier.id.bytes, row.bytes(5), row.bytes(6));
  return stored;
}

StoredDossier read_dossier(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_dossier_columns(connection, keys, row);
  auto dossier = codec::decode<Dossier>(open_body(stored, row), codec::trusted_limits());
  if (!dossier) throw base::OutsideFailure("a dossier does not read back");
  dossier->organisation = stored.dossier.organisation;
  dossier->id = stored.dossier.id;
  dossier->state = stored.dossier.state;
  dossier->revision = stored.dossier.revision;
  stored.dossier = std::move(*dossier);
  return stored;
}

/// Personas decide which alerts describe whom.
bool has_its_personas(db::Connection& connection, const Dossier& dossier) {
  std::set<std::pair<base::UuidBytes, int>> personas;
  for (const auto& persona : dossier.personas)
    personas.emplace(persona.report.bytes, persona.index);
  std::vector<db::Parameters> expected;
  for (const auto& [report, index] : personas)
    expected.push_back({report, index});
  return are_rows(connection.query(select_personas_of_dossier, {dossier.organisation, dossier.id}),
                  expected);
}

CommittedContent committed_dossier(db::Connection& connection, const Keys& keys,
                                   const db::Row& row) {
  return newest_content("dossier", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_dossier_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, row.time(4), open_body(stored, row));
    if (!has_its_personas(connection, read_dossier(connection, keys, row).dossier))
      content.problem = "its personas are not what was recorded";
  });
}

}  // namespace

base::Bytes insert_dossier(db::Connection& connection, const Keys& keys, StoredDossier& stored) {
  auto& dossier = stored.dossier;
  stored.key =
      make_row_key(get_organisation_key(connection, keys, dossier.organisation), dossier.id.bytes);
  dossier.revision = 1;
  const auto body = codec::encode(dossier);
  connection.execute(insert_dossier_row, {dossier.organisation, dossier.id, dossier.state,
                                          dossier.revision, dossier.made_at, stored.key.wrapped,
                                          stored.key.salt, seal_body(stored, body)});
  write_personas(connection, dossier);
  return commitment_to_row(stored, dossier.made_at, body);
}

std::optional<StoredDossier> find_dossier(db::Connection& connection, const Keys& keys,
                                          base::Id<Dossier> id) {
  const auto row = db::find_row(connection, std::string(select_dossier) + " WHERE id = $1", {id});
  if (!row) return std::nullopt;
  return read_dossier(connection, keys, *row);
}

base::Result<base::Bytes> update_dossier(db::Connection& connection, StoredDossier& stored) {
  auto& dossier = stored.dossier;
  const auto read_revision = dossier.revision;
  dossier.revision += 1;
  const auto body = codec::encode(dossier);
  const auto changed = connection.execute(
      update_dossier_row, {dossier.organisation, dossier.id, dossier.state, seal_body(stored, body),
                           read_revision, dossier.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the dossier has changed since",
                      "read it again and repeat the change");
  write_personas(connection, dossier);
  return commitment_to_row(stored, dossier.made_at, body);
}

void set_dossier_handles(db::Connection& connection, const Dossier& dossier,
                         const std::vector<base::Bytes>& keys) {
  connection.execute(delete_handles, {dossier.organisation, dossier.id});
  for (const auto& key : keys)
    connection.execute(insert_handle, {dossier.organisation, key, dossier.id});
}

std::vector<base::Id<Dossier>> find_dossiers_by_handle(db::Connection& connection,
                                                       const base::Bytes& key) {
  return db::ids_of<Dossier>(connection.query(select_by_handle, {key}));
}

std::vector<base::Id<Dossier>> find_dossiers_of_report(db::Connection& connection,
                                                       base::Id<model::Report> report) {
  return db::ids_of<Dossier>(connection.query(select_dossier_by_report, {report}));
}

void delete_dossier(db::Connection& connection, const Dossier& dossier) {
  for (const auto sql : {delete_handles, delete_personas, delete_dossier_row})
    connection.execute(sql, {dossier.organisation, dossier.id});
}

model::Page<Dossier> list_dossiers(db::Connection& connection, const Keys& keys,
                                   std::optional<model::DossierState> state,
                                   const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = std::string(select_dossier) + " WHERE 1 = 1";
  if (state) sql += " AND state = " + place(parameters, *state);
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND id < " + place(parameters, after->id);
  sql += " ORDER BY id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Dossier> dossiers;
  for (const auto& row : connection.query(sql, parameters))
    dossiers.push_back(read_dossier(connection, keys, row).dossier);
  return page_of(std::move(dossiers), page.limit, [](const Dossier& dossier) {
    return format_place_in_list<0>({{}, dossier.id.bytes});
  });
}

ContentSource dossier_content() {
  return {{"dossier"},
          {"dossier.purge"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_dossier, {}, [&](const db::Row& row) {
              take(committed_dossier(connection, keys, row));
            });
          }};
}

}  // namespace store
