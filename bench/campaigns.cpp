// How well reports of one actor find each other: campaigns written by hands that saw nothing of the
// program, among look-alikes, each report meeting the earlier ones as the server lets it.
// usage: bench_campaigns [REPORTS.jsonl TRUTH.csv]     without them data/corpus/campaigns
//
// Counted are the reports whose actor an earlier report tells of: is one of his among the first
// five suggestions? H = a handle is shared, N = only names across scripts, X = neither.
#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/report_lines.h"
#include "doors/cli/shipped_tables.h"
#include "ground/base/ensure.h"
#include "timing.h"
#include "work/engine/knowledge.h"
#include "work/engine/match_reports.h"

namespace {

constexpr std::size_t looked_at = 5;

struct Truth {
  std::string actor, kind;
};

/// report,actor,kind,... without quotes, as the corpus has it.
std::map<std::string, Truth> read_truth(const std::string& path) {
  std::map<std::string, Truth> truths;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream row(line);
    std::string report;
    Truth truth;
    std::getline(row, report, ',');
    std::getline(row, truth.actor, ',');
    std::getline(row, truth.kind, ',');
    if (truth.kind.ends_with('\r')) truth.kind.pop_back();
    truths[report] = truth;
  }
  base::ensure(!truths.empty(), "the truth is there");
  return truths;
}

struct Campaigns {
  std::vector<model::Report> reports;
  std::vector<Truth> truths;  ///< of each report
};

Campaigns load(const std::string& reports, const std::string& truth) {
  const auto lines = cli::read_report_lines(reports, base::SystemClock().now());
  base::ensure(lines.errors.empty(), "every report can be read");
  const auto truths = read_truth(truth);
  Campaigns campaigns;
  for (const auto& line : lines.good) {
    campaigns.reports.push_back(line.submission.report);
    campaigns.truths.push_back(truths.at(base::format_uuid(*line.submission.report.source_ref)));
  }
  return campaigns;
}

bool share_actor(const Campaigns& campaigns, std::size_t left, std::size_t right) {
  return !campaigns.truths[left].actor.empty() &&
         campaigns.truths[left].actor == campaigns.truths[right].actor;
}

bool has_forerunner(const Campaigns& campaigns, std::size_t report) {
  for (std::size_t other = 0; other < campaigns.reports.size(); ++other)
    if (other != report && share_actor(campaigns, report, other) &&
        campaigns.reports[other].reported_at < campaigns.reports[report].reported_at)
      return true;
  return false;
}

struct Count {
  std::size_t found = 0, all = 0;
};

void measure(const std::string& name, const Campaigns& campaigns,
             const engine::Knowledge& knowledge) {
  const auto start = bench::Stopwatch::now();
  const auto matches =
      engine::match_reports(campaigns.reports, knowledge.cues(), knowledge.weights());
  const auto seconds = bench::seconds_since(start);
  std::vector<bool> is_found(campaigns.reports.size());
  std::size_t false_count = 0;
  for (const auto& match : matches)
    if (!share_actor(campaigns, match.report, match.other))
      ++false_count;
    else if (match.rank <= looked_at)
      is_found[match.report] = true;
  std::map<std::string, Count> counts;
  for (std::size_t report = 0; report < campaigns.reports.size(); ++report) {
    if (!has_forerunner(campaigns, report)) continue;
    auto& count = counts[campaigns.truths[report].kind];
    ++count.all;
    if (is_found[report]) ++count.found;
  }
  const auto all = static_cast<double>(campaigns.reports.size());
  fmt::print("{:12}", name);
  for (const auto& [kind, count] : counts)
    fmt::print("  {} {:3}/{:3} = {:.2f}", kind, count.found, count.all,
               static_cast<double>(count.found) / static_cast<double>(count.all));
  fmt::print("  false a report {:.2f}   {:.1f} ms a report\n",
             static_cast<double>(false_count) / all, 1000 * seconds / all);
}

}  // namespace

int main(int count, char** arguments) {
  const engine::Knowledge knowledge(cli::shipped_indicators(), {}, cli::shipped_weights());
  if (count == 3) {
    measure("given", load(arguments[1], arguments[2]), knowledge);
    return 0;
  }
  const std::string folder = KIZUKI_SOURCE_DIR "/data/corpus/campaigns/";
  fmt::print("at least        H 0.98         N 0.85         X 0.50         false a report 1.0\n");
  for (const std::string hand : {"c1", "c2"})
    measure(hand == "c1" ? "c1 (tuned)" : "c2 (proof)",
            load(folder + hand + ".reports.jsonl", folder + hand + ".truth.csv"), knowledge);
  return 0;
}
