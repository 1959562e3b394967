#include "edges/store/alert.h"

#include <set>

#include <fmt/format.h>

#include "edges/codec/alert_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Alert;

constexpr std::string_view insert_alert_row =
    "INSERT INTO alert (org_id, id, product, state, dossier_id, made_at, revision, wrapped_key,"
    " salt, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr std::string_view insert_source =
    "INSERT INTO alert_source (org_id, alert_id, report_id) VALUES ($1, $2, $3)"
    " ON CONFLICT (org_id, alert_id, report_id) DO NOTHING";
constexpr std::string_view select_sources =
    "SELECT report_id FROM alert_source WHERE org_id = $1 AND alert_id = $2";
constexpr std::string_view select_alert =
    "SELECT org_id, id, product, state, dossier_id, made_at, revision, wrapped_key, salt, body"
    " FROM alert";
constexpr std::string_view update_alert_row =
    "UPDATE alert SET state = $3, body = $4, revision = $6"
    " WHERE org_id = $1 AND id = $2 AND revision = $5";
constexpr std::string_view select_alert_by_report =
    "SELECT alert_id FROM alert_source WHERE report_id = $1 ORDER BY alert_id";
constexpr std::string_view select_by_dossier =
    "SELECT id FROM alert WHERE dossier_id = $1 ORDER BY id";
constexpr std::string_view insert_opening_of_alert =
    "INSERT INTO alert_opening (org_id, alert_id, account_name, report_id, at, id)"
    " VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, alert_id, account_name, report_id) DO NOTHING";
constexpr const char* select_opening_columns =
    "SELECT org_id, alert_id, account_name, report_id, at, id FROM alert_opening";
constexpr std::string_view select_openings =
    "SELECT report_id FROM alert_opening WHERE org_id = $1 AND alert_id = $2 AND account_name = $3"
    " ORDER BY report_id";

crypto::Place alert_body(const base::UuidBytes& id) {
  return {"alert", "body", id};
}

std::optional<base::Id<model::Dossier>> dossier_column(const Alert& alert) {
  if (alert.dossier.is_nil()) return std::nullopt;
  return alert.dossier;
}

base::Bytes seal_body(const StoredAlert& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), alert_body(stored.alert.id.bytes));
}

/// Everything in the row whose change would matter.
base::Bytes commitment_to_row(const StoredAlert& stored, const std::string& body) {
  const auto& alert = stored.alert;
  return commitment_to_columns(stored.key.salt,
                               {alert.organisation, alert.id, alert.product, alert.state,
                                dossier_column(alert), alert.made_at, alert.revision, body});
}

/// The columns of select_alert without the body.
StoredAlert read_alert_columns(db::Connection& connection, const Keys& keys, const db::Row& row) {
  StoredAlert stored;
  auto& alert = stored.alert;
  alert.organisation = row.id<model::Organisation>(0);
  alert.id = row.id<Alert>(1);
  alert.product = row.word<model::AlertProduct>(2);
  alert.state = row.word<model::AlertState>(3);
  if (auto dossier = row.find_id<model::Dossier>(4)) alert.dossier = *dossier;
  alert.made_at = row.time(5);
  alert.revision = row.integer(6);
  stored.key = open_row_key(get_organisation_key(connection, keys, alert.organisation),
                            alert.id.bytes, row.bytes(7), row.bytes(8));
  return stored;
}

std::string open_body(const StoredAlert& stored, const db::Row& row) {
  return base::to_text(open_column(stored.key, alert_body(stored.alert.id.bytes), row.bytes(9)));
}

StoredAlert read_alert(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_alert_columns(connection, keys, row);
  auto alert = codec::decode<Alert>(open_body(stored, row), codec::trusted_limits());
  if (!alert) throw base::OutsideFailure("an alert does not read back");
  alert->organisation = stored.alert.organisation;
  alert->product = stored.alert.product;
  alert->state = stored.alert.state;
  alert->dossier = stored.alert.dossier;
  alert->made_at = stored.alert.made_at;
  alert->revision = stored.alert.revision;
  stored.alert = std::move(*alert);
  return stored;
}

/// Sources decide which reports an approver must have opened.
bool has_its_sources(db::Connection& connection, const Alert& alert) {
  const std::set<base::Id<model::Report>> sources(alert.sources.begin(), alert.sources.end());
  const std::vector<db::Parameters> expected(sources.begin(), sources.end());
  return are_rows(connection.query(select_sources, {alert.organisation, alert.id}), expected);
}

CommittedContent committed_alert(db::Connection& connection, const Keys& keys, const db::Row& row) {
  return newest_content("alert", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_alert_columns(connection, keys, row);
    content.commitment = commitment_to_row(stored, open_body(stored, row));
    if (!has_its_sources(connection, read_alert(connection, keys, row).alert))
      content.problem = "its sources are not what was recorded";
  });
}

