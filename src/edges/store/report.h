#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/report_record.h"

/// Reports: one row of handling, and one row for each version of the content, sealed with the
/// report's own key. Rows of an unfinished import exist for nobody.
namespace store {

/// A report's handling with what only the store and the workflow need. `record.content` is empty:
/// find_content reads the version that the reader may see.
struct StoredReport {
  model::ReportRecord record;
  base::Id<model::Organisation> desk;     ///< the police desk that receives it
  std::optional<base::UuidBytes> import;  ///< an import that is still running; mostly none
  base::Bytes submitter;  ///< keyed value of the account, see submitter_value; or empty
  std::optional<base::UuidBytes> source_ref;
  std::vector<base::Bytes> content_commitments;  ///< one a version; part of the sealed handling
  base::Bytes receipt;                           ///< hash of its code; part of the sealed handling
  RowKey key;
};

/// A report ready to be written: all that costs time was done outside the transaction.
struct SealedReport {
  StoredReport stored;
  base::Bytes body, content;
  base::Bytes commitment;  ///< to the row with its content, for the audit row of the submission
  std::string made_by;
};

/// The keyed value by which a signed-in reporter finds the own reports and nobody else does.
[[nodiscard]] base::Bytes submitter_value(const Keys& keys, base::Id<model::Account> account);

/// `content` becomes version 1, kept as canonical report/1 JSON: the exact bytes of a preview.
[[nodiscard]] SealedReport seal_report(StoredReport stored, const model::Report& content,
                                       std::string made_by);

/// Writes a new report and its first version. Look with find_by_source_ref first, in the same
/// transaction: a second row with the same source_ref throws db::ConstraintViolation.
void insert_report(db::Connection& connection, const SealedReport& report);

[[nodiscard]] std::optional<base::Id<model::Report>> find_by_source_ref(
    db::Connection& connection, base::Id<model::Organisation> organisation,
    const base::UuidBytes& source_ref);

[[nodiscard]] std::optional<StoredReport> find_report(db::Connection& connection, const Keys& keys,
                                                      base::Id<model::Report> id);

/// Whom a report came from, read without opening it.
struct ReportOrigin {
  base::Id<model::Organisation> organisation;  ///< that keeps it
  std::string organisation_key;                ///< of the firm that reported; "" = unknown
};
[[nodiscard]] std::optional<ReportOrigin> find_origin(db::Connection& connection,
                                                      base::Id<model::Report> id);

/// Writes the handling back. `stored.record.revision` is what the caller read; another value in
/// the table is precondition_failed. On success the revision in `stored` is the new one and the
/// commitment to the row as it now is comes back, for the audit row.
[[nodiscard]] base::Result<base::Bytes> update_report(db::Connection& connection,
                                                      StoredReport& stored);

/// Adds a version of the content and counts `stored.record.version` up; update_report follows in
/// the same transaction.
void add_version(db::Connection& connection, StoredReport& stored, const model::Report& content,
                 const std::string& made_by, base::UtcTime at);

/// The content of a version as report/1 JSON: the exact bytes that were sealed.
[[nodiscard]] std::optional<std::string> find_content_json(db::Connection& connection,
                                                           const StoredReport& stored, int number);
/// The same, read. Throws OutsideFailure where our own JSON does not read back.
[[nodiscard]] std::optional<model::Report> find_content(db::Connection& connection,
                                                        const StoredReport& stored, int number);

/// The version that others than its owner read: what was released, else what was sent.
[[nodiscard]] int shared_version(const model::ReportRecord& record);

/// Replaces the municipality codes by which territories find the report.
void set_areas(db::Connection& connection, const StoredReport& stored);

struct ReportFilter {
  rights::Scope read;       ///< scope_of report_read: reports that were released
  rights::Scope read_held;  ///< scope_of report_read_held: those that never were
  base::Bytes submitter;    ///< for the `self` part of both
  std::optional<model::ReportState> state;
  std::optional<std::string> organisation_key;
};

/// Newest first.
[[nodiscard]] model::Page<model::ReportSummary> list_reports(db::Connection& connection,
                                                             const ReportFilter& filter,
                                                             const model::PageRequest& page);

/// Ids of every visible report in the order they came in, `limit` at a time, for jobs and checks.
[[nodiscard]] std::vector<base::Id<model::Report>> list_report_ids(
    db::Connection& connection, std::optional<base::Id<model::Report>> after, std::size_t limit);

/// How many reports are in use, waiting or set aside: everything that was released.
[[nodiscard]] std::int64_t count_released(db::Connection& connection);

/// Makes the rows of an import visible, or takes them back.
void show_import(db::Connection& connection, const base::UuidBytes& import);
void drop_import(db::Connection& connection, const base::UuidBytes& import);

/// Takes back whatever an import left behind that never ended. Only while no import runs.
void drop_unfinished_imports(db::Connection& connection);

/// Reports with all their versions, for the check of the record.
[[nodiscard]] ContentSource report_content();

}  // namespace store
