// A simulated year of a force through the use cases, on a clock that the benchmark moves: 12,550
// sites, 24,000 reports, 300 officers, visits with promises, consultations, meetings, alerts. One
// task in 32 is never acted on. A clock is lost where nobody acted for a week after it was due and
// nothing put the task before somebody else; the benchmark fails where one is.
// KIZUKI_YEAR_SHARE (0.01 to 1): how much of the reports, visits, consultations and alerts.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "clock_states.h"
#include "doors/cli/data_folder.h"
#include "edges/db/scratch_folder.h"
#include "edges/store/consultation.h"
#include "edges/store/delivery.h"
#include "edges/store/link.h"
#include "edges/store/meeting.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "edges/store/visit.h"
#include "ground/base/working_days.h"
#include "scratch_hub.h"
#include "timing.h"
#include "work/jobs/loop.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/approve_alert.h"
#include "work/workflow/consult.h"
#include "work/workflow/draft_alert.h"
#include "work/workflow/edit_alert.h"
#include "work/workflow/escalate_tasks.h"
#include "work/workflow/feedback.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/give_task.h"
#include "work/workflow/hand_over_alert.h"
#include "work/workflow/judge_link.h"
#include "work/workflow/keep_meeting.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/make_briefing.h"
#include "work/workflow/plan_visits.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/step_alert.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/vet_report.h"
#include "work/workflow/work_queue.h"

namespace {

using model::Principal;
using model::Role;
using model::Task;
using model::TaskKind;
using std::chrono::days;

constexpr std::size_t firm_count = 12'550;
constexpr int year_days = 365;
/// After the days that invented reports tell of.
constexpr std::string_view first_day = "2026-10-01T00:00:00Z";
constexpr double reports_a_day = 24'000.0 / year_days;
constexpr double visits_a_day = 3'000.0 / year_days;
constexpr double consultations_a_day = 1'200.0 / year_days;
constexpr double alerts_a_day = 24.0 / year_days;
constexpr int meeting_every_days = 30;
constexpr std::size_t officers_a_station = 3;
constexpr std::chrono::hours workday{9};
constexpr double planner_limit_ms = 200;

/// How much is due by the end of a day, so that small shares of a day add up.
std::size_t due_on(int day, double a_day) {
  return static_cast<std::size_t>(std::floor((day + 1) * a_day) - std::floor(day * a_day));
}

double share_of_year() {
  const auto* text = std::getenv("KIZUKI_YEAR_SHARE");  // NOLINT(concurrency-mt-unsafe)
  return text == nullptr ? 1 : std::clamp(std::strtod(text, nullptr), 0.01, 1.0);
}

Principal person(const model::Organisation& desk, Role role, const std::string& name) {
  Principal made;
  made.kind = Principal::Kind::person;
  made.name = name;
  made.organisation = desk.id;
  made.organisation_kind = desk.kind;
  made.organisation_key = desk.key;
  made.roles = {role};
  made.territory = desk.territory;
  return made;
}

class Year {
 public:
  Year(workflow::Hub& hub, base::SetClock& clock, double share)
      : hub_(hub), clock_(clock), share_(share) {
    hub_.database.read([&](db::Connection& connection) {
      bureau_ = store::find_organisation_by_key(connection, "bureau").value();
      for (std::size_t number = 0; number < bench::stations; ++number)
        stations_.push_back(
            store::find_organisation_by_key(connection, fmt::format("station-{}", number)).value());
      for (std::size_t number = 0; number < firm_count; ++number)
        firms_.push_back(
            store::find_organisation_by_key(connection, fmt::format("firm-{}", number))->id);
    });
  }

  void live(int day) {
    clock_.set(start_ + days(day));
    report(day);
    if (base::is_working_day(base::tokyo_day(clock_.now()))) work(day);
    run();
    clock_.advance(workday);
    run();
    clocks_.look(hub_);
  }

  [[nodiscard]] Principal analyst() const { return person(bureau_, Role::analyst, "analyst-1"); }
  [[nodiscard]] std::map<TaskKind, bench::ClockRow> rows() const { return clocks_.rows(hub_); }
  [[nodiscard]] const std::map<std::string, std::size_t>& refused() const { return refused_; }
  std::size_t reports = 0, visits = 0, consultations = 0, meetings = 0, alerts = 0, jobs = 0;

 private:
  template <class Find>
  auto stored(const Find& find) {
    return hub_.database.read([&](db::Connection& connection) { return find(connection).value(); });
  }

  void run() {
    jobs += jobs::run_until_idle(hub_, {.jobs_max = 256, .threads = 2});
    workflow::escalate_tasks(hub_);
  }

