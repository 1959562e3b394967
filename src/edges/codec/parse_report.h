#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/report.h"

/// kizuki.report/1 for callers; report_json.h has the descriptions behind it.
/// docs/schemas/report-1.schema.json says the same to the outside, and one corpus
/// (tests/corpus/report) holds both to it.
namespace codec {

struct JsonLine;

/// Reads one kizuki.report/1: shape, limits, then model::check as of `received`. All issues are
/// given, with JSON pointers; none repeats what the report says. `id` becomes source_ref;
/// from.organisation "unknown" becomes "". The reporter block leaves the report for the Sensitive
/// beside it. Errors: too_large over 1 MiB, else invalid_input.
[[nodiscard]] base::Result<model::Submission> parse_report(std::string_view json,
                                                           base::UtcTime received);

/// The canonical JSON of a report; never with a reporter. parse_report gives the same report back.
[[nodiscard]] std::string encode_report(const model::Report& report);

/// A line of a file of reports: parse_report with the line's number in every pointer.
[[nodiscard]] base::Result<model::Submission> parse_report_line(const JsonLine& line,
                                                                base::UtcTime received);

}  // namespace codec
