#include "work/workflow/release_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/judge_link.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::run_jobs;
using for_tests::street_report;
using model::LegalBasis;
using model::ReportState;

struct Held {
  TestHub test;
  model::Principal officer = test.officer_a();
  base::Id<model::Report> id = for_tests::submit(test, officer, street_report()).report;

  std::int64_t revision() {
    return open_report(test.hub, officer, id, "own_report").value().revision;
  }
};

TEST(release_report, what_leaves_is_what_was_previewed) {
  Held held;
  run_jobs(held.test);
  const auto preview = preview_release(held.test.hub, held.officer, held.id).value();
  EXPECT_THAT(preview.content, testing::HasSubstr("\"kizuki\":\"report/1\""));
  EXPECT_EQ(preview.hash.size(), 64U);
  const auto record = release_report(held.test.hub, held.officer, held.id, held.revision(),
                                     preview.hash, LegalBasis::voluntary)
                          .value();
  EXPECT_EQ(record.state, ReportState::released);
  EXPECT_EQ(record.released_version, 1);
  EXPECT_EQ(record.release_basis, LegalBasis::voluntary);
  EXPECT_EQ(for_tests::open(held.test, held.test.analyst(), held.id).content, record.content);
}

TEST(release_report, a_correction_after_the_preview_stops_the_release) {
  Held held;
  const auto preview = preview_release(held.test.hub, held.officer, held.id).value();
  auto corrected = street_report();
  corrected.report.narrative = "名前を消した。架空の話。";
  const auto record =
      correct_report(held.test.hub, held.officer, held.id, held.revision(), corrected).value();
  EXPECT_EQ(record.version, 2);
  EXPECT_EQ(record.state, ReportState::held);
  const auto refused = release_report(held.test.hub, held.officer, held.id, held.revision(),
                                      preview.hash, LegalBasis::voluntary);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/hash");
}

TEST(release_report, a_legal_basis_is_required) {
  Held held;
  const auto preview = preview_release(held.test.hub, held.officer, held.id).value();
  const auto refused = release_report(held.test.hub, held.officer, held.id, held.revision(),
                                      preview.hash, LegalBasis::not_said);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/legal_basis");
}

TEST(release_report, a_later_correction_is_not_seen_before_it_is_released) {
  Held held;
  for_tests::release(held.test, held.officer, held.id);
  run_jobs(held.test);
  auto corrected = street_report();
  corrected.report.narrative = "思い出したことを足した。架空の話。";
  const auto record =
      correct_report(held.test.hub, held.officer, held.id, held.revision(), corrected).value();
  run_jobs(held.test);
  EXPECT_EQ(record.content.narrative, corrected.report.narrative);
  const auto seen = for_tests::open(held.test, held.test.analyst(), held.id);
  EXPECT_EQ(seen.content.narrative, street_report().report.narrative);
  for_tests::release(held.test, held.officer, held.id);
  EXPECT_EQ(for_tests::open(held.test, held.test.analyst(), held.id).content.narrative,
            corrected.report.narrative);
}

TEST(release_report, a_new_release_is_vetted_anew) {
  Held held;
  for_tests::release(held.test, held.officer, held.id);
  run_jobs(held.test);
  for_tests::vetted(held.test, held.test.analyst(), held.id);
  static_cast<void>(correct_report(held.test.hub, held.officer, held.id, held.revision(),
                                   street_report("別の名前"))
                        .value());
  const auto record = for_tests::release(held.test, held.officer, held.id);
  EXPECT_EQ(record.state, ReportState::released);
  EXPECT_TRUE(record.vetted_behaviour_by.empty());
}

TEST(release_report, an_employee_previews_and_releases_nothing) {
  Held held;
  const auto employee = held.test.employee_a();
  const auto own = for_tests::submit(held.test, employee, street_report()).report;
  EXPECT_FALSE(preview_release(held.test.hub, employee, own));
  EXPECT_TRUE(preview_release(held.test.hub, held.officer, own)) << "the firm's officer may";
  EXPECT_FALSE(preview_release(held.test.hub, held.test.officer_b(), own));
}

TEST(withdraw_report, takes_proposals_and_keys_along_and_hides_the_content) {
  Held held;
  auto& test = held.test;
  for_tests::released(test, test.officer_b(), street_report("イワン"));
  for_tests::release(test, held.officer, held.id);
  run_jobs(test);
  ASSERT_EQ(links_of_report(test.hub, test.analyst(), held.id).value().size(), 1U);
  const auto refused = withdraw_report(test.hub, held.officer, held.id, held.revision(), "");
  ASSERT_FALSE(refused);
  const auto record =
      withdraw_report(test.hub, held.officer, held.id, held.revision(), "sent in error").value();
  EXPECT_EQ(record.state, ReportState::withdrawn);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM link").integer(0), 0);
  EXPECT_EQ(test.row("SELECT COUNT(DISTINCT report_id) FROM match_key").integer(0), 1);
  EXPECT_FALSE(open_report(test.hub, test.analyst(), held.id, "vetting"));
  EXPECT_TRUE(open_report(test.hub, held.officer, held.id, "own_report"));
  EXPECT_TRUE(for_tests::queue_of(test, test.analyst(), model::TaskKind::judge_link).empty());
  const auto again =
      correct_report(test.hub, held.officer, held.id, held.revision(), street_report());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::refused);
}

}  // namespace
}  // namespace workflow
