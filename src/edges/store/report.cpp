#include "edges/store/report.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/codec/report_record_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"
#include "ground/base/ensure.h"

namespace store {
namespace {

using model::Report;
using model::ReportRecord;
using model::ReportState;

constexpr std::string_view insert_report_row =
    "INSERT INTO report (org_id, id, desk_id, organisation_key, import_id, source_ref, submitter,"
    " state, kind, band, stage, score, version, released_version, revision, received_at,"
    " wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
    " $19)";

constexpr std::string_view insert_version =
    "INSERT INTO report_version (org_id, report_id, number, made_at, made_by, content)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

constexpr std::string_view select_by_source_ref =
    "SELECT id FROM report WHERE org_id = $1 AND source_ref = $2";

constexpr std::string_view select_report =
    "SELECT org_id, id, desk_id, organisation_key, source_ref, submitter, state, kind, version,"
    " released_version, revision, received_at, wrapped_key, salt, body, band, stage, score"
    " FROM report WHERE import_id IS NULL";

constexpr std::string_view select_origin =
    "SELECT org_id, organisation_key FROM report WHERE import_id IS NULL AND id = $1";

constexpr std::string_view update_report_row =
    "UPDATE report SET state = $3, kind = $4, band = $5, stage = $6, score = $7, version = $8,"
    " released_version = $9, revision = $12, body = $10"
    " WHERE org_id = $1 AND id = $2 AND revision = $11";

constexpr std::string_view select_maker =
    "SELECT made_at, made_by FROM report_version WHERE org_id = $1 AND report_id = $2 AND number = "
    "$3";

constexpr std::string_view select_content =
    "SELECT content FROM report_version WHERE org_id = $1 AND report_id = $2 AND number = $3";

constexpr std::string_view delete_areas_of_report =
    "DELETE FROM report_area WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view insert_area_of_report =
    "INSERT INTO report_area (org_id, report_id, area) VALUES ($1, $2, $3)"
    " ON CONFLICT (org_id, report_id, area) DO NOTHING";

constexpr std::string_view select_areas_of_report =
    "SELECT area FROM report_area WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view select_receipt_of_report =
    "SELECT org_id, report_id, made_at FROM receipt WHERE code_hash = $1";
constexpr std::string_view count_surplus_receipts =
    "SELECT (SELECT COUNT(*) FROM receipt) - (SELECT COUNT(*) FROM report)";
constexpr std::string_view select_lost_areas =
    "SELECT a.report_id FROM report_area a WHERE NOT EXISTS"
    " (SELECT 1 FROM report r WHERE r.org_id = a.org_id AND r.id = a.report_id)";

constexpr std::string_view select_summaries =
    "SELECT r.id, r.organisation_key, r.state, r.kind, r.band, r.stage, r.score, r.received_at,"
    " r.revision FROM report r WHERE r.import_id IS NULL";

constexpr std::string_view select_first_ids =
    "SELECT id FROM report WHERE import_id IS NULL ORDER BY id LIMIT $1";
constexpr std::string_view select_ids_after =
    "SELECT id FROM report WHERE import_id IS NULL AND id > $2 ORDER BY id LIMIT $1";

constexpr std::string_view count_released_reports =
    "SELECT COUNT(*) FROM report WHERE import_id IS NULL AND state <> 'held'"
    " AND state <> 'withdrawn'";

constexpr std::string_view show_rows = "UPDATE report SET import_id = NULL WHERE import_id = $1";
constexpr std::string_view select_unfinished_imports =
    "SELECT DISTINCT import_id FROM report WHERE import_id IS NOT NULL";
constexpr std::string_view delete_rows_of_import =
    "DELETE FROM {} WHERE report_id IN (SELECT id FROM report WHERE import_id = $1)";
constexpr std::string_view delete_import = "DELETE FROM report WHERE import_id = $1";

/// The place of a version's content; `row` outlives the use of the place.
crypto::Place content_place(const base::Bytes& row) {
  return {"report_version", "content", row};
}

crypto::Place body_place(const base::Id<Report>& id) {
  return {"report", "body", id.bytes};
}

base::Bytes seal_content(const StoredReport& stored, int number, const std::string& content_json) {
  const auto row = numbered_row(stored.record.id.bytes, number);
  return crypto::seal(stored.key.key, base::as_bytes(content_json), content_place(row));
}

model::Band band_of(const ReportRecord& record) {
  return record.assessment ? record.assessment->band : model::Band::log;
}
model::Stage stage_of(const ReportRecord& record) {
  return record.assessment ? record.assessment->stage : model::Stage::none;
}
double score_of(const ReportRecord& record) {
  return record.assessment ? record.assessment->score : 0.0;
}

std::string body_of(const StoredReport& stored) {
  return codec::encode_handling({stored.record, stored.content_commitments, stored.receipt});
}

base::Bytes seal_body(const StoredReport& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), body_place(stored.record.id));
}

