#pragma once

#include <cstdint>
#include <string>

#include "edges/store/report.h"
#include "ground/base/result.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// A firm's own reports before and after they leave: correct, preview, release, withdraw.
namespace workflow {

/// A new version of the content by its owner. What others read stays the released version until
/// the next release; where nothing was held back from the start (an organisation that does not
/// hold its reports) the new version is released at once. An employee may correct an own report.
[[nodiscard]] base::Result<model::ReportRecord> correct_report(Hub& hub,
                                                               const model::Principal& principal,
                                                               base::Id<model::Report> id,
                                                               std::int64_t revision,
                                                               const model::Submission& submission);

/// Exactly the bytes that a release would let out.
struct Preview {
  int version = 0;
  std::string hash;     ///< BLAKE2b-256 of the bytes, 64 hexadecimal digits
  std::string content;  ///< canonical kizuki.report/1
};
[[nodiscard]] base::Result<Preview> preview_release(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Report> id);

/// Lets the newest version out to the receiving desk: an immutable version from now on. Refused at
/// "/hash" unless it is the hash of a preview of that version, at "/legal_basis" without a basis.
[[nodiscard]] base::Result<model::ReportRecord> release_report(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> id, std::int64_t revision,
    const std::string& hash, model::LegalBasis basis);

/// Takes a report back, with a reason: proposals and keys go, judged links stay as history, and
/// nobody but its owner reads it any more.
[[nodiscard]] base::Result<model::ReportRecord> withdraw_report(Hub& hub,
                                                                const model::Principal& principal,
                                                                base::Id<model::Report> id,
                                                                std::int64_t revision,
                                                                const std::string& reason);

// For a use case that brings a report's next state from elsewhere, in its own transaction:

/// Lets the newest version out: what was vetted was another one, so it is looked at again.
void let_out_newest(model::ReportRecord& record);

/// Ends a report for everybody but its owner; the caller saves it.
void take_back(Hub& hub, db::Connection& connection, const model::Principal& principal,
               store::StoredReport& stored, const std::string& reason);

}  // namespace workflow
