#include "work/engine/risk_reports.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <string>
#include <unordered_map>
#include <utility>

#include "steps/resolve/evidence.h"

namespace engine {
namespace {

using outreach::KnownCase;

// Judgement. A party that was active half a year ago may have moved on; what hangs on weak links
// alone says little of it.
constexpr double half_life_days = 180;
constexpr double surety_min = 0.5;
// Wrong links must not outweigh what the report itself tells, one by one or by their number.
constexpr double linked_share = 0.4;
constexpr std::size_t party_max = 5;

/// Probability that a link holds whose bits are even at the shown threshold.
double surety_of(const model::LinkProposal& proposal) {
  return 1 / (1 + std::exp2(resolve::shown_bits_min - proposal.bits));
}

bool came_after(const model::Report& report, const model::Report& limit) {
  return report.reported_at && limit.reported_at && *report.reported_at > *limit.reported_at;
}

struct Link {
  std::size_t other = 0;
  double surety = 0;
};
using Links = std::unordered_map<std::size_t, std::vector<Link>>;            // by report
using Sureties = std::unordered_map<std::size_t, double>;                    // by report
using FirmOf = std::unordered_map<std::string, const model::Organisation*>;  // by key

Links links_of(std::span<const ReportMatch> matches) {
  Links links;
  for (const auto& match : matches) {
    const auto surety = surety_of(match.proposal);
    links[match.report].push_back({match.other, surety});
    links[match.other].push_back({match.report, surety});
  }
  return links;
}

/// The reports that links lead to from `start` without passing a later one, each by its surest
/// way (best-first search).
Sureties led_to(std::size_t start, std::span<const model::Report> reports, const Links& links) {
  Sureties found;
  std::priority_queue<std::pair<double, std::size_t>> open;
  open.emplace(1.0, start);
  while (!open.empty()) {
    const auto [surety, report] = open.top();
    open.pop();
    if (!found.emplace(report, surety).second) continue;
    const auto next = links.find(report);
    if (next == links.end()) continue;
    for (const auto& link : next->second)
      if (surety * link.surety >= surety_min && !came_after(reports[link.other], reports[start]))
        open.emplace(surety * link.surety, link.other);
  }
  return found;
}

double freshness(const model::Report& report, const model::Report& newest) {
  if (!report.reported_at || !newest.reported_at) return 1;
  const std::chrono::duration<double, std::ratio<86'400>> age =
      *newest.reported_at - *report.reported_at;
  return std::exp2(-std::max(age.count(), 0.0) / half_life_days);
}

std::vector<KnownCase> known_cases(std::span<const model::Report> reports,
                                   std::span<const model::Organisation> firms) {
  FirmOf firm_of;
  for (const auto& firm : firms)
    firm_of.emplace(firm.key, &firm);
  std::vector<KnownCase> cases;
  cases.reserve(reports.size());
  for (const auto& report : reports) {
    const auto firm = firm_of.find(report.from.organisation);
    cases.push_back(
        outreach::known_case(report, std::nullopt, firm == firm_of.end() ? nullptr : firm->second));
  }
  return cases;
}

/// Known at `after`: the cases of its party, surest and freshest first, and all others.
struct Known {
  std::vector<KnownCase> party, others;
};

Known known_at(std::size_t after, std::span<const model::Report> reports,
               std::span<const KnownCase> cases, const Links& links) {
  const auto sureties = led_to(after, reports, links);
  Known known;
  for (std::size_t index = 0; index < reports.size(); ++index) {
    if (came_after(reports[index], reports[after])) continue;
    const auto surety = sureties.find(index);
    if (surety == sureties.end()) {
      known.others.push_back(cases[index]);
      continue;
    }
    known.party.push_back(cases[index]);
    if (index != after)
      known.party.back().weight =
          linked_share * surety->second * freshness(reports[index], reports[after]);
  }
  std::ranges::stable_sort(known.party, std::ranges::greater{}, &KnownCase::weight);
  if (known.party.size() > party_max) known.party.resize(party_max);
  return known;
}

}  // namespace

std::vector<RiskAfter> risk_after(std::span<const std::size_t> afters,
                                  std::span<const model::Report> reports,
                                  std::span<const ReportMatch> matches,
                                  std::span<const model::Organisation> firms) {
  const auto links = links_of(matches);
  const auto cases = known_cases(reports, firms);
  std::vector<RiskAfter> ranked;
  for (const auto after : afters) {
    const auto known = known_at(after, reports, cases, links);
    ranked.push_back({after, outreach::firms_at_risk(known.party, firms, known.others)});
  }
  return ranked;
}

}  // namespace engine
