#include "work/workflow/make_loop.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "edges/store/loop.h"
#include "edges/store/visit_plan.h"
#include "steps/outreach/around_visits.h"
#include "steps/outreach/days_taken.h"
#include "steps/outreach/figures.h"
#include "steps/outreach/small_cells.h"
#include "work/workflow/counted_answers.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/keep_figures.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::AlertProduct;
using model::Delivery;
using model::LoopFigures;
using outreach::around_visit_days;
using outreach::FigureCount;
using store::Period;

constexpr std::chrono::months loop_months{12};

void count_coverage(db::Connection& connection, const Period& period, LoopFigures& loop) {
  rights::Scope every;
  every.all = true;
  const auto firms = store::count_coverage(connection, {every, "", period.from}).firms;
  if (firms < outreach::firms_told_min) return;
  loop.firms = firms;
  std::set<std::string> visited;
  store::for_each_visit_of_firms(
      connection, period, [&](const std::string& firm, base::UtcTime) { visited.insert(firm); });
  const auto all = static_cast<std::size_t>(firms);
  if (outreach::may_tell_parts(visited.size(), all - visited.size()))
    loop.visited_percent =
        outreach::percent_step(static_cast<std::int64_t>(visited.size()), firms, all);
}

/// An alert, the first report it rests on, and the firms whose reports these are.
struct AlertOfLoop {
  AlertProduct product = AlertProduct::caution;
  base::UtcTime given_at, first_report;
  std::set<std::string> firms;
};

std::map<base::Id<model::Alert>, AlertOfLoop> find_alerts(db::Connection& connection,
                                                          const Period& period) {
  std::map<base::Id<model::Alert>, AlertOfLoop> alerts;
  store::for_each_alert_source(connection, period, [&](const store::AlertSource& source) {
    const auto [found, is_new] = alerts.try_emplace(source.alert);
    auto& alert = found->second;
    if (is_new) alert = {source.product, source.given_at, source.received_at, {}};
    alert.first_report = std::min(alert.first_report, source.received_at);
    if (!source.firm_key.empty()) alert.firms.insert(source.firm_key);
  });
  return alerts;
}

void count_alerts(db::Connection& connection, const Period& period, LoopFigures& loop) {
  std::map<AlertProduct, outreach::DaysTaken> taken;
  for (const auto& [id, alert] : find_alerts(connection, period))
    taken[alert.product].add(alert.given_at - alert.first_report, alert.firms);
  for (const auto& [product, days] : taken)
    if (const auto told = days.told())
      loop.alert_days.push_back(
          {product, outreach::figure_step(static_cast<std::int64_t>(days.size())), *told});
}

void tell_answers(const Answers& found, LoopFigures& loop) {
  if (!outreach::is_told(found.firms.size())) return;
  loop.warned = outreach::figure_step(found.warned);
  if (!found.may_tell_answered()) return;
  loop.answered_percent = outreach::percent_step(found.answered, found.warned, found.firms.size());
  loop.answer_days = found.days.told();
  if (found.may_tell_late())
    loop.late_percent = outreach::percent_step(found.answered - found.in_time, found.answered,
                                               found.answering.size());
}

/// Follow-ups that fell due in the period, by their day.
using Ceased = std::map<int, FigureCount>;

void add_follow_ups(const Delivery& copy, const Period& period, Ceased& ceased) {
  for (const auto& asked : copy.follow_ups) {
    if (asked.due_at < period.from || asked.due_at >= period.until) continue;
    ceased[asked.day].add(asked.at ? base::word_of(asked.contact_ceased) : "unanswered",
                          copy.organisation.text());
  }
}

/// One pass over the copies, since each is opened.
void count_copies(const Hub& hub, db::Connection& connection, const Period& period,
                  LoopFigures& loop) {
  constexpr std::chrono::days last_asked{*std::ranges::max_element(follow_up_days)};
  Answers answers;
  Ceased ceased;
  for_each_alert_copy(hub, connection, {period.from - last_asked, period.until},
                      [&](const Delivery& copy) {
                        if (copy.made_at >= period.from) answers.add(copy);
                        add_follow_ups(copy, period, ceased);
                      });
  tell_answers(answers, loop);
  for (const auto& [day, count] : ceased)
    if (const auto asked = count.total())
      loop.ceased.push_back({day, outreach::figure_step(*asked), count.shares()});
}

void count_around_visits(db::Connection& connection, const Period& period, LoopFigures& loop) {
  outreach::AroundVisitsCount count;
  const Period visits{period.from - around_visit_days, period.until - around_visit_days};
  const Period reports{visits.from - around_visit_days, period.until};
  store::for_each_visit_of_firms(
      connection, visits,
      [&](const std::string& firm, base::UtcTime at) { count.add_visit(firm, at); });
  store::for_each_report_of_firms(
      connection, reports,
      [&](const std::string& firm, base::UtcTime at) { count.add_report(firm, at); });
  loop.around_visits = count.told();
}

model::Figures count_loop(const Hub& hub, db::Connection& connection, const Period& period) {
  model::Figures figures;
  auto& loop = figures.loop.emplace();
  count_coverage(connection, period, loop);
  count_alerts(connection, period, loop);
  count_copies(hub, connection, period, loop);
  count_around_visits(connection, period, loop);
  return figures;
}

}  // namespace

base::Result<model::Loop> make_loop(Hub& hub, const model::Principal& principal,
                                    const std::string& text) {
  auto month = month_to_tell(hub, principal, text);
  if (!month) return base::pass_on(month);
  const auto end = *month + std::chrono::months(1);
  const Period period{base::start_of(end - loop_months), base::start_of(end)};
  return hub.database.write([&](db::Connection& connection) -> base::Result<model::Loop> {
    auto kept = keep_figures(hub, connection, principal, {*month, "loop"},
                             [&] { return count_loop(hub, connection, period); });
    model::Loop loop;
    loop.since = month_text(end - loop_months);
    loop.month = kept.month;
    loop.made_at = kept.made_at;
    if (kept.figures.loop) loop.figures = std::move(*kept.figures.loop);
    record(hub, connection, principal,
           {.action = base::word_of(rights::Action::digest_read), .object_kind = "loop"});
    return loop;
  });
}

}  // namespace workflow