/// Everything in the row whose change would matter, as it will lie there.
base::Bytes commitment_to_row(const StoredReport& stored, const std::string& body) {
  const auto& record = stored.record;
  return commitment_to_columns(
      stored.key.salt, {record.organisation, record.id, stored.desk, record.organisation_key,
                        stored.source_ref, stored.submitter, record.state, record.kind,
                        band_of(record), stage_of(record), score_of(record), record.version,
                        record.released_version, record.revision, record.received_at, body});
}

std::string open_body(const StoredReport& stored, const db::Row& row) {
  return base::to_text(open_column(stored.key, body_place(stored.record.id), row.bytes(14)));
}

/// The columns of select_report without the body.
StoredReport read_report_columns(db::Connection& connection, const Keys& keys, const db::Row& row) {
  StoredReport stored;
  auto& record = stored.record;
  record.organisation = row.id<model::Organisation>(0);
  record.id = row.id<Report>(1);
  stored.desk = row.id<model::Organisation>(2);
  record.organisation_key = row.text(3);
  if (!row.is_null(4)) stored.source_ref = row.uuid(4);
  stored.submitter = row.find_bytes(5).value_or(base::Bytes{});
  record.state = row.word<ReportState>(6);
  record.kind = row.word<model::ReportKind>(7);
  record.version = static_cast<int>(row.integer(8));
  record.released_version = static_cast<int>(row.integer(9));
  record.revision = row.integer(10);
  record.received_at = row.time(11);
  stored.key = open_row_key(get_organisation_key(connection, keys, record.organisation),
                            record.id.bytes, row.bytes(12), row.bytes(13));
  return stored;
}

StoredReport read_report(db::Connection& connection, const Keys& keys, const db::Row& row) {
  auto stored = read_report_columns(connection, keys, row);
  auto handling = codec::decode_handling(open_body(stored, row));
  if (!handling) throw base::OutsideFailure("the handling of a report does not read back");
  auto record = std::move(handling->record);
  record.id = stored.record.id;
  record.organisation = stored.record.organisation;
  record.organisation_key = stored.record.organisation_key;
  record.state = stored.record.state;
  record.kind = stored.record.kind;
  record.version = stored.record.version;
  record.released_version = stored.record.released_version;
  record.revision = stored.record.revision;
  record.received_at = stored.record.received_at;
  stored.record = std::move(record);
  stored.content_commitments = std::move(handling->content_commitments);
  stored.receipt = std::move(handling->receipt);
  return stored;
}

/// What is kept of a version: its content, and who made it when.
base::Bytes commitment_to_version(const RowKey& key, int number, base::UtcTime made_at,
                                  const std::string& made_by, const std::string& content_json) {
  return commitment_to_columns(key.salt, {number, made_at, made_by, content_json});
}

/// What is wrong with the versions of a report; "" = nothing.
std::string problem_of_versions(db::Connection& connection, const StoredReport& stored) {
  if (stored.content_commitments.size() != static_cast<std::size_t>(stored.record.version))
    return "a version of its content is missing";
  for (int number = 1; number <= stored.record.version; ++number) {
    const auto content = find_content_json(connection, stored, number);
    if (!content) return "a version of its content is missing";
    const auto maker = db::get_row(connection, select_maker,
                                   {stored.record.organisation, stored.record.id, number});
    if (commitment_to_version(stored.key, number, maker.time(0), maker.text(1), *content) !=
        stored.content_commitments[static_cast<std::size_t>(number - 1)])
      return "a version of its content is not what was recorded";
  }
  return "";
}

/// Areas decide who may read. They are written when the report has been read, all at once.
std::string problem_of_areas(db::Connection& connection, const StoredReport& stored) {
  const auto& record = stored.record;
  std::set<std::string> found;
  for (const auto& row : connection.query(select_areas_of_report, {record.organisation, record.id}))
    found.insert(row.text(0));
  const std::set<std::string> expected(record.areas.begin(), record.areas.end());
  return found.empty() || found == expected ? "" : "its areas are not what was recorded";
}

/// A receipt that points elsewhere would open somebody else's mailbox.
std::string problem_of_receipt(db::Connection& connection, const StoredReport& stored) {
  const auto& record = stored.record;
  const auto rows = connection.query(select_receipt_of_report, {stored.receipt});
  return are_rows(rows, {{record.organisation, record.id, record.received_at}})
             ? ""
             : "its receipt is not what was recorded";
}