std::string delivered_condition(const std::vector<base::Id<model::Organisation>>& organisations,
                                db::Parameters& parameters) {
  if (organisations.empty()) return " AND 1 = 0";
  std::string places;
  for (const auto& organisation : organisations)
    places += (places.empty() ? "" : ", ") + place(parameters, organisation);
  return fmt::format(" AND id IN (SELECT alert_id FROM delivery WHERE org_id IN ({}))", places);
}

}  // namespace

base::Bytes insert_alert(db::Connection& connection, const Keys& keys, StoredAlert& stored) {
  auto& alert = stored.alert;
  stored.key =
      make_row_key(get_organisation_key(connection, keys, alert.organisation), alert.id.bytes);
  alert.revision = 1;
  const auto body = codec::encode(alert);
  connection.execute(insert_alert_row,
                     {alert.organisation, alert.id, alert.product, alert.state,
                      dossier_column(alert), alert.made_at, alert.revision, stored.key.wrapped,
                      stored.key.salt, seal_body(stored, body)});
  for (const auto& source : alert.sources)
    connection.execute(insert_source, {alert.organisation, alert.id, source});
  return commitment_to_row(stored, body);
}

std::optional<StoredAlert> find_alert(db::Connection& connection, const Keys& keys,
                                      base::Id<Alert> id) {
  const auto row = db::find_row(connection, fmt::format("{} WHERE id = $1", select_alert), {id});
  if (!row) return std::nullopt;
  return read_alert(connection, keys, *row);
}

base::Result<base::Bytes> update_alert(db::Connection& connection, StoredAlert& stored) {
  auto& alert = stored.alert;
  const auto read_revision = alert.revision;
  alert.revision += 1;
  const auto body = codec::encode(alert);
  const auto changed = connection.execute(
      update_alert_row, {alert.organisation, alert.id, alert.state, seal_body(stored, body),
                         read_revision, alert.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the alert has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

model::Page<Alert> list_alerts(db::Connection& connection, const Keys& keys,
                               const AlertFilter& filter, const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = std::string(select_alert) + " WHERE 1 = 1";
  if (filter.organisation) sql += " AND org_id = " + place(parameters, *filter.organisation);
  if (filter.state) sql += " AND state = " + place(parameters, *filter.state);
  if (filter.delivered_to) sql += delivered_condition(*filter.delivered_to, parameters);
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND id < " + place(parameters, after->id);
  sql += " ORDER BY id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Alert> alerts;
  for (const auto& row : connection.query(sql, parameters))
    alerts.push_back(read_alert(connection, keys, row).alert);
  return page_of(std::move(alerts), page.limit, [](const Alert& alert) {
    return format_place_in_list<0>({{}, alert.id.bytes});
  });
}

std::vector<Alert> list_notices_in_force(db::Connection& connection, const Keys& keys,
                                         base::UtcTime now) {
  std::vector<Alert> notices;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE state = $1 AND product = $2 ORDER BY id DESC", select_alert),
           {model::AlertState::sent, model::AlertProduct::public_notice})) {
    auto alert = read_alert(connection, keys, row).alert;
    if (alert.expires_at > now) notices.push_back(std::move(alert));
  }
  return notices;
}

std::vector<base::Id<Alert>> find_alerts_of_report(db::Connection& connection,
                                                   base::Id<model::Report> report) {
  return db::ids_of<Alert>(connection.query(select_alert_by_report, {report}));
}

std::vector<base::Id<Alert>> find_alerts_of_dossier(db::Connection& connection,
                                                    base::Id<model::Dossier> dossier) {
  return db::ids_of<Alert>(connection.query(select_by_dossier, {dossier}));
}

std::optional<base::Bytes> mark_source_opened(db::Connection& connection, const Alert& alert,
                                              const SourceOpening& opening) {
  const db::Parameters columns{alert.organisation, alert.id,   opening.account_name,
                               opening.report,     opening.at, opening.id};
  if (connection.execute(insert_opening_of_alert, columns) == 0) return std::nullopt;
  return commitment_to_plain_columns(columns);
}

std::vector<base::Id<model::Report>> list_opened_sources(db::Connection& connection,
                                                         const Alert& alert,
                                                         const std::string& account_name) {
  return db::ids_of<model::Report>(
      connection.query(select_openings, {alert.organisation, alert.id, account_name}));
}

std::vector<ContentSource> alert_content() {
  return {{{"alert"},
           {},
           [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
             connection.for_each(select_alert, {}, [&](const db::Row& row) {
               take(committed_alert(connection, keys, row));
             });
           }},
          plain_content("alert_opening", select_opening_columns, 5, {})};
}

}  // namespace store
