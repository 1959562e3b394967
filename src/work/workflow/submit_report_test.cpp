#include "work/workflow/submit_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/feedback.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::run_jobs;
using for_tests::street_report;
using model::ReportState;

TEST(submit_report, a_company_that_holds_keeps_it_to_itself) {
  TestHub test;
  const auto officer = test.officer_a();
  const auto receipt = for_tests::submit(test, officer, street_report());
  EXPECT_EQ(receipt.state, ReportState::held);
  EXPECT_FALSE(receipt.code.empty());
  EXPECT_TRUE(open_report(test.hub, officer, receipt.report, "own_report"));
  for (const auto& other : {test.officer_b(), test.analyst(), test.station_officer_a()}) {
    const auto seen = open_report(test.hub, other, receipt.report, "vetting");
    ASSERT_FALSE(seen) << other.name;
    EXPECT_NE(seen.error().kind, ErrorKind::conflict);
  }
}

TEST(submit_report, a_held_report_is_read_but_neither_queued_nor_derived) {
  TestHub test;
  const auto officer = test.officer_a();
  const auto receipt = for_tests::submit(test, officer, street_report());
  EXPECT_EQ(run_jobs(test), 1U);
  const auto record = open_report(test.hub, officer, receipt.report, "own_report").value();
  EXPECT_FALSE(record.indicators.empty());
  EXPECT_TRUE(record.assessment);
  for (const auto* table : {"task", "persona", "match_key", "search_text", "report_area"})
    EXPECT_EQ(for_tests::count_rows(test, table), 0) << table;
}

TEST(submit_report, an_anonymous_report_goes_to_the_station_and_gives_no_id_or_hour) {
  TestHub test;
  const auto receipt = for_tests::submit(test, TestHub::anonymous(), street_report());
  EXPECT_TRUE(receipt.report.is_nil());
  EXPECT_EQ(receipt.state, ReportState::released);
  const auto listed =
      list_reports(test.hub, test.station_officer_a(), std::nullopt, {}).value().items;
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].organisation_key, "");
  EXPECT_EQ(listed[0].received_at, base::tokyo_midnight(base::tokyo_day(test.clock.now())));
}

TEST(submit_report, an_anonymous_sender_cannot_claim_ticks_that_count) {
  TestHub test;
  auto submission = street_report();
  submission.report.from.capacity = model::Capacity::company_officer;
  for_tests::submit(test, TestHub::anonymous(), submission);
  run_jobs(test);
  const auto id = list_reports(test.hub, test.analyst(), std::nullopt, {}).value().items.at(0).id;
  for (const auto& state : for_tests::open(test, test.analyst(), id).indicators)
    EXPECT_EQ(state.tick, model::Tick::proposed) << state.id;
}

TEST(submit_report, what_police_write_down_is_theirs_and_names_the_firm) {
  TestHub test;
  auto submission = street_report();
  submission.report.from.organisation = "firm-c";
  const auto receipt = for_tests::submit(test, test.station_officer_a(), submission);
  EXPECT_EQ(receipt.state, ReportState::released);
  const auto record = for_tests::open(test, test.analyst(), receipt.report);
  EXPECT_EQ(record.organisation_key, "firm-c");
  EXPECT_EQ(record.organisation, test.station_a.id);
}

TEST(submit_report, a_companys_people_report_for_their_company_alone) {
  TestHub test;
  auto submission = street_report();
  submission.report.from.organisation = "firm-b";
  const auto refused = submit_report(test.hub, test.officer_a(), submission);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/from/organisation");
}

TEST(submit_report, the_same_source_ref_is_not_a_second_report) {
  TestHub test;
  auto submission = street_report();
  submission.report.source_ref = test.ids.random();
  const auto first = for_tests::submit(test, test.officer_a(), submission);
  const auto again = for_tests::submit(test, test.officer_a(), submission);
  EXPECT_FALSE(first.was_there);
  EXPECT_TRUE(again.was_there);
  EXPECT_EQ(again.report, first.report);
  EXPECT_TRUE(again.code.empty());
  EXPECT_EQ(for_tests::count_rows(test, "report"), 1);
  EXPECT_FALSE(for_tests::submit(test, test.officer_b(), submission).was_there);
}

TEST(submit_report, a_repeated_request_makes_nothing_twice) {
  TestHub test;
  const RequestKey key{"retry-key-1", "hash-1"};
  const auto first = submit_report(test.hub, test.officer_a(), street_report(), key).value();
  const auto again = submit_report(test.hub, test.officer_a(), street_report(), key).value();
  EXPECT_EQ(again.report, first.report);
  EXPECT_TRUE(again.was_there);
  EXPECT_EQ(for_tests::count_rows(test, "report"), 1);
  const auto other =
      submit_report(test.hub, test.officer_a(), street_report(), {"retry-key-1", "x"});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::conflict);
}

