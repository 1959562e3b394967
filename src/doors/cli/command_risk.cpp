#include "doors/cli/command_risk.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <unordered_map>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/firm_table.h"
#include "doors/cli/report_lines.h"
#include "doors/cli/shipped_tables.h"
#include "edges/render/words.h"
#include "ground/text/csv.h"
#include "work/engine/knowledge.h"
#include "work/engine/match_reports.h"
#include "work/engine/risk_reports.h"

namespace cli {
namespace {

struct WantedRisk {
  std::string file, firms, out;
  std::vector<std::string> after;
  int top = 50;
};

using Numbers = std::vector<std::size_t>;

/// A name by which names are compared: an id as a UUID, however it is spelt.
std::string comparable(const std::string& name) {
  const auto id = base::parse_uuid(name);
  return id ? base::format_uuid(*id) : name;
}

/// The reports that --after names, by the sender's id or by "line N"; all where it names none.
base::Result<Numbers> afters_of(const WantedRisk& wanted, const std::vector<ReportLine>& lines) {
  Numbers numbers(lines.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (wanted.after.empty()) return numbers;
  std::unordered_map<std::string, std::size_t> number_of;
  for (const auto number : numbers)
    number_of.emplace(comparable(name_of(lines[number])), number);
  numbers.clear();
  for (const auto& name : wanted.after) {
    const auto found = number_of.find(comparable(name));
    if (found == number_of.end())
      return base::fail(base::ErrorKind::invalid_input, "--after",
                        fmt::format("no report of the file goes by {}", name),
                        "name a report by its \"id\", or one without by its line (\"line 3\")");
    numbers.push_back(found->second);
  }
  return numbers;
}

std::string why(const outreach::FirmAtRisk& firm, const render::Names& names,
                render::Locale locale) {
  std::string text;
  for (const auto& reason : firm.reasons) {
    const auto line = render::reason_line(reason, names, render::Unit::points);
    if (!text.empty()) text += locale == render::Locale::ja ? "" : " ";
    text += locale == render::Locale::ja ? line.ja : line.en;
  }
  return text;
}

std::string csv_of(const std::vector<ReportLine>& lines,
                   const std::vector<engine::RiskAfter>& ranked, std::size_t top,
                   const render::Names& names, render::Locale locale) {
  std::string csv;
  text::append_csv_row(csv, std::array<std::string, 4>{"report", "rank", "firm", "why"});
  for (const auto& after : ranked)
    for (std::size_t at = 0; at < std::min(top, after.firms.size()); ++at)
      text::append_csv_row(
          csv, std::array<std::string, 4>{name_of(lines[after.report]), fmt::format("{}", at + 1),
                                          after.firms[at].organisation_key,
                                          why(after.firms[at], names, locale)});
  return csv;
}

ExitCode run_risk(const WantedRisk& wanted, Console& console) {
  if (wanted.top < 1)
    return complain(console, base::Error(base::ErrorKind::invalid_input, "--top",
                                         "is not 1 or more", "give such a number"));
  const auto firms = read_firm_table(wanted.firms);
  if (!firms) return complain(console, firms.error(), wanted.firms);
  const auto lines = read_report_lines(wanted.file, base::SystemClock().now());
  for (const auto& error : lines.errors)
    complain(console, error, wanted.file);
  if (!lines.errors.empty()) return exit_code_of(lines.errors.front().kind);
  const auto afters = afters_of(wanted, lines.good);
  if (!afters) return complain(console, afters.error());
  std::vector<model::Report> reports;
  reports.reserve(lines.good.size());
  for (const auto& line : lines.good)
    reports.push_back(line.submission.report);
  const engine::Knowledge knowledge(shipped_indicators(), {}, shipped_weights());
  show_progress(console,
                fmt::format("{} reports meet, {} firms wait", reports.size(), firms->size()));
  const auto matches = engine::match_reports(reports, knowledge.cues(), knowledge.weights());
  const auto ranked = engine::risk_after(*afters, reports, matches, *firms);
  end_progress(console);
  const render::Names names(knowledge.table(), shipped_technologies());
  write_file(wanted.out, csv_of(lines.good, ranked, static_cast<std::size_t>(wanted.top), names,
                                console.locale));
  return ExitCode::done;
}

Run prepare_risk(Options& options) {
  auto wanted = std::make_shared<WantedRisk>();
  options.text("file", wanted->file, "reports, one kizuki.report/1 a line", Options::Need::must);
  options.text("--firms", wanted->firms, "CSV: id,name,sector,technologies,lat,lon",
               Options::Need::must);
  options.texts("--after", wanted->after, "reports after which to rank; none = after each");
  options.number("--top", wanted->top, "firms a report at most; 50 unless told");
  options.text("--out", wanted->out, "CSV to write; - is standard output", Options::Need::must);
  return [wanted](Console& console) { return run_risk(*wanted, console); };
}

}  // namespace

Command command_risk() {
  return make_command(
      "risk", "rank the firms that may be approached next (CSV)",
      "  kizuki risk reports.jsonl --firms firms.csv --after 8f14e45f-... --out risk.csv",
      prepare_risk,
      "Columns: report, rank (from 1), firm (its id), why. Known is what had come in up to and\n"
      "including that report: those that the matching links to it count by how sure the links\n"
      "are and how fresh they are; firms that reported one of them are left out. The weights\n"
      "are judgement, not statistics. Nothing is stored.");
}

}  // namespace cli
