#include "work/workflow/log_visit.h"

#include <array>

#include <gtest/gtest.h>

#include "work/workflow/read_visits.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Attendee;
using model::Shown;
using model::TaskKind;
using std::chrono::days;

base::Day day(const std::string& text) {
  return base::parse_day(text).value();
}

model::VisitEdit visit_to(const TestHub& test, const model::Organisation& firm) {
  model::VisitEdit edit;
  edit.firm = firm.id;
  edit.site = "本社";
  edit.visited_at = test.clock.now() - std::chrono::hours(2);
  edit.attendees = {Attendee::security, Attendee::research};
  edit.shown = {{Shown::Kind::method, "PB1"}};
  edit.asked = "名刺の扱い";
  edit.promises = {{"method card in English", day("2026-11-27"), {}, "", ""}};
  return edit;
}

std::size_t run_promise_jobs(TestHub& test) {
  const std::array steps{promise_step()};
  return run_due_jobs(test.hub, steps);
}

std::string pointer_of(const base::Result<model::Visit>& refused) {
  return refused ? "accepted" : refused.error().issues.front().pointer;
}

class log_visit_test : public testing::Test {
 protected:
  base::Result<model::Visit> log(const model::VisitEdit& edit) {
    return log_visit(test.hub, test.station_officer_a(), edit);
  }
  std::vector<model::Task> promises_of(const model::Principal& principal) {
    return for_tests::queue_of(test, principal, TaskKind::keep_promise);
  }

  TestHub test;
};

TEST_F(log_visit_test, keeps_what_was_shown_asked_and_promised) {
  const auto made = log(visit_to(test, test.firm_a));
  ASSERT_TRUE(made) << made.error().text();
  const auto read = open_visit(test.hub, test.analyst(), made->id).value();
  EXPECT_EQ(read.by, test.station_officer_a().name);
  EXPECT_EQ(read.organisation, test.station_a.id);
  EXPECT_EQ(read.attendees, (std::vector{Attendee::security, Attendee::research}));
  EXPECT_EQ(read.shown.at(0).id, "PB1");
  EXPECT_EQ(read.asked, "名刺の扱い");
  EXPECT_EQ(read.promises.at(0).due_on, day("2026-11-27"));
  EXPECT_EQ(read.revision, 1);
}

TEST_F(log_visit_test, stands_sealed_and_proved_in_the_record) {
  ASSERT_TRUE(log(visit_to(test, test.firm_a)));
  const auto body = test.row("SELECT body FROM visit").bytes(0);
  EXPECT_EQ(base::to_text(body).find("名刺"), std::string::npos);
  const auto actions = test.recorded_actions();
  EXPECT_EQ(std::ranges::count(actions, "visit.log"), 1);
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
  test.change("UPDATE visit_shown SET item = 'PB2'");
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_FALSE(found.holds);
  EXPECT_NE(found.first_broken.find("visit"), std::string::npos) << found.first_broken;
}

TEST_F(log_visit_test, a_repeated_request_makes_one_visit) {
  const RequestKey request{"visit-key-1", "hash"};
  const auto edit = visit_to(test, test.firm_a);
  const auto first = log_visit(test.hub, test.station_officer_a(), edit, request).value();
  const auto second = log_visit(test.hub, test.station_officer_a(), edit, request).value();
  EXPECT_EQ(first.id, second.id);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM visit").integer(0), 1);
}

TEST_F(log_visit_test, refuses_what_cannot_be) {
  auto edit = visit_to(test, test.firm_a);
  edit.attendees.clear();
  EXPECT_EQ(pointer_of(log(edit)), "/attendees");
  edit = visit_to(test, test.firm_a);
  edit.visited_at = test.clock.now() + std::chrono::hours(1);
  EXPECT_EQ(pointer_of(log(edit)), "/visited_at");
  edit.visited_at = test.clock.now() - days(400);
  EXPECT_EQ(pointer_of(log(edit)), "/visited_at");
  edit = visit_to(test, test.firm_a);
  edit.site = "nowhere";
  EXPECT_EQ(pointer_of(log(edit)), "/site");
  edit = visit_to(test, test.firm_a);
  edit.shown.push_back({Shown::Kind::method, "PB99"});
  EXPECT_EQ(pointer_of(log(edit)), "/shown/1/id");
  edit = visit_to(test, test.firm_a);
  edit.promises.at(0).due_on = day("2026-11-19");
  EXPECT_EQ(pointer_of(log(edit)), "/promises/0/due_on");
  edit.promises.at(0) = {" ", day("2026-11-27"), {}, "", ""};
  EXPECT_EQ(pointer_of(log(edit)), "/promises/0/what");
}

