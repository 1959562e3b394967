#include "work/workflow/make_agenda.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "edges/store/digest.h"
#include "edges/store/visit_plan.h"
#include "steps/outreach/coverage.h"
#include "steps/outreach/figures.h"
#include "steps/outreach/small_cells.h"
#include "work/workflow/plan_visits.h"

namespace workflow {
namespace {

using model::Principal;
using model::Reason;
using model::TaskKind;
using outreach::FigureCount;
using rights::Action;

constexpr std::string_view of_concern = "concern";

Reason point(std::string code, std::vector<std::string> parameters) {
  return {std::move(code), std::move(parameters), 0, std::nullopt, std::nullopt};
}

std::int64_t days_between(base::UtcTime from, base::UtcTime to) {
  return std::chrono::duration_cast<std::chrono::days>(to - from).count();
}

/// What desks owe each other: no firm stands behind it.
bool is_of_desks(TaskKind kind) {
  return kind == TaskKind::approve_lesson || kind == TaskKind::meeting_task;
}

void add_overdue(const Hub& hub, db::Connection& connection, std::vector<Reason>& agenda) {
  FigureCount of_firms;
  std::map<std::string, std::int64_t, std::less<>> kinds;
  store::for_each_overdue_task(connection, hub.clock.now(),
                               [&](TaskKind kind, const std::string& firm) {
                                 if (is_of_desks(kind))
                                   ++kinds[std::string(base::word_of(kind))];
                                 else
                                   of_firms.add(base::word_of(kind), firm);
                               });
  std::int64_t count = 0;
  for (const auto& [kind, of_kind] : kinds)
    count += of_kind;
  if (const auto told = of_firms.total()) {
    count += outreach::figure_step(*told);
    for (const auto& cell : of_firms.cells())
      if (!cell.code.empty()) kinds.try_emplace(cell.code);
  }
  if (count == 0) return;
  std::vector<std::string> parameters = {std::to_string(count)};
  for (const auto& [kind, of_kind] : kinds)
    parameters.push_back(kind);
  agenda.push_back(point("agenda_overdue", std::move(parameters)));
}

void add_tasks(db::Connection& connection, std::vector<Reason>& agenda) {
  const auto waiting = store::count_waiting_meeting_tasks(connection);
  if (waiting > 0) agenda.push_back(point("agenda_tasks", {std::to_string(waiting)}));
}

/// The wait that is told is one of five firms: the longest alone would be that of one.
base::UtcTime fifth_oldest(const std::map<std::string, base::UtcTime>& oldest_of_firm) {
  std::vector<base::UtcTime> times;
  for (const auto& [firm, since] : oldest_of_firm)
    times.push_back(since);
  std::ranges::sort(times);
  return times.at(static_cast<std::size_t>(outreach::firms_told_min) - 1);
}

void add_unanswered(const Hub& hub, db::Connection& connection, std::vector<Reason>& agenda) {
  FigureCount copies;
  std::map<std::string, base::UtcTime> oldest_of_firm;
  store::for_each_unanswered(connection, [&](const std::string& firm, base::UtcTime since) {
    copies.add("", firm);
    const auto first = oldest_of_firm.try_emplace(firm, since).first;
    first->second = std::min(first->second, since);
  });
  const auto told = copies.total();
  if (!told) return;
  const auto days = days_between(fifth_oldest(oldest_of_firm), hub.clock.now());
  agenda.push_back(point("agenda_unanswered",
                         {std::to_string(outreach::figure_step(*told)), std::to_string(days)}));
}

void add_reports(db::Connection& connection, base::UtcTime since, std::vector<Reason>& agenda) {
  FigureCount reports;
  store::for_each_fresh_report(connection, since, [&](const std::string& firm, model::Band band) {
    reports.add(band >= model::Band::concern ? of_concern : "other", firm);
  });
  const auto told = reports.total();
  if (!told) return;
  agenda.push_back(point("agenda_reports", {std::to_string(outreach::figure_step(*told))}));
  for (const auto& cell : reports.cells())
    if (cell.code == of_concern)
      agenda.push_back(
          point("agenda_concern", {std::to_string(outreach::figure_step(cell.count))}));
}

void add_lessons(db::Connection& connection, base::UtcTime since, std::vector<Reason>& agenda) {
  const auto approved = store::count_lessons_since(connection, since);
  if (approved > 0) agenda.push_back(point("agenda_lessons", {std::to_string(approved)}));
}

void add_coverage(const Hub& hub, db::Connection& connection, const Principal& principal,
                  std::vector<Reason>& agenda) {
  const auto total = store::count_coverage(
      connection, {rights::scope_of(principal, Action::visit_read), principal.organisation_key,
                   hub.clock.now() - coverage_days});
  const auto may_tell = [](std::int64_t count) {
    return count == 0 || count >= outreach::firms_told_min;
  };
  if (total.firms == 0 || !may_tell(total.firms)) return;
  if (!may_tell(total.visited) || !may_tell(total.firms - total.visited)) return;
  agenda.push_back(
      point("agenda_coverage", {std::to_string(total.visited), std::to_string(total.firms)}));
}

}  // namespace

std::vector<Reason> make_agenda(const Hub& hub, db::Connection& connection,
                                const Principal& principal, base::UtcTime since) {
  std::vector<Reason> agenda;
  add_overdue(hub, connection, agenda);
  add_tasks(connection, agenda);
  add_unanswered(hub, connection, agenda);
  add_reports(connection, since, agenda);
  add_lessons(connection, since, agenda);
  add_coverage(hub, connection, principal, agenda);
  return agenda;
}

}  // namespace workflow
