#include "work/workflow/read_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::released;
using for_tests::street_report;

TEST(open_report, needs_a_purpose_and_stands_in_the_record) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto without = open_report(test.hub, test.analyst(), id, "curiosity");
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().issues.at(0).pointer, "purpose");
  EXPECT_TRUE(open_report(test.hub, test.analyst(), id, "vetting"));
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM audit_pending WHERE action = 'report.read'"
                     " AND purpose = 'vetting'")
                .integer(0),
            1);
}

TEST(open_report, a_station_is_refused_elsewhere_and_that_stands_in_the_record) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  EXPECT_TRUE(open_report(test.hub, test.station_officer_a(), id, "vetting"));
  const auto refused = open_report(test.hub, test.station_officer_b(), id, "vetting");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::not_found);
  EXPECT_THAT(test.recorded_actions(), testing::Contains("report.read.refused"));
}

TEST(open_report, an_administrator_reads_no_content) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  EXPECT_FALSE(open_report(test.hub, test.administrator(), id, "audit"));
  EXPECT_FALSE(list_reports(test.hub, test.administrator(), std::nullopt, {}));
}

TEST(list_reports, shows_each_reader_the_own_reach) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  released(test, test.officer_c(), street_report("ワン", "", "13103"));
  for_tests::submit(test, test.officer_b(), street_report("李", ""));
  const auto seen = [&](const model::Principal& principal) {
    return list_reports(test.hub, principal, std::nullopt, {}).value().items.size();
  };
  EXPECT_EQ(seen(test.analyst()), 2U);
  EXPECT_EQ(seen(test.station_officer_a()), 1U);
  EXPECT_EQ(seen(test.officer_b()), 1U);
  EXPECT_EQ(seen(test.officer_c()), 1U);
}

TEST(list_reports, pages_hold_every_report_once_newest_first) {
  TestHub test;
  for (int number = 0; number < 5; ++number) {
    test.clock.advance(std::chrono::minutes(1));
    released(test, test.officer_a(), street_report("名" + std::to_string(number), ""));
  }
  model::PageRequest request{"", 2};
  std::vector<base::UtcTime> times;
  do {
    const auto page = list_reports(test.hub, test.analyst(), std::nullopt, request).value();
    for (const auto& summary : page.items)
      times.push_back(summary.received_at);
    request.after = page.next;
  } while (!request.after.empty());
  ASSERT_EQ(times.size(), 5U);
  EXPECT_TRUE(std::ranges::is_sorted(times, std::ranges::greater()));
}

TEST(search_reports, finds_words_of_the_narrative_and_no_personas) {
  TestHub test;
  auto submission = street_report("ナターシャ", "");
  submission.report.narrative =
      "居酒屋で工程表を見せてほしいと頼まれた。道を尋ねられたのが始まり。";
  const auto id = released(test, test.officer_a(), submission);
  const auto found = search_reports(test.hub, test.analyst(), "工程表").value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, id);
  EXPECT_TRUE(search_reports(test.hub, test.analyst(), "表工").value().empty());
  EXPECT_TRUE(search_reports(test.hub, test.analyst(), "ナターシャ").value().empty());
  EXPECT_TRUE(search_reports(test.hub, test.station_officer_b(), "工程表").value().empty());
  EXPECT_FALSE(search_reports(test.hub, test.analyst(), "工"));
}

TEST(hit_or_no_hit, tells_a_station_whom_to_ask_and_nothing_else) {
  TestHub test;
  released(test, test.officer_a(), street_report("セルゲイ", "+81 90-0000-0001"));
  const auto answer = hit_or_no_hit(test.hub, test.station_officer_b(), "090-0000-0001").value();
  EXPECT_TRUE(answer.hit);
  ASSERT_EQ(answer.ask.size(), 1U);
  EXPECT_EQ(answer.ask[0], test.station_a.name);
  EXPECT_FALSE(hit_or_no_hit(test.hub, test.station_officer_b(), "090-0000-9999")->hit);
  EXPECT_TRUE(hit_or_no_hit(test.hub, test.station_officer_b(), "セルゲイ")->hit);
  EXPECT_FALSE(hit_or_no_hit(test.hub, test.officer_b(), "090-0000-0001"));
}

TEST(hit_or_no_hit, knows_nothing_of_what_a_firm_holds) {
  TestHub test;
  for_tests::submit(test, test.officer_a(), street_report());
  for_tests::run_jobs(test);
  EXPECT_FALSE(hit_or_no_hit(test.hub, test.station_officer_a(), "090-0000-0001")->hit);
}

}  // namespace
}  // namespace workflow
