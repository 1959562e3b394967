#include "edges/store/consultation.h"

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Consultation;

constexpr std::string_view insert_consultation_row =
    "INSERT INTO consultation (org_id, id, firm_id, state, made_at, revision, wrapped_key, salt,"
    " body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view select_consultation_row =
    "SELECT c.org_id, c.id, c.firm_id, c.state, c.made_at, c.revision, c.wrapped_key, c.salt,"
    " c.body FROM consultation c";
constexpr std::string_view update_consultation_row =
    "UPDATE consultation SET firm_id = $3, state = $4, body = $5, revision = $7"
    " WHERE org_id = $1 AND id = $2 AND revision = $6";

constexpr std::string_view select_ended =
    "SELECT id FROM consultation WHERE made_at < $2 OR (made_at < $1 AND state = $4)"
    " ORDER BY id LIMIT $3";
constexpr std::string_view delete_consultation_row = "DELETE FROM consultation WHERE id = $1";

crypto::Place consultation_body(const base::UuidBytes& id) {
  return {"consultation", "body", id};
}

base::Bytes seal_body(const StoredConsultation& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body),
                      consultation_body(stored.consultation.id.bytes));
}

std::optional<base::Id<model::Organisation>> firm_column(const Consultation& consultation) {
  if (consultation.firm.is_nil()) return std::nullopt;
  return consultation.firm;
}

/// Everything in the row whose change would matter.
base::Bytes commitment_to_row(const StoredConsultation& stored, const std::string& body) {
  const auto& row = stored.consultation;
  return commitment_to_columns(stored.key.salt, {row.organisation, row.id, firm_column(row),
                                                 row.state, row.made_at, row.revision, body});
}

/// The columns of select_consultation_row without the body.
StoredConsultation read_consultation_columns(db::Connection& connection, const Keys& keys,
                                             const db::Row& row) {
  StoredConsultation stored;
  auto& read = stored.consultation;
  read.organisation = row.id<model::Organisation>(0);
  read.id = row.id<Consultation>(1);
  read.firm = row.find_id<model::Organisation>(2).value_or(base::Id<model::Organisation>{});
  read.state = row.word<model::ConsultationState>(3);
  read.made_at = row.time(4);
  read.revision = row.integer(5);
  stored.key = open_row_key(get_organisation_key(connection, keys, read.organisation),
                            read.id.bytes, row.bytes(6), row.bytes(7));
  return stored;
}

std::string open_body(const StoredConsultation& stored, const db::Row& row) {
  return base::to_text(
      open_column(stored.key, consultation_body(stored.consultation.id.bytes), row.bytes(8)));
}

StoredConsultation read_consultation(db::Connection& connection, const Keys& keys,
                                     const db::Row& row) {
  auto stored = read_consultation_columns(connection, keys, row);
  auto read = codec::decode<Consultation>(open_body(stored, row), codec::trusted_limits());
  if (!read) throw base::OutsideFailure("a consultation does not read back");
  read->organisation = stored.consultation.organisation;
  read->firm = stored.consultation.firm;
  read->state = stored.consultation.state;
  read->made_at = stored.consultation.made_at;
  read->revision = stored.consultation.revision;
  stored.consultation = std::move(*read);
  return stored;
}

CommittedContent committed_consultation(db::Connection& connection, const Keys& keys,
                                        const db::Row& row) {
  return newest_content("consultation", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_consultation_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, open_body(stored, row));
  });
}

std::string condition_of(const ConsultationFilter& filter, db::Parameters& parameters) {
  auto reach = scope_condition(
      filter.scope, {"c.org_id", "", "organisation_area a WHERE a.org_id = c.firm_id", ""},
      parameters);
  const bool is_investigator = filter.scope.addressed && !filter.scope.own;
  if (is_investigator) reach = fmt::format("({} OR c.state <> 'open')", reach);
  if (filter.scope.own && !filter.reader_key.empty())
    reach = fmt::format(
        "({} OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = c.firm_id AND o.station = {}))",
        reach, place(parameters, filter.reader_key));
  if (filter.state) reach += " AND c.state = " + place(parameters, *filter.state);
  return reach;
}

}  // namespace

base::Bytes insert_consultation(db::Connection& connection, const Keys& keys,
                                StoredConsultation& stored) {
  auto& row = stored.consultation;
  stored.key = make_row_key(get_organisation_key(connection, keys, row.organisation), row.id.bytes);
  row.revision = 1;
  const auto body = codec::encode(row);
  connection.execute(insert_consultation_row,
                     {row.organisation, row.id, firm_column(row), row.state, row.made_at,
                      row.revision, stored.key.wrapped, stored.key.salt, seal_body(stored, body)});
  return commitment_to_row(stored, body);
}

std::optional<StoredConsultation> find_consultation(db::Connection& connection, const Keys& keys,
                                                    base::Id<Consultation> id) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE c.id = $1", select_consultation_row), {id});
  if (!row) return std::nullopt;
  return read_consultation(connection, keys, *row);
}

base::Result<base::Bytes> update_consultation(db::Connection& connection,
                                              StoredConsultation& stored) {
  auto& row = stored.consultation;
  const auto read_revision = row.revision;
  row.revision += 1;
  const auto body = codec::encode(row);
  const auto changed = connection.execute(update_consultation_row,
                                          {row.organisation, row.id, firm_column(row), row.state,
                                           seal_body(stored, body), read_revision, row.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "",
                      "the consultation has changed since", "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

model::Page<Consultation> list_consultations(db::Connection& connection, const Keys& keys,
                                             const ConsultationFilter& filter,
                                             const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = fmt::format("{} WHERE {}", select_consultation_row, condition_of(filter, parameters));
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND c.id < " + place(parameters, after->id);
  sql += " ORDER BY c.id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Consultation> found;
  for (const auto& row : connection.query(sql, parameters))
    found.push_back(read_consultation(connection, keys, row).consultation);
  return page_of(std::move(found), page.limit, [](const Consultation& consultation) {
    return format_place_in_list<0>({{}, consultation.id.bytes});
  });
}

std::vector<base::Id<Consultation>> list_ended_consultations(db::Connection& connection,
                                                             base::UtcTime closed_before,
                                                             base::UtcTime any_before,
                                                             std::size_t most) {
  return db::ids_of<Consultation>(connection.query(
      select_ended, {closed_before, any_before, most, model::ConsultationState::closed}));
}

void delete_consultation(db::Connection& connection, base::Id<Consultation> id) {
  connection.execute(delete_consultation_row, {id});
}

ContentSource consultation_content() {
  return {{"consultation"},
          {"consultation.purge"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_consultation_row, {}, [&](const db::Row& row) {
              take(committed_consultation(connection, keys, row));
            });
          }};
}

}  // namespace store