  [[nodiscard]] Principal officer(std::size_t station, std::size_t number) const {
    return person(
        stations_[station], Role::station_officer,
        fmt::format("officer-{}", station * officers_a_station + number % officers_a_station));
  }
  [[nodiscard]] Principal approver() const { return person(bureau_, Role::approver, "approver"); }

  /// Who acts for the desk or firm where a task lies.
  Principal officer_of(const Task& task) {
    for (std::size_t number = 0; number < stations_.size(); ++number)
      if (stations_[number].id == task.organisation) return officer(number, task.id.bytes[15]);
    if (task.organisation == bureau_.id) return analyst();
    const auto firm = stored([&](db::Connection& connection) {
      return store::find_organisation(connection, task.organisation);
    });
    return person(firm, Role::company_officer, "officer of " + firm.key);
  }

  /// True where it was done; what was refused is told at the end.
  template <class T>
  bool done(std::string_view what, const base::Result<T>& result) {
    if (result) return true;
    const auto& error = result.error();
    const auto why = error.issues.empty() ? "" : error.issues.front().problem;
    ++refused_[fmt::format("{}: {}", what, why)];
    return false;
  }

  void report(int day) {
    for (auto count = due_on(day, reports_a_day * share_); count > 0; --count) {
      model::Submission submission;
      submission.report = invented_.next();
      const auto by = officer(reports % bench::stations, reports / bench::stations);
      if (done("report", workflow::submit_report(hub_, by, submission))) ++reports;
    }
    run();
  }

  void work(int day) {
    for (auto count = due_on(day, visits_a_day * share_ * 7 / 5); count > 0; --count)
      visit();
    for (auto count = due_on(day, consultations_a_day * share_ * 7 / 5); count > 0; --count)
      consult();
    if (day >= next_meeting_) {
      next_meeting_ = day + meeting_every_days;
      meet();
    }
    alerts_allowed_ = static_cast<std::size_t>(std::ceil((day + 1) * alerts_a_day * share_));
    for (const auto& id : tasks_due()) {
      // What was done before may have ended this one, too.
      const auto task =
          stored([&](db::Connection& connection) { return store::find_task(connection, id); });
      if (task.state == model::TaskState::open) act(task);
    }
  }

  void visit() {
    const auto number = visits * 7 % firm_count;
    model::VisitEdit edit;
    edit.firm = firms_[number];
    edit.visited_at = clock_.now();
    edit.attendees = {model::Attendee::security};
    edit.shown = {{model::Shown::Kind::method, "PB1"}};
    if (visits % 2 == 0)
      edit.promises = {{"架空の資料を送る", base::tokyo_day(clock_.now()) + days(7), {}, "", ""}};
    if (done("visit", workflow::log_visit(hub_, officer(number % bench::stations, visits), edit)))
      ++visits;
  }

  void consult() {
    const auto number = consultations * 11 % firm_count;
    model::ConsultationEdit edit;
    edit.firm = firms_[number];
    edit.answers = {{model::Question::what_happened, model::Yes::unknown, "架空の相談です。"}};
    const auto by = officer(number % bench::stations, consultations);
    if (done("consultation", workflow::take_consultation(hub_, by, edit))) ++consultations;
  }

  void meet() {
    model::MeetingEdit edit;
    edit.title = "架空の戦略会議";
    edit.starts_at = clock_.now();
    for (const auto& station : stations_) {
      edit.invited.push_back(station.id);
      edit.attended.push_back({station.id, 1});
    }
    const auto meeting = workflow::call_meeting(hub_, analyst(), edit);
    if (!done("meeting", meeting)) return;
    ++meetings;
    for (const auto& station : stations_)
      done("give a task", workflow::give_task(hub_, analyst(), meeting->meeting.id,
                                              {station.id, "", "架空の確認",
                                               base::tokyo_day(clock_.now()) + days(14)}));
  }

  /// Open tasks that are due by the end of the next working day, without those that nobody acts on.
  std::vector<base::Id<Task>> tasks_due() {
    const auto until = base::working_days_after(clock_.now(), 1) + workday;
    return hub_.database.read([&](db::Connection& connection) {
      std::vector<base::Id<Task>> ids;
      connection.for_each(
          "SELECT id FROM task WHERE state = 'open' AND due_at <= $1"
          " AND note <> 'overdue' ORDER BY due_at, id",
          {until}, [&](const db::Row& row) {
            if (const auto id = row.id<Task>(0); id.bytes[15] % 32 != 0) ids.push_back(id);
          });
      return ids;
    });
  }

