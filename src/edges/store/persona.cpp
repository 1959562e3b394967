#include "edges/store/persona.h"

#include <utility>

#include "edges/codec/persona_features_bytes.h"
#include "edges/store/organisation_key.h"

namespace store {
namespace {

constexpr std::string_view delete_personas_of_report =
    "DELETE FROM persona WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view insert_persona_of_persona =
    "INSERT INTO persona (org_id, report_id, number, version, features)"
    " VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view select_personas_of_persona =
    "SELECT number, features FROM persona WHERE org_id = $1 AND report_id = $2 AND version = $3"
    " ORDER BY number";
constexpr std::string_view select_persona =
    "SELECT p.features, r.wrapped_key, r.salt FROM persona p"
    " JOIN report r ON r.org_id = p.org_id AND r.id = p.report_id"
    " WHERE p.org_id = $1 AND p.report_id = $2 AND p.number = $3 AND p.version = $4";

constexpr std::string_view select_newest =
    "SELECT p.org_id, p.report_id, p.number, p.features, r.wrapped_key, r.salt FROM persona p"
    " JOIN report r ON r.org_id = p.org_id AND r.id = p.report_id WHERE p.version = $2"
    " ORDER BY p.report_id DESC, p.number LIMIT $1";
constexpr std::string_view select_outdated =
    "SELECT DISTINCT report_id FROM persona WHERE version <> $1 ORDER BY report_id";
constexpr std::string_view count_all_personas = "SELECT COUNT(*) FROM persona";

/// The place of a persona's features; `row` outlives the use of the place.
crypto::Place features_place(const base::Bytes& row) {
  return {"persona", "features", row};
}

base::Bytes seal_features(const StoredReport& report, std::size_t number,
                          const model::PersonaFeatures& features) {
  const auto row = numbered_row(report.record.id.bytes, static_cast<std::int64_t>(number));
  return crypto::seal(report.key.key, codec::persona_features_to_bytes(features),
                      features_place(row));
}

model::PersonaFeatures open_features(const RowKey& key, std::int64_t number,
                                     base::Id<model::Report> report, base::BytesView sealed) {
  const auto row = numbered_row(report.bytes, number);
  auto features = codec::parse_persona_features(open_column(key, features_place(row), sealed));
  if (!features) throw base::OutsideFailure("the features of a persona do not read back");
  return std::move(*features);
}

}  // namespace

void set_personas(db::Connection& connection, const StoredReport& report,
                  const std::vector<model::PersonaFeatures>& features) {
  const auto& record = report.record;
  delete_personas(connection, record);
  std::vector<db::Parameters> rows;
  for (std::size_t number = 0; number < features.size(); ++number)
    rows.push_back({record.organisation, record.id, number, model::PersonaFeatures::version_now,
                    seal_features(report, number, features[number])});
  connection.execute_each(insert_persona_of_persona, rows);
}

std::vector<model::PersonaFeatures> list_personas(db::Connection& connection,
                                                  const StoredReport& report) {
  std::vector<model::PersonaFeatures> personas;
  for (const auto& row : connection.query(
           select_personas_of_persona,
           {report.record.organisation, report.record.id, model::PersonaFeatures::version_now}))
    personas.push_back(open_features(report.key, row.integer(0), report.record.id, row.bytes(1)));
  return personas;
}

const crypto::Key32& PersonaReader::key_of(base::Id<model::Organisation> organisation) {
  auto known = organisation_keys_.find(organisation);
  if (known == organisation_keys_.end())
    known = organisation_keys_
                .emplace(organisation, get_organisation_key(connection_, keys_, organisation))
                .first;
  return known->second;
}

std::vector<std::optional<model::PersonaFeatures>> PersonaReader::find(
    std::span<const PersonaAddress> addresses) {
  std::vector<db::Parameters> bindings;
  for (const auto& [organisation, persona] : addresses)
    bindings.push_back(
        {organisation, persona.report, persona.index, model::PersonaFeatures::version_now});
  std::vector<std::optional<model::PersonaFeatures>> found(addresses.size());
  connection_.query_each(select_persona, bindings, [&](std::size_t number, const db::Row& row) {
    const auto& [organisation, persona] = addresses[number];
    const auto key =
        open_row_key(key_of(organisation), persona.report.bytes, row.bytes(1), row.bytes(2));
    found[number] =
        open_features(key, static_cast<std::int64_t>(persona.index), persona.report, row.bytes(0));
  });
  return found;
}

void PersonaReader::for_each_newest(
    std::size_t limit, const std::function<void(const model::PersonaFeatures&)>& take) {
  connection_.for_each(select_newest, {limit, model::PersonaFeatures::version_now},
                       [&](const db::Row& row) {
                         const auto report = row.id<model::Report>(1);
                         const auto key = open_row_key(key_of(row.id<model::Organisation>(0)),
                                                       report.bytes, row.bytes(4), row.bytes(5));
                         take(open_features(key, row.integer(2), report, row.bytes(3)));
                       });
}

std::vector<base::Id<model::Report>> list_reports_of_other_version(db::Connection& connection) {
  return db::ids_of<model::Report>(
      connection.query(select_outdated, {model::PersonaFeatures::version_now}));
}

std::int64_t count_personas(db::Connection& connection) {
  return db::get_row(connection, count_all_personas).integer(0);
}

void delete_personas(db::Connection& connection, const model::ReportRecord& report) {
  connection.execute(delete_personas_of_report, {report.organisation, report.id});
}

}  // namespace store
