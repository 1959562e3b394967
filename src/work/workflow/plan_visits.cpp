#include "work/workflow/plan_visits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/visit_plan.h"
#include "steps/outreach/coverage.h"
#include "steps/outreach/small_cells.h"
#include "steps/outreach/visit_plan.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Organisation;
using model::Principal;
using outreach::FirmToVisit;
using rights::Action;

outreach::PlanFacts facts_now(const Hub& hub, db::Connection& connection) {
  return {hub.clock.now(), static_cast<std::int64_t>(hub.knowledge.table().playbooks.size()),
          store::count_lessons_for_firms(connection)};
}

store::VisitPlanFilter filter_for(const Hub& hub, const Principal& principal) {
  const auto now = hub.clock.now();
  return {rights::scope_of(principal, Action::visit_read), principal.organisation_key,
          rights::scope_of(principal, Action::report_read), now, now - outreach::contact_days};
}

FirmToVisit to_visit(const store::FirmCounts& counts) {
  return {counts.firm,          counts.unanswered,    counts.unanswered_since,
          counts.promises_late, counts.contacts_near, counts.contacts_alike,
          counts.visited_at,    counts.methods_told,  counts.lessons_told,
          counts.technologies,  counts.areas};
}

std::vector<FirmToVisit> load_firms(db::Connection& connection,
                                    const store::VisitPlanFilter& filter) {
  std::vector<FirmToVisit> firms;
  store::for_each_firm_to_visit(connection, filter, [&](const store::FirmCounts& counts) {
    firms.push_back(to_visit(counts));
  });
  return firms;
}

model::PlannedVisit planned(const FirmToVisit& counts, double score, const Organisation& firm,
                            const outreach::PlanFacts& facts) {
  model::PlannedVisit item;
  item.firm = firm.id;
  item.firm_key = firm.key;
  item.name = firm.name;
  item.area = firm.sites.empty() ? "" : firm.sites.front().area;
  item.score = score;
  item.reasons = outreach::reasons_to_visit(counts, firm.technologies, facts);
  item.visited_at = counts.visited_at;
  return item;
}

std::optional<outreach::MapPoint> start_of(db::Connection& connection, const Principal& principal) {
  const auto desk = store::find_organisation(connection, principal.organisation);
  return desk ? outreach::place_of(*desk) : std::nullopt;
}

using Count = void (*)(db::Connection&, const store::CoverageFilter&, const store::TakeCoverage&);

std::vector<model::CoverageCell> cells_of(db::Connection& connection,
                                          const store::CoverageFilter& filter, Count for_each,
                                          std::string_view (*code_of)(std::string_view)) {
  outreach::CoverageCount count;
  for_each(connection, filter, [&](const store::CoverageRow& row) {
    count.add(code_of(row.code), row.number, row.is_visited);
  });
  return count.cells();
}

std::string_view as_it_is(std::string_view code) {
  return code;
}

}  // namespace

base::Result<model::VisitPlan> plan_visits(Hub& hub, const Principal& principal,
                                           const PlanRequest& request) {
  if (auto tried = rights::may_try(principal, Action::visit_read); !tried)
    return base::pass_on(tried);
  return hub.database.read([&](db::Connection& connection) {
    const auto facts = facts_now(hub, connection);
    const auto firms = load_firms(connection, filter_for(hub, principal));
    const auto limit = std::clamp<std::size_t>(request.limit, 1, PlanRequest::limit_max);
    model::VisitPlan plan;
    std::vector<std::optional<outreach::MapPoint>> stops;
    for (const auto& ranked : outreach::rank_visits(firms, facts, limit)) {
      const auto& counts = firms[ranked.index];
      const auto firm = store::find_organisation(connection, counts.firm);
      if (!firm) continue;
      plan.items.push_back(planned(counts, ranked.score, *firm, facts));
      if (stops.size() < request.stops) stops.push_back(outreach::place_of(*firm));
    }
    plan.route = outreach::day_route(start_of(connection, principal), stops);
    return plan;
  });
}

std::vector<model::Reason> reasons_to_visit_now(Hub& hub, db::Connection& connection,
                                                const Principal& principal,
                                                const Organisation& firm) {
  const auto counts = store::find_firm_to_visit(connection, filter_for(hub, principal), firm.id);
  if (!counts) return {};
  return outreach::reasons_to_visit(to_visit(*counts), firm.technologies,
                                    facts_now(hub, connection));
}

base::Result<model::VisitCoverage> visit_coverage(Hub& hub, const Principal& principal) {
  if (auto tried = rights::may_try(principal, Action::visit_read); !tried)
    return base::pass_on(tried);
  model::VisitCoverage coverage;
  coverage.since = hub.clock.now() - coverage_days;
  const store::CoverageFilter filter{rights::scope_of(principal, Action::visit_read),
                                     principal.organisation_key, coverage.since};
  return hub.database.read([&](db::Connection& connection) {
    const auto total = store::count_coverage(connection, filter);
    if (total.firms < outreach::firms_told_min) return coverage;
    coverage.firms = total.firms;
    coverage.visited = total.visited;
    coverage.areas = cells_of(connection, filter, store::for_each_area_of_firms, as_it_is);
    coverage.technologies =
        cells_of(connection, filter, store::for_each_technology_of_firms, outreach::field_of);
    return coverage;
  });
}

}  // namespace workflow
