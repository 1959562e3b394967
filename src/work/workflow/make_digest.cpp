#include "work/workflow/make_digest.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "edges/store/delivery.h"
#include "edges/store/digest.h"
#include "edges/store/lesson.h"
#include "ground/base/working_days.h"
#include "steps/outreach/coverage.h"
#include "steps/outreach/figures.h"
#include "steps/outreach/small_cells.h"
#include "work/workflow/counted_reports.h"
#include "work/workflow/keep_figures.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Digest;
using model::Figures;
using model::Principal;
using outreach::FigureCount;
using store::Period;

constexpr int answer_working_days = 3;

base::Result<std::chrono::year_month> parse_month(const std::string& text, base::UtcTime now) {
  const auto last = base::tokyo_month(now) - std::chrono::months(1);
  if (text.empty()) return last;
  const auto first = base::parse_day(text + "-01", "month");
  if (!first)
    return base::fail(ErrorKind::invalid_input, "month", "is no month",
                      "give year and month, such as 2026-10");
  const std::chrono::year_month_day day(*first);
  if (day.year() / day.month() > last)
    return base::fail(ErrorKind::invalid_input, "month", "is not over yet",
                      "choose a month that is over");
  return day.year() / day.month();
}

void count_outreach(db::Connection& connection, const Period& period, Figures& figures) {
  FigureCount visits, consultations;
  std::set<std::string> firms;
  store::for_each_visit(connection, period, [&](const std::string& firm) {
    visits.add("", firm);
    firms.insert(firm);
  });
  store::for_each_consultation(connection, period,
                               [&](const std::string& firm) { consultations.add("", firm); });
  figures.visits = visits.total();
  if (figures.visits) figures.firms_visited = static_cast<std::int64_t>(firms.size());
  figures.consultations = consultations.total();
}

void count_reports(const Hub& hub, db::Connection& connection, const Period& period,
                   Figures& figures) {
  FigureCount stages, methods;
  for_each_counted_report(hub, connection, period, {},
                          [&](const store::CountedReport& report, const std::string& method) {
                            stages.add(outreach::stage_group(report.stage), report.firm_key);
                            methods.add(method, report.firm_key);
                          });
  figures.reports = stages.total();
  figures.stages = stages.cells();
  figures.methods = methods.cells();
}

/// What firms did with their copies, with those that did not.
struct Answers {
  std::set<base::Id<model::Organisation>> firms, answering, silent, prompt, late;
  std::int64_t warned = 0, answered = 0, in_time = 0;
  std::vector<double> days;

  void add(const model::Delivery& copy) {
    ++warned;
    firms.insert(copy.organisation);
    if (!copy.acknowledged) {
      silent.insert(copy.organisation);
      return;
    }
    ++answered;
    answering.insert(copy.organisation);
    const auto taken = copy.acknowledged->at - copy.made_at;
    days.push_back(std::chrono::duration<double, std::ratio<86400>>(taken).count());
    const bool is_in_time =
        copy.acknowledged->at <= base::working_days_after(copy.made_at, answer_working_days);
    (is_in_time ? prompt : late).insert(copy.organisation);
    if (is_in_time) ++in_time;
  }
};

/// A part is told only where the other part stands for nobody or for enough firms as well.
bool may_tell_parts(std::size_t one, std::size_t other) {
  constexpr auto least = static_cast<std::size_t>(outreach::firms_told_min);
  return one >= least && (other == 0 || other >= least);
}

void count_answers(const Hub& hub, db::Connection& connection, const Period& period,
                   Figures& figures) {
  Answers found;
  for (const auto& id : store::list_deliveries_of(connection, period))
    if (const auto copy = store::find_delivery(connection, hub.keys, id)) found.add(copy->delivery);
  if (!may_tell_parts(found.firms.size(), 0)) return;
  figures.warned = found.warned;
  if (!may_tell_parts(found.answering.size(), found.silent.size())) return;
  figures.answered = found.answered;
  std::ranges::sort(found.days);
  // In half days: the exact time is that of one firm's copy.
  figures.answer_days_median = std::round(2 * found.days[found.days.size() / 2]) / 2;
  if (may_tell_parts(found.prompt.size(), found.late.size()))
    figures.answered_in_time = found.in_time;
}

Figures count_month(const Hub& hub, db::Connection& connection, const Period& period) {
  Figures figures;
  count_outreach(connection, period, figures);
  count_reports(hub, connection, period, figures);
  count_answers(hub, connection, period, figures);
  figures.meetings = store::count_meetings(connection, period);
  return figures;
}

void add_lessons(const Hub& hub, db::Connection& connection, const Period& period, Digest& digest) {
  for (const auto& lesson : store::list_approved_lessons(connection, hub.keys)) {
    const bool is_new = lesson.approved_at && *lesson.approved_at >= period.from &&
                        *lesson.approved_at < period.until;
    if (is_new && lesson.content.tlp <= digest.tlp)
      digest.lessons.push_back({lesson.id, lesson.content.method, lesson.content.title});
  }
}

}  // namespace

base::Result<Digest> make_digest(Hub& hub, const Principal& principal, const std::string& text) {
  if (auto tried = rights::may_try(principal, rights::Action::digest_read); !tried)
    return base::pass_on(tried);
  if (!is_police(principal.organisation_kind))
    return base::fail(ErrorKind::forbidden, "", "the digest is for police only",
                      "ask the police for a briefing");
  const auto now = hub.clock.now();
  auto month = parse_month(text, now);
  if (!month) return base::pass_on(month);
  const Period period{base::start_of(*month), base::start_of(*month + std::chrono::months(1))};
  return hub.database.write([&](db::Connection& connection) -> base::Result<Digest> {
    auto kept = keep_figures(hub, connection, principal, {*month, "digest"},
                             [&] { return count_month(hub, connection, period); });
    Digest digest;
    digest.month = kept.month;
    digest.made_at = kept.made_at;
    digest.figures = std::move(kept.figures);
    add_lessons(hub, connection, period, digest);
    record(hub, connection, principal,
           {.action = base::word_of(rights::Action::digest_read), .object_kind = "digest"});
    return digest;
  });
}

}  // namespace workflow
