#include "doors/cli/command_match.h"

#include <array>
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/report_lines.h"
#include "doors/cli/shipped_tables.h"
#include "edges/render/words.h"
#include "ground/text/csv.h"
#include "work/engine/knowledge.h"
#include "work/engine/match_reports.h"

namespace cli {
namespace {

struct WantedMatch {
  std::string file, out;
};

std::string why(const model::LinkProposal& proposal, const render::Names& names) {
  std::string text;
  for (const auto& reason : proposal.reasons) {
    if (!text.empty()) text += "; ";
    text += render::reason_line(reason, names, render::Unit::bits).en;
  }
  return text;
}

std::string csv_of(const std::vector<ReportLine>& lines,
                   const std::vector<engine::ReportMatch>& matches, const render::Names& names) {
  std::string csv;
  text::append_csv_row(
      csv, std::array<std::string, 6>{"report", "rank", "other", "kind", "bits", "why"});
  for (const auto& match : matches) {
    const std::array<std::string, 6> row{
        name_of(lines[match.report]),
        fmt::format("{}", match.rank),
        name_of(lines[match.other]),
        std::string(base::word_of(match.proposal.kind)),
        fmt::format("{:.2f}", match.proposal.bits),
        why(match.proposal, names),
    };
    text::append_csv_row(csv, row);
  }
  return csv;
}

ExitCode run_match(const WantedMatch& wanted, Console& console) {
  auto lines = read_report_lines(wanted.file, base::SystemClock().now());
  if (!lines.errors.empty()) {
    for (const auto& error : lines.errors)
      complain(console, error, wanted.file);
    return exit_code_of(lines.errors.front().kind);
  }
  std::vector<model::Report> reports;
  reports.reserve(lines.good.size());
  for (const auto& line : lines.good)
    reports.push_back(line.submission.report);
  const engine::Knowledge knowledge(shipped_indicators(), {}, shipped_weights());
  show_progress(console, fmt::format("{} reports read, now they meet", reports.size()));
  const auto matches = engine::match_reports(reports, knowledge.cues(), knowledge.weights());
  end_progress(console);
  const render::Names names(knowledge.table(), shipped_technologies());
  write_file(wanted.out, csv_of(lines.good, matches, names));
  return ExitCode::done;
}

Run prepare_match(Options& options) {
  auto wanted = std::make_shared<WantedMatch>();
  options.text("file", wanted->file, "reports, one kizuki.report/1 a line", Options::Need::must);
  options.text("--out", wanted->out, "CSV to write; - is standard output", Options::Need::must);
  return [wanted](Console& console) { return run_match(*wanted, console); };
}

}  // namespace

Command command_match() {
  return make_command(
      "match", "let each report meet the earlier ones, as the server does (CSV)",
      "  kizuki match reports.jsonl --out links.csv", prepare_match,
      "Columns: report, rank (from 1), other (an earlier report), kind, bits, why. A report\n"
      "goes by its \"id\", without one by its line. Nothing is stored.");
}

}  // namespace cli
