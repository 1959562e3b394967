#pragma once

#include <string>

#include "doors/cli/report_lines.h"

namespace cli {

/// Reports from a CSV file with a header row; UTF-8 or Shift_JIS. One report a row, with at most
/// one encounter and one persona. Columns, all but `narrative` optional:
///   id reported_at language organisation capacity reporter_role how_learned narrative
///   when place place_kind area lat lon channel said wants offers technologies behaviours pressure
///   name phone email employer title innocent_reading response
/// Values are those of kizuki.report/1; several values in one field are parted by ";". A column
/// that is not known is refused, so that nothing is lost unseen.
[[nodiscard]] ReportLines read_report_table(const std::string& path, base::UtcTime received);

/// A mail as one report: subject and plain text are its narrative, the sender its reporter, who
/// is sealed.
[[nodiscard]] ReportLines read_report_mail(const std::string& path);

}  // namespace cli
