#include "edges/store/keeping.h"

#include <utility>

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/row_key.h"

namespace store {
namespace {

using model::Keeping;
using model::Report;

constexpr std::string_view select_keeping =
    "SELECT body, revision FROM report_keeping WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view insert_keeping =
    "INSERT INTO report_keeping (org_id, report_id, decided_at, on_hold, revision, body)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (org_id, report_id) DO NOTHING";
constexpr std::string_view update_keeping =
    "UPDATE report_keeping SET decided_at = $3, on_hold = $4, revision = $5, body = $6"
    " WHERE org_id = $1 AND report_id = $2 AND revision = $7";
constexpr auto* select_all_keeping =
    "SELECT org_id, report_id, decided_at, on_hold, revision, body FROM report_keeping"
    " ORDER BY org_id, report_id";

constexpr std::string_view in_use =
    "(EXISTS (SELECT 1 FROM dossier_persona p JOIN dossier d ON d.org_id = p.org_id"
    " AND d.id = p.dossier_id WHERE p.report_id = {0} AND d.state <> 'refused')"
    " OR EXISTS (SELECT 1 FROM alert_source s WHERE s.report_id = {0})"
    " OR EXISTS (SELECT 1 FROM link l WHERE l.left_report = {0} AND l.judgement = 'same')"
    " OR EXISTS (SELECT 1 FROM link l WHERE l.right_report = {0} AND l.judgement = 'same'))";

constexpr std::string_view select_kept =
    "SELECT r.org_id, r.desk_id, r.id, r.received_at, r.kind, r.band, r.stage FROM report r"
    " LEFT JOIN report_keeping k ON k.org_id = r.org_id AND k.report_id = r.id"
    " WHERE r.import_id IS NULL";
constexpr std::string_view where_not_on_hold = " AND COALESCE(k.on_hold, 0) = 0";
constexpr std::string_view where_ended =
    " AND r.received_at < $1 AND (r.received_at < $2 OR ((r.state IN ('set_aside', 'withdrawn')"
    " OR (r.band = 'log' AND r.state NOT IN ('released', 'second_reader')))"
    " AND COALESCE(k.decided_at, 0) < $3 AND NOT {}))";
constexpr std::string_view is_due_for_review =
    " AND r.received_at < $1 AND COALESCE(k.decided_at, 0) < $1 AND NOT EXISTS"
    " (SELECT 1 FROM task t WHERE t.object = r.id AND t.kind = 'review_keeping'"
    " AND t.state = 'open')";
constexpr std::string_view oldest_first = " ORDER BY r.received_at, r.id LIMIT ";

/// Rows of a report that nothing else removes. A request to open an identity lies with the home
/// desk, whoever owns the report.
constexpr std::string_view delete_rows_of_report[] = {
    "DELETE FROM report_version WHERE org_id = $1 AND report_id = $2",
    "DELETE FROM report_area WHERE org_id = $1 AND report_id = $2",
    "DELETE FROM sealed_reporter WHERE org_id = $1 AND report_id = $2",
    "DELETE FROM mailbox_message WHERE org_id = $1 AND report_id = $2",
    "DELETE FROM report_keeping WHERE org_id = $1 AND report_id = $2",
    "DELETE FROM report WHERE org_id = $1 AND id = $2"};
constexpr std::string_view delete_receipt = "DELETE FROM receipt WHERE report_id = $1";
constexpr std::string_view delete_openings = "DELETE FROM reporter_opening WHERE report_id = $1";
constexpr std::string_view insert_purged =
    "INSERT INTO purged_report (org_id, report_id, desk_id, month, kind, band, stage, purged_at,"
    " reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view count_purged_reports = "SELECT COUNT(*) FROM purged_report";

// What the record names apart from the report itself.
constexpr std::string_view name_sealed =
    "SELECT report_id FROM sealed_reporter WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view name_messages =
    "SELECT id FROM mailbox_message WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view name_decided =
    "SELECT report_id FROM report_keeping WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view name_openings = "SELECT id FROM reporter_opening WHERE report_id = $1";

crypto::Place keeping_body(const base::Id<Report>& report) {
  return {"report_keeping", "body", report.bytes};
}

std::vector<KeptReport> read_kept(const db::Rows& rows) {
  std::vector<KeptReport> reports;
  for (const auto& row : rows)
    reports.push_back({row.id<model::Organisation>(0), row.id<model::Organisation>(1),
                       row.id<Report>(2), row.time(3), row.word<model::ReportKind>(4),
                       row.word<model::Band>(5), row.word<model::Stage>(6)});
  return reports;
}

std::string select_ended() {
  return fmt::format("{}{}", select_kept, where_not_on_hold) +
         fmt::format(fmt::runtime(where_ended), fmt::format(fmt::runtime(in_use), "r.id"));
}

std::string month_of(base::UtcTime time) {
  const auto month = base::tokyo_month(time);
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

}  // namespace

std::optional<Keeping> find_keeping(db::Connection& connection, const StoredReport& report) {
  const auto row =
      db::find_row(connection, select_keeping, {report.record.organisation, report.record.id});
  if (!row) return std::nullopt;
  const auto body = open_column(report.key, keeping_body(report.record.id), row->bytes(0));
  auto keeping = codec::decode<Keeping>(base::as_text(body), codec::trusted_limits());
  if (!keeping) throw base::OutsideFailure("a decision about keeping does not read back");
  keeping->revision = row->integer(1);
  return std::move(*keeping);
}

base::Result<base::Bytes> set_keeping(db::Connection& connection, const StoredReport& report,
                                      Keeping& keeping) {
  const auto read_revision = keeping.revision;
  keeping.revision += 1;
  const auto& record = report.record;
  const auto sealed =
      crypto::seal(report.key.key, base::as_bytes(codec::encode(keeping)), keeping_body(record.id));
  const std::int64_t on_hold = keeping.on_hold ? 1 : 0;
  db::Parameters columns{record.organisation, record.id, keeping.decided_at, on_hold,
                         keeping.revision,    sealed};
  const auto commitment = commitment_to_plain_columns(columns);
  if (read_revision != 0) columns.add(read_revision);
  if (connection.execute(read_revision == 0 ? insert_keeping : update_keeping, columns) == 0)
    return base::fail(base::ErrorKind::precondition_failed, "",
                      "somebody else has decided about keeping since",
                      "read it again and repeat the change");
  return commitment;
}

bool is_in_use(db::Connection& connection, base::Id<Report> report) {
  const auto sql =
      "SELECT 1 FROM report r WHERE r.id = $1 AND " + fmt::format(fmt::runtime(in_use), "r.id");
  return db::find_row(connection, sql, {report}).has_value();
}

std::vector<KeptReport> list_ended(db::Connection& connection, const KeepingLimits& limits,
                                   std::size_t most) {
  return read_kept(
      connection.query(fmt::format("{}{}$4", select_ended(), oldest_first),
                       {limits.note_before, limits.any_before, limits.review_before, most}));
}

bool has_ended(db::Connection& connection, const KeepingLimits& limits, base::Id<Report> report) {
  return db::find_row(connection, select_ended() + " AND r.id = $4",
                      {limits.note_before, limits.any_before, limits.review_before, report})
      .has_value();
}

std::optional<KeptReport> find_kept(db::Connection& connection, base::Id<Report> report) {
  auto kept = read_kept(connection.query(std::string(select_kept) + " AND r.id = $1", {report}));
  if (kept.empty()) return std::nullopt;
  return kept.front();
}

std::vector<KeptReport> list_review_due(db::Connection& connection, const KeepingLimits& limits,
                                        std::size_t most) {
  return read_kept(connection.query(
      fmt::format("{}{}{}{}$2", select_kept, where_not_on_hold, is_due_for_review, oldest_first),
      {limits.review_before, most}));
}

std::vector<PurgedObject> purge_report(db::Connection& connection, const KeptReport& report,
                                       base::UtcTime at, std::string_view reason) {
  std::vector<PurgedObject> purged;
  const auto name_all = [&](const char* kind, std::string_view sql, const db::Parameters& of) {
    for (const auto& row : connection.query(sql, of))
      purged.push_back({kind, row.uuid(0)});
  };
  const db::Parameters own{report.organisation, report.id};
  name_all("sealed_reporter", name_sealed, own);
  name_all("mailbox_message", name_messages, own);
  name_all("report_keeping", name_decided, own);
  name_all("reporter_opening", name_openings, {report.id});
  purged.push_back({"report", report.id.bytes});
  for (const auto sql : delete_rows_of_report)
    connection.execute(sql, own);
  connection.execute(delete_receipt, {report.id});
  connection.execute(delete_openings, {report.id});
  connection.execute(insert_purged,
                     {report.organisation, report.id, report.desk, month_of(report.received_at),
                      report.kind, report.band, report.stage, at, reason});
  return purged;
}

std::int64_t count_purged(db::Connection& connection) {
  return db::get_row(connection, count_purged_reports).integer(0);
}

ContentSource keeping_content() {
  return plain_content("report_keeping", select_all_keeping, 1, {"report.purge"});
}

}  // namespace store