/// What is wrong with what stands beside the row; "" = nothing.
std::string problem_beside(db::Connection& connection, const StoredReport& stored) {
  for (const auto problem_of : {problem_of_versions, problem_of_areas, problem_of_receipt})
    if (auto problem = problem_of(connection, stored); !problem.empty()) return problem;
  return "";
}

CommittedContent committed_report(db::Connection& connection, const Keys& keys,
                                  const db::Row& row) {
  return newest_content("report", row.uuid(1), [&](CommittedContent& content) {
    const auto stored = read_report_columns(connection, keys, row);
    const auto body = open_body(stored, row);
    const auto& record = stored.record;
    content.commitment = commitment_to_columns(
        stored.key.salt,
        {record.organisation, record.id, stored.desk, record.organisation_key, stored.source_ref,
         stored.submitter, record.state, record.kind, row.text(15), row.text(16), row.real(17),
         record.version, record.released_version, record.revision, record.received_at, body});
    content.problem = problem_beside(connection, read_report(connection, keys, row));
  });
}

model::ReportSummary read_summary(const db::Row& row) {
  return {row.id<Report>(0),
          row.text(1),
          row.word<ReportState>(2),
          row.word<model::ReportKind>(3),
          row.word<model::Band>(4),
          row.word<model::Stage>(5),
          row.real(6),
          row.time(7),
          row.integer(8)};
}

std::string readable(const rights::Scope& scope, const base::Bytes& submitter, bool held,
                     db::Parameters& parameters) {
  // A parameter that no condition names would leave a gap in the numbering.
  const bool asks_self = scope.self && !scope.all && !submitter.empty();
  const auto self = asks_self ? "r.submitter = " + place(parameters, submitter) : std::string();
  const auto reach = scope_condition(
      scope,
      {"r.org_id", "", "report_area a WHERE a.org_id = r.org_id AND a.report_id = r.id", self},
      parameters);
  return fmt::format("(r.released_version {} 0 AND {})", held ? "=" : ">", reach);
}

}  // namespace

base::Bytes submitter_value(const Keys& keys, base::Id<model::Account> account) {
  return blind_value(keys, "report.submitter", account.text());
}

SealedReport seal_report(StoredReport stored, const Report& content, std::string made_by) {
  SealedReport sealed;
  const auto content_json = codec::encode(content);
  stored.content_commitments = {commitment_to_version(
      stored.key, stored.record.version, stored.record.received_at, made_by, content_json)};
  const auto body = body_of(stored);
  sealed.body = seal_body(stored, body);
  sealed.commitment = commitment_to_row(stored, body);
  sealed.content = seal_content(stored, stored.record.version, content_json);
  sealed.stored = std::move(stored);
  sealed.made_by = std::move(made_by);
  return sealed;
}

void insert_report(db::Connection& connection, const SealedReport& report) {
  const auto& stored = report.stored;
  const auto& record = stored.record;
  const auto submitter =
      stored.submitter.empty() ? std::optional<base::Bytes>() : std::optional(stored.submitter);
  connection.execute(
      insert_report_row,
      {record.organisation, record.id, stored.desk, record.organisation_key, stored.import,
       stored.source_ref, submitter, record.state, record.kind, band_of(record), stage_of(record),
       score_of(record), record.version, record.released_version, record.revision,
       record.received_at, stored.key.wrapped, stored.key.salt, report.body});
  connection.execute(insert_version, {record.organisation, record.id, record.version,
                                      record.received_at, report.made_by, report.content});
}

std::optional<base::Id<Report>> find_by_source_ref(db::Connection& connection,
                                                   base::Id<model::Organisation> organisation,
                                                   const base::UuidBytes& source_ref) {
  const auto row = db::find_row(connection, select_by_source_ref, {organisation, source_ref});
  if (!row) return std::nullopt;
  return row->id<Report>(0);
}

std::optional<StoredReport> find_report(db::Connection& connection, const Keys& keys,
                                        base::Id<Report> id) {
  const auto row = db::find_row(connection, std::string(select_report) + " AND id = $1", {id});
  if (!row) return std::nullopt;
  return read_report(connection, keys, *row);
}

std::optional<ReportOrigin> find_origin(db::Connection& connection, base::Id<Report> id) {
  const auto row = db::find_row(connection, select_origin, {id});
  if (!row) return std::nullopt;
  return ReportOrigin{row->id<model::Organisation>(0), row->text(1)};
}