  void act(const Task& task) {
    switch (task.kind) {
      case TaskKind::vet_behaviour:
      case TaskKind::vet_context:
      case TaskKind::second_reader:
      case TaskKind::give_feedback:
      case TaskKind::draft_alert:
        return act_on_report(task);
      case TaskKind::judge_link: {
        const base::Id<model::Link> id{task.object};
        const auto link = stored([&](db::Connection& connection) {
          return store::find_link(connection, hub_.keys, id);
        });
        done("judge a link", workflow::judge_link(hub_, analyst(), id, link.link.revision,
                                                  model::Judgement::unsure, link.link.kind));
        return;
      }
      case TaskKind::hand_over:
      case TaskKind::follow_up:
        return act_on_delivery(task);
      case TaskKind::cyber_handover:
        return finish(task, analyst());
      case TaskKind::visit_unacknowledged:
        return finish(task, officer_of(task));
      case TaskKind::keep_promise:
      case TaskKind::consultation:
      case TaskKind::meeting_task:
        return act_at_desk(task);
      case TaskKind::failed_step:
      case TaskKind::confirm_dossier:
      case TaskKind::approve_alert:
      case TaskKind::decide_hold:
      case TaskKind::correct_alert:
      case TaskKind::decide_referral:
      case TaskKind::approve_lesson:
      case TaskKind::review_keeping:
        return;
    }
  }

  void finish(const Task& task, const Principal& by) {
    done("finish a task", workflow::finish_task(hub_, by, task.id, task.revision, "架空の理由"));
  }

  void act_on_report(const Task& task) {
    const base::Id<model::Report> id{task.object};
    if (task.kind == TaskKind::give_feedback) {
      done("feedback",
           workflow::give_feedback(hub_, analyst(), id, workflow::Feedback::kept_as_note));
      return;
    }
    if (task.kind == TaskKind::draft_alert) {
      if (alerts >= alerts_allowed_) return finish(task, analyst());
      ++alerts;
      if (!warn(id)) --alerts;
      return;
    }
    const auto by = task.kind == TaskKind::vet_behaviour
                        ? analyst()
                        : person(bureau_, Role::analyst, "analyst-2");
    const auto record = workflow::open_report(hub_, by, id, "vetting");
    if (!done("open a report", record)) return;
    if (task.kind == TaskKind::vet_behaviour)
      done("vet behaviour", workflow::vet_behaviour(hub_, by, id, record->revision));
    else if (task.kind == TaskKind::vet_context)
      done("vet context", workflow::vet_context(hub_, by, id, record->revision, "own_experience"));
    else
      done("second reading",
           workflow::second_reading(hub_, by, id, record->revision,
                                    workflow::SecondReading::not_a_contact_case, "架空の理由"));
  }

  base::Result<model::Alert> step(const Principal& by, const model::Alert& alert,
                                  workflow::AlertStep::Kind kind) {
    workflow::AlertStep step;
    step.kind = kind;
    return workflow::step_alert(hub_, by, alert.id, alert.revision, step);
  }

  /// From draft to sending, by the book.
  bool warn(base::Id<model::Report> report) {
    auto alert = workflow::draft_alert(hub_, analyst(), {model::AlertProduct::warning, {}, report});
    if (!done("draft an alert", alert)) return false;
    model::AlertEdit edit;
    edit.text = alert->text;
    edit.contrary_evidence = "架空: 別人かもしれない";
    edit.confidence = alert->confidence;
    edit.expires_at = alert->expires_at;
    alert = workflow::edit_alert(hub_, analyst(), alert->id, alert->revision, edit);
    if (!done("edit an alert", alert)) return false;
    using Kind = workflow::AlertStep::Kind;
    alert = step(analyst(), *alert, Kind::submit);
    if (!done("submit an alert", alert)) return false;
    for (const auto& source : alert->sources)
      done("open a source", workflow::open_alert_source(hub_, approver(), alert->id, source));
    alert = step(approver(), *alert, Kind::approve);
    if (!done("approve an alert", alert)) return false;
    return done("send an alert", step(analyst(), *alert, Kind::send));
  }

  void act_on_delivery(const Task& task) {
    const base::Id<model::Delivery> id{task.object};
    const auto delivery = stored([&](db::Connection& connection) {
                            return store::find_delivery(connection, hub_.keys, id);
                          }).delivery;
    const auto by = officer_of(task);
    if (task.kind == TaskKind::hand_over) {
      workflow::HandOverEdit edit{"架空 花子", "security", {}};
      // Some firms take the paper and do not answer.
      if (id.bytes[14] % 4 != 0) edit.acknowledgement.emplace();
      done("hand over", workflow::hand_over(hub_, by, id, delivery.revision, edit));
      return;
    }
    auto revision = delivery.revision;
    for (const auto& asked : delivery.follow_ups) {
      if (asked.due_at > clock_.now() || asked.at) continue;
      const auto answered =
          workflow::answer_follow_up(hub_, by, id, revision, asked.day, model::Yes::yes);
      if (!done("follow up", answered)) return;
      revision = answered->revision;
    }
  }