TEST_F(log_visit_test, a_station_visits_and_reads_its_own_territory_only) {
  const auto elsewhere = log(visit_to(test, test.firm_c));
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().kind, ErrorKind::not_found);
  const auto made = log(visit_to(test, test.firm_a)).value();
  const auto stranger = open_visit(test.hub, test.station_officer_b(), made.id);
  ASSERT_FALSE(stranger);
  EXPECT_EQ(stranger.error().kind, ErrorKind::not_found);
  for (const auto& nobody : {test.officer_a(), test.employee_a(), test.administrator()}) {
    EXPECT_EQ(open_visit(test.hub, nobody, made.id).error().kind, ErrorKind::forbidden);
    EXPECT_EQ(log_visit(test.hub, nobody, visit_to(test, test.firm_a)).error().kind,
              ErrorKind::forbidden);
  }
  EXPECT_TRUE(log_visit(test.hub, test.analyst(), visit_to(test, test.firm_c)));
}

TEST_F(log_visit_test, a_station_is_no_firm_to_visit) {
  auto edit = visit_to(test, test.station_b);
  edit.site.clear();
  EXPECT_EQ(log_visit(test.hub, test.analyst(), edit).error().kind, ErrorKind::not_found);
}

TEST_F(log_visit_test, a_promise_is_a_task_until_it_is_kept) {
  auto edit = visit_to(test, test.firm_a);
  edit.promises.push_back({"call back", day("2026-11-24"), {}, "", ""});
  const auto made = log(edit).value();
  const auto tasks = promises_of(test.station_officer_a());
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].due_at, base::tokyo_midnight(day("2026-11-25")));
  EXPECT_EQ(tasks[0].about, test.firm_a.name);

  const auto kept =
      keep_promise(test.hub, test.station_officer_a(), made.id, made.revision, 1, "called").value();
  EXPECT_EQ(kept.promises[1].kept_by, test.station_officer_a().name);
  EXPECT_EQ(promises_of(test.station_officer_a()).at(0).due_at,
            base::tokyo_midnight(day("2026-11-28")));
  const auto all =
      keep_promise(test.hub, test.station_officer_a(), made.id, kept.revision, 0, "").value();
  EXPECT_TRUE(promises_of(test.station_officer_a()).empty());
  EXPECT_EQ(
      keep_promise(test.hub, test.station_officer_a(), made.id, all.revision, 0, "").error().kind,
      ErrorKind::conflict);
  EXPECT_EQ(
      keep_promise(test.hub, test.station_officer_a(), made.id, made.revision, 0, "").error().kind,
      ErrorKind::precondition_failed);
  EXPECT_EQ(
      keep_promise(test.hub, test.station_officer_a(), made.id, all.revision, 7, "").error().kind,
      ErrorKind::not_found);
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(log_visit_test, a_promise_that_nobody_kept_reaches_the_bureau) {
  const auto made = log(visit_to(test, test.firm_a)).value();
  const auto desk_of_bureau = [&] {
    std::vector<model::Task> own;
    for (const auto& task : promises_of(test.analyst()))
      if (task.organisation == test.bureau.id) own.push_back(task);
    return own;
  };
  // Due on Friday the 27th; the Monday after is the working day that was left for it.
  test.clock.set(base::parse_utc("2026-11-30T14:00:00Z").value());
  run_promise_jobs(test);
  EXPECT_TRUE(desk_of_bureau().empty());
  test.clock.set(base::parse_utc("2026-12-01T00:00:00Z").value());
  EXPECT_EQ(run_promise_jobs(test), 1U);
  ASSERT_EQ(desk_of_bureau().size(), 1U);
  EXPECT_EQ(desk_of_bureau()[0].note, "overdue");
  EXPECT_EQ(promises_of(test.station_officer_a()).size(), 1U);
  ASSERT_TRUE(
      keep_promise(test.hub, test.analyst(), made.id, made.revision, 0, "done by the bureau"));
  EXPECT_TRUE(desk_of_bureau().empty());
  EXPECT_TRUE(promises_of(test.station_officer_a()).empty());
}

TEST_F(log_visit_test, a_promise_kept_in_time_does_not_escalate) {
  const auto made = log(visit_to(test, test.firm_a)).value();
  ASSERT_TRUE(keep_promise(test.hub, test.station_officer_a(), made.id, made.revision, 0, ""));
  test.clock.advance(days(30));
  EXPECT_EQ(run_promise_jobs(test), 1U);
  EXPECT_TRUE(promises_of(test.analyst()).empty());
}

TEST(log_visit_with_alerts, showing_an_alert_ends_the_task_to_visit_for_it) {
  for_tests::AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  desk.test.clock.advance(days(21));
  for (int round = 0; round < 4; ++round)
    desk.run_all_jobs();
  ASSERT_TRUE(desk.has_task(delivery.id.bytes, TaskKind::visit_unacknowledged));
  auto edit = visit_to(desk.test, desk.firm_d());
  edit.promises.clear();
  edit.shown = {{Shown::Kind::alert, alert.id.text()}, {Shown::Kind::alert, alert.id.text()}};
  const auto made = log_visit(desk.hub(), desk.test.station_officer_a(), edit);
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_EQ(made->shown.size(), 1U);
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::visit_unacknowledged));
  edit.firm = desk.test.firm_a.id;
  EXPECT_EQ(pointer_of(log_visit(desk.hub(), desk.test.station_officer_a(), edit)), "/shown/0/id");
}

}  // namespace
}  // namespace workflow