TEST(submit_report, an_employee_finds_the_own_report_and_stands_nowhere_by_name) {
  TestHub test;
  const auto employee = test.employee_a();
  const auto receipt = for_tests::submit(test, employee, street_report());
  EXPECT_TRUE(open_report(test.hub, employee, receipt.report, "own_report"));
  EXPECT_EQ(list_reports(test.hub, employee, std::nullopt, {}).value().items.size(), 1U);
  const auto colleague = test.person(test.firm_a, {model::Role::employee}, "colleague");
  EXPECT_FALSE(open_report(test.hub, colleague, receipt.report, "own_report"));
  EXPECT_TRUE(list_reports(test.hub, colleague, std::nullopt, {}).value().items.empty());
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM audit_pending WHERE action LIKE 'report.%'"
                     " AND principal = '" +
                     employee.name + "'")
                .integer(0),
            0);
  EXPECT_EQ(
      test.row("SELECT COUNT(*) FROM job WHERE caused_by = '" + employee.name + "'").integer(0), 0);
}

TEST(submit_report, a_reporter_is_sealed_and_never_in_the_content) {
  TestHub test;
  auto submission = street_report();
  submission.reporter = base::Sensitive<model::Reporter>({"架空 花子", "hanako@example.jp"});
  const auto receipt = for_tests::submit(test, test.officer_a(), submission);
  const auto record = open_report(test.hub, test.officer_a(), receipt.report, "own_report").value();
  EXPECT_EQ(record.sealed_reporter, model::Yes::yes);
  EXPECT_EQ(for_tests::count_rows(test, "sealed_reporter"), 1);
}

TEST(submit_report, roles_without_the_right_are_refused) {
  TestHub test;
  for (const auto& principal : {test.approver(), test.auditor(), test.administrator()}) {
    const auto refused = submit_report(test.hub, principal, street_report());
    ASSERT_FALSE(refused) << principal.name;
    EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
  }
  EXPECT_EQ(for_tests::count_rows(test, "report"), 0);
}

TEST(submit_report, nothing_of_the_words_lies_in_the_file) {
  TestHub test;
  for_tests::submit(test, TestHub::anonymous(), street_report());
  run_jobs(test);
  const auto content = test.row("SELECT content FROM report_version").bytes(0);
  EXPECT_EQ(base::as_text(content).find("駅前"), std::string_view::npos);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM search_text WHERE tokens LIKE '%駅%'").integer(0), 0);
}

TEST(import_reports, firms_own_theirs_and_the_rest_goes_to_the_desk) {
  TestHub test;
  auto known = street_report(), unknown = street_report("ワン", "", "13103");
  known.report.from.organisation = "firm-b";
  unknown.report.from.organisation = "no-such-firm";
  const auto result =
      import_reports(test.hub, TestHub::jobs(), {known, unknown}, ImportAs::released).value();
  EXPECT_EQ(result.stored, 2U);
  const auto first = for_tests::open(test, test.analyst(), result.reports.at(0));
  EXPECT_EQ(first.organisation, test.firm_b.id);
  EXPECT_EQ(first.state, ReportState::released);
  const auto second = for_tests::open(test, test.analyst(), result.reports.at(1));
  EXPECT_EQ(second.organisation, test.station_b.id);
  EXPECT_EQ(second.organisation_key, "");
}

TEST(import_reports, held_stays_with_the_firm) {
  TestHub test;
  auto known = street_report();
  known.report.from.organisation = "firm-b";
  const auto result = import_reports(test.hub, TestHub::jobs(), {known}, ImportAs::held).value();
  EXPECT_FALSE(open_report(test.hub, test.analyst(), result.reports.at(0), "vetting"));
  EXPECT_TRUE(open_report(test.hub, test.officer_b(), result.reports.at(0), "own_report"));
}

TEST(import_reports, one_bad_report_stores_nothing_and_is_named) {
  TestHub test;
  auto bad = street_report();
  bad.report.encounters[0].personas = {7};
  const auto refused = import_reports(test.hub, TestHub::jobs(), {street_report(), bad});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().issues.at(0).pointer, testing::StartsWith("/1/"));
  EXPECT_EQ(for_tests::count_rows(test, "report"), 0);
  EXPECT_EQ(for_tests::count_rows(test, "job"), 0);
}

TEST(import_reports, a_repeat_stores_nothing_new) {
  TestHub test;
  auto submission = street_report();
  submission.report.source_ref = test.ids.random();
  EXPECT_EQ(import_reports(test.hub, TestHub::jobs(), {submission, submission})->were_there, 1U);
  EXPECT_EQ(import_reports(test.hub, TestHub::jobs(), {submission})->stored, 0U);
}

TEST(import_reports, what_never_ended_is_seen_by_nobody_and_taken_back) {
  TestHub test;
  const auto id = for_tests::submit(test, test.station_officer_a(), street_report()).report;
  test.change("UPDATE report SET import_id = org_id");
  EXPECT_FALSE(open_report(test.hub, test.analyst(), id, "vetting"));
  EXPECT_TRUE(list_reports(test.hub, test.analyst(), std::nullopt, {}).value().items.empty());
  resume_after_crash(test.hub);
  EXPECT_EQ(for_tests::count_rows(test, "report"), 0);
  EXPECT_EQ(for_tests::count_rows(test, "report_version"), 0);
}

}  // namespace
}  // namespace workflow