  void act_at_desk(const Task& task) {
    const auto by = officer_of(task);
    if (task.kind == TaskKind::keep_promise) {
      const base::Id<model::Visit> id{task.object};
      const auto visit = stored(
          [&](db::Connection& connection) { return store::find_visit(connection, hub_.keys, id); });
      done("keep a promise", workflow::keep_promise(hub_, by, id, visit.visit.revision, 0, "架空"));
    } else if (task.kind == TaskKind::consultation) {
      const base::Id<model::Consultation> id{task.object};
      const auto found = stored([&](db::Connection& connection) {
        return store::find_consultation(connection, hub_.keys, id);
      });
      done("close a consultation",
           workflow::close_consultation(hub_, by, id, found.consultation.revision,
                                        {model::Outcome::advised, ""}));
    } else {
      const base::Id<model::MeetingTask> id{task.object};
      const auto found = stored([&](db::Connection& connection) {
        return store::find_meeting_task(connection, hub_.keys, id);
      });
      done("answer a task", workflow::answer_task(hub_, by, id, found.task.revision, "架空の回答"));
    }
  }

  workflow::Hub& hub_;
  base::SetClock& clock_;
  double share_;
  base::UtcTime start_ = base::parse_utc(first_day).value();
  model::Organisation bureau_;
  std::vector<model::Organisation> stations_;
  std::vector<base::Id<model::Organisation>> firms_;
  bench::InventedReports invented_;
  int next_meeting_ = 0;
  std::size_t alerts_allowed_ = 0;
  bench::ClockStates clocks_;
  std::map<std::string, std::size_t> refused_;
};

template <class Act>
double median_ms(const Act& act) {
  std::vector<double> waits_ms;
  for (int round = 0; round < 10; ++round) {
    const auto begun = bench::Stopwatch::now();
    act();
    waits_ms.push_back(bench::seconds_since(begun) * 1000);
  }
  return bench::median(waits_ms);
}

/// What people wait for at the end of the year. The first briefing of a month counts its figures,
/// the later ones find them.
void measure_waits(workflow::Hub& hub, const Principal& analyst) {
  fmt::print("plan, next 20 of all firms: {:.0f} ms (median), limit {:.0f}\n",
             median_ms([&] { static_cast<void>(workflow::plan_visits(hub, analyst).value()); }),
             planner_limit_ms);
  const auto brief = [&] {
    static_cast<void>(
        workflow::make_briefing(hub, analyst, model::Audience::station, analyst.organisation.bytes)
            .value());
  };
  const auto begun = bench::Stopwatch::now();
  brief();
  fmt::print("briefing of the bureau: {:.0f} ms at first, {:.0f} ms (median) again\n",
             bench::seconds_since(begun) * 1000, median_ms(brief));
}

}  // namespace

int main() {
  const auto begun = bench::Stopwatch::now();
  const auto share = share_of_year();
  const db::ScratchFolder folder;
  bench::make_scratch_store(folder.path(), firm_count, 1);
  base::SetClock clock(base::parse_utc(first_day).value());
  base::SystemIds ids;
  const auto store = cli::OpenStore::open(folder.path(), cli::OpenStore::Ownership::alone).value();
  auto hub = store->hub(clock, ids);
  Year year(hub, clock, share);
  fmt::print("{} sites, {} stations, {} officers; {} of a year's work\n", firm_count,
             bench::stations, bench::stations * officers_a_station, share);
  for (int day = 0; day < year_days; ++day) {
    year.live(day);
    if (day % 30 == 29)
      fmt::print("day {:>3}: {} reports, {:.0f} s\n", day + 1, year.reports,
                 bench::seconds_since(begun));
    std::fflush(stdout);
  }
  fmt::print(
      "{} reports, {} visits, {} consultations, {} meetings, {} alerts, {} jobs in {:.0f} s\n",
      year.reports, year.visits, year.consultations, year.meetings, year.alerts, year.jobs,
      bench::seconds_since(begun));
  measure_waits(hub, year.analyst());
  for (const auto& [what, count] : year.refused())
    fmt::print("refused {:>6} {}\n", count, what);
  const auto lost = bench::show_clocks(year.rows());
  fmt::print("clocks missed without an escalation: {} (limit 0)\n", lost);
  return lost == 0 ? 0 : 1;
}
