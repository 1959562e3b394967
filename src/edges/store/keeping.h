#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/report.h"
#include "ground/base/result.h"
#include "ground/model/keeping.h"

/// How long reports are kept: what people decided, which have reached their end, and the end.
namespace store {

/// What a person decided about a report; `rule` and `until` are not stored. Nothing where nobody
/// did.
[[nodiscard]] std::optional<model::Keeping> find_keeping(db::Connection& connection,
                                                         const StoredReport& report);

/// Writes a decision. `keeping.revision` is what the caller read; another value in the table is
/// precondition_failed. Returns the commitment for the audit row (object kind "report_keeping",
/// object = the report); on success the revision is the new one.
[[nodiscard]] base::Result<base::Bytes> set_keeping(db::Connection& connection,
                                                    const StoredReport& report,
                                                    model::Keeping& keeping);

/// Whether more than the report itself rests on it: a dossier, an alert, a link taken for the same.
[[nodiscard]] bool is_in_use(db::Connection& connection, base::Id<model::Report> report);

/// A report by its columns: its end must not depend on whether it still opens.
struct KeptReport {
  base::Id<model::Organisation> organisation, desk;
  base::Id<model::Report> id;
  base::UtcTime received_at;
  model::ReportKind kind = model::ReportKind::other;
  model::Band band = model::Band::log;
  model::Stage stage = model::Stage::none;
};

/// Days back from which a report has reached its end.
struct KeepingLimits {
  base::UtcTime note_before;    ///< received before: a note goes
  base::UtcTime any_before;     ///< received before: every report goes
  base::UtcTime review_before;  ///< last judged, or received, before: somebody looks
};

/// Oldest first, none on hold. A note was set aside, withdrawn, or is of the lowest band and does
/// not wait for a reader; it is not in use and no decision since `review_before` keeps it.
[[nodiscard]] std::vector<KeptReport> list_ended(db::Connection& connection,
                                                 const KeepingLimits& limits, std::size_t most);

/// Whether list_ended would still name it.
[[nodiscard]] bool has_ended(db::Connection& connection, const KeepingLimits& limits,
                             base::Id<model::Report> report);

/// Any report by its columns; nothing while its import runs.
[[nodiscard]] std::optional<KeptReport> find_kept(db::Connection& connection,
                                                  base::Id<model::Report> report);

/// Those that somebody has to look at again, and that no open task names; oldest first.
[[nodiscard]] std::vector<KeptReport> list_review_due(db::Connection& connection,
                                                      const KeepingLimits& limits,
                                                      std::size_t most);

/// What went with a report, for the record: each object by kind and id.
struct PurgedObject {
  std::string kind;
  base::UuidBytes id{};
};

/// Removes the report with all its versions, its sealed identity and the requests for it, its
/// mailbox, receipt, areas and tasks; a row that counts it stays. What was derived from it is
/// removed by whoever derived it.
[[nodiscard]] std::vector<PurgedObject> purge_report(db::Connection& connection,
                                                     const KeptReport& report, base::UtcTime at,
                                                     std::string_view reason);

/// How many reports are gone, of all that ever came in.
[[nodiscard]] std::int64_t count_purged(db::Connection& connection);

/// Decisions, for the check of the record.
[[nodiscard]] ContentSource keeping_content();

}  // namespace store