base::Result<base::Bytes> update_report(db::Connection& connection, StoredReport& stored) {
  auto& record = stored.record;
  const auto read_revision = record.revision;
  record.revision += 1;
  const auto body = body_of(stored);
  const auto changed = connection.execute(
      update_report_row,
      {record.organisation, record.id, record.state, record.kind, band_of(record), stage_of(record),
       score_of(record), record.version, record.released_version, seal_body(stored, body),
       read_revision, record.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the report has changed since",
                      "read it again and repeat the change");
  return commitment_to_row(stored, body);
}

void add_version(db::Connection& connection, StoredReport& stored, const Report& content,
                 const std::string& made_by, base::UtcTime at) {
  auto& record = stored.record;
  const auto content_json = codec::encode(content);
  record.version += 1;
  stored.content_commitments.push_back(
      commitment_to_version(stored.key, record.version, at, made_by, content_json));
  connection.execute(insert_version, {record.organisation, record.id, record.version, at, made_by,
                                      seal_content(stored, record.version, content_json)});
}

std::optional<std::string> find_content_json(db::Connection& connection, const StoredReport& stored,
                                             int number) {
  const auto row = db::find_row(connection, select_content,
                                {stored.record.organisation, stored.record.id, number});
  if (!row) return std::nullopt;
  const auto place = numbered_row(stored.record.id.bytes, number);
  return base::to_text(open_column(stored.key, content_place(place), row->bytes(0)));
}

std::optional<Report> find_content(db::Connection& connection, const StoredReport& stored,
                                   int number) {
  const auto json = find_content_json(connection, stored, number);
  if (!json) return std::nullopt;
  auto report = codec::decode<Report>(*json, codec::trusted_limits());
  if (!report) throw base::OutsideFailure("the content of a report does not read back");
  return std::move(*report);
}

int shared_version(const ReportRecord& record) {
  return record.released_version > 0 ? record.released_version : record.version;
}

void set_areas(db::Connection& connection, const StoredReport& stored) {
  const auto& record = stored.record;
  connection.execute(delete_areas_of_report, {record.organisation, record.id});
  std::vector<db::Parameters> rows;
  for (const auto& area : record.areas)
    rows.push_back({record.organisation, record.id, area});
  connection.execute_each(insert_area_of_report, rows);
}

model::Page<model::ReportSummary> list_reports(db::Connection& connection,
                                               const ReportFilter& filter,
                                               const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = std::string(select_summaries);
  const auto shared = readable(filter.read, filter.submitter, false, parameters);
  const auto held = readable(filter.read_held, filter.submitter, true, parameters);
  sql += fmt::format(" AND ({} OR {})", shared, held);
  if (filter.state) sql += " AND r.state = " + place(parameters, *filter.state);
  if (filter.organisation_key)
    sql += " AND r.organisation_key = " + place(parameters, *filter.organisation_key);
  if (const auto after = parse_place_in_list<1>(page.after)) {
    const auto received_at = place(parameters, after->numbers[0]);
    const auto id = place(parameters, after->id);
    sql += fmt::format(" AND (r.received_at, r.id) < ({}, {})", received_at, id);
  }
  sql += " ORDER BY r.received_at DESC, r.id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<model::ReportSummary> summaries;
  for (const auto& row : connection.query(sql, parameters))
    summaries.push_back(read_summary(row));
  return page_of(std::move(summaries), page.limit, [](const model::ReportSummary& summary) {
    return format_place_in_list<1>({{summary.received_at.microseconds}, summary.id.bytes});
  });
}

std::vector<base::Id<Report>> list_report_ids(db::Connection& connection,
                                              std::optional<base::Id<Report>> after,
                                              std::size_t limit) {
  const auto rows = after ? connection.query(select_ids_after, {limit, *after})
                          : connection.query(select_first_ids, {limit});
  return db::ids_of<Report>(rows);
}

std::int64_t count_released(db::Connection& connection) {
  return db::get_row(connection, count_released_reports).integer(0);
}

void show_import(db::Connection& connection, const base::UuidBytes& import) {
  connection.execute(show_rows, {import});
}

void drop_import(db::Connection& connection, const base::UuidBytes& import) {
  for (const std::string_view table : {"report_version", "receipt", "sealed_reporter"})
    connection.execute(fmt::format(fmt::runtime(delete_rows_of_import), table), {import});
  connection.execute(delete_import, {import});
}

void drop_unfinished_imports(db::Connection& connection) {
  for (const auto& row : connection.query(select_unfinished_imports))
    drop_import(connection, row.uuid(0));
}

ContentSource report_content() {
  return {{"report"},
          {"report.purge"},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_report, {}, [&](const db::Row& row) {
              take(committed_report(connection, keys, row));
            });
            for (const auto& row : connection.query(select_lost_areas))
              take({"report", row.uuid(0), true, {}, "it has an area and is not there"});
            if (db::get_row(connection, count_surplus_receipts).integer(0) != 0)
              take({"receipt", {}, true, {}, "there are more receipts than reports"});
          }};
}

}  // namespace store
