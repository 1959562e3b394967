#pragma once

#include <cstddef>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// A report comes in. One short transaction writes the report, its receipt, its audit row and the
/// job that reads it; everything that costs time is done before.
namespace workflow {

/// Takes a report in at a door: somebody signed in, a program, or (Kind::anonymous) nobody.
///
/// From a company that holds its reports the report is `held`, readable by that company alone;
/// every other one is released at once. An anonymous report, and one from police, belongs to the
/// receiving desk. A `source_ref` that the owner has already gives Receipt::was_there and makes
/// nothing. What an anonymous reporter gets back holds no id, and its time is the day.
///
/// Errors: forbidden (the role does not report); refused at "/reporter" (no custodian key to seal
/// the identity to), at "/from/organisation" (a company's people report for their company), or
/// without a place (the hub has no desk that receives); conflict for a request key used otherwise.
[[nodiscard]] base::Result<model::Receipt> submit_report(Hub& hub,
                                                         const model::Principal& principal,
                                                         const model::Submission& submission,
                                                         const RequestKey& request = {});

enum class ImportAs { released, held };

struct ImportResult {
  std::size_t stored = 0;
  std::size_t were_there = 0;  ///< same source_ref, in the store or earlier in the import
  std::vector<base::Id<model::Report>> reports;  ///< of the stored ones, in order
};

/// Takes many reports in, as the operator at the machine or a program does: each belongs to the
/// registered organisation that it names, else to the receiving desk. Written in chunks and made
/// visible, with the jobs that read them, in one transaction at the end: a crash leaves nothing.
/// ImportAs::held holds those of companies. Errors as submit_report, "/<index>" before the pointer.
[[nodiscard]] base::Result<ImportResult> import_reports(
    Hub& hub, const model::Principal& principal, const std::vector<model::Submission>& submissions,
    ImportAs as = ImportAs::released);

}  // namespace workflow
