#include "work/workflow/make_digest.h"

#include <set>
#include <utility>

#include "edges/store/digest.h"
#include "edges/store/lesson.h"
#include "steps/outreach/figures.h"
#include "steps/outreach/small_cells.h"
#include "work/workflow/counted_answers.h"
#include "work/workflow/counted_reports.h"
#include "work/workflow/keep_figures.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Digest;
using model::Figures;
using model::Principal;
using outreach::FigureCount;
using store::Period;

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

void count_answers(const Hub& hub, db::Connection& connection, const Period& period,
                   Figures& figures) {
  Answers found;
  for_each_alert_copy(hub, connection, period,
                      [&](const model::Delivery& copy) { found.add(copy); });
  if (!outreach::is_told(found.firms.size())) return;
  figures.warned = found.warned;
  if (!found.may_tell_answered()) return;
  figures.answered = found.answered;
  if (const auto days = found.days.told()) figures.answer_days_median = days->median;
  if (found.may_tell_late()) figures.answered_in_time = found.in_time;
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
  auto month = month_to_tell(hub, principal, text);
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
