#pragma once

#include <string>
#include <vector>

#include "ground/base/error.h"
#include "ground/base/time.h"
#include "ground/model/report.h"

/// Reports out of files, with the place of everything that is wrong.
namespace cli {

/// A report and where it stood; `text` is the line (or row, or mail) as it was.
struct ReportLine {
  std::size_t number = 0;
  std::string text;
  model::Submission submission;
  std::string id{};  ///< as its sender spells it; "" = none, or none was looked for
};

/// The sender's id of a report, as it stands in the file, else "line N": by which commands name it.
[[nodiscard]] std::string name_of(const ReportLine& line);

/// What a file holds. A line that cannot be read stands in `errors` and in `bad_lines`, each
/// issue with "line N" before its field.
struct ReportLines {
  std::vector<ReportLine> good;
  std::vector<base::Error> errors;
  std::vector<std::string> bad_lines;
  std::string header{};  ///< of a table, which its rows need to be read again
};

/// A file of kizuki.report/1, one a line; "-" is standard input. The same `id` twice in one file
/// is an error of the second line.
[[nodiscard]] ReportLines read_report_lines(const std::string& path, base::UtcTime received);

}  // namespace cli
