#include "work/workflow/judge_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::queue_of;
using for_tests::street_report;
using model::Judgement;
using model::LinkKind;
using model::TaskKind;

/// Two firms tell of one telephone number.
struct Linked {
  TestHub test;
  model::Principal analyst = test.analyst();
  base::Id<model::Report> first = for_tests::released(test, test.officer_a(), street_report());
  base::Id<model::Report> second =
      for_tests::released(test, test.officer_b(), street_report("イワン"));

  model::Link link() { return links_of_report(test.hub, analyst, second).value().at(0); }
  model::Link judge(Judgement judgement) {
    const auto seen = link();
    return judge_link(test.hub, analyst, seen.id, seen.revision, judgement, LinkKind::same_person)
        .value();
  }
};

TEST(judge_link, a_judgement_is_kept_with_who_and_when) {
  Linked linked;
  const auto judged = linked.judge(Judgement::same);
  EXPECT_EQ(judged.judgement, Judgement::same);
  ASSERT_EQ(judged.history.size(), 1U);
  EXPECT_EQ(judged.history[0].by, linked.analyst.name);
  EXPECT_EQ(judged.history[0].at, linked.test.clock.now());
  EXPECT_TRUE(queue_of(linked.test, linked.analyst, TaskKind::judge_link).empty());
}

TEST(judge_link, open_is_no_decision) {
  Linked linked;
  const auto seen = linked.link();
  const auto refused = judge_link(linked.test.hub, linked.analyst, seen.id, seen.revision,
                                  Judgement::open, LinkKind::same_person);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::invalid_input);
}

TEST(judge_link, a_judged_link_stays_judged_when_the_machine_looks_again) {
  Linked linked;
  const auto judged = linked.judge(Judgement::different);
  linked.test.database().write([&](db::Connection& connection) {
    request_features(linked.test.hub, connection, linked.analyst, linked.second);
  });
  for_tests::run_jobs(linked.test);
  EXPECT_EQ(linked.link().judgement, Judgement::different);
  EXPECT_EQ(linked.link().revision, judged.revision);
}

TEST(judge_link, undoing_reopens_it_and_is_a_decision_too) {
  Linked linked;
  const auto judged = linked.judge(Judgement::same);
  EXPECT_FALSE(undo_judgement(linked.test.hub, linked.analyst, judged.id, judged.revision, ""));
  const auto undone =
      undo_judgement(linked.test.hub, linked.analyst, judged.id, judged.revision, "wrong number")
          .value();
  EXPECT_EQ(undone.judgement, Judgement::open);
  ASSERT_EQ(undone.history.size(), 2U);
  EXPECT_EQ(undone.history[1].note, "wrong number");
  EXPECT_EQ(queue_of(linked.test, linked.analyst, TaskKind::judge_link).size(), 1U);
  EXPECT_FALSE(
      undo_judgement(linked.test.hub, linked.analyst, undone.id, undone.revision, "again"));
}

TEST(judge_link, two_vetted_reports_judged_the_same_ask_for_a_draft) {
  Linked linked;
  for_tests::vetted(linked.test, linked.analyst, linked.first, {});
  for_tests::vetted(linked.test, linked.analyst, linked.second, {});
  const auto before = queue_of(linked.test, linked.analyst, TaskKind::draft_alert).size();
  linked.judge(Judgement::same);
  EXPECT_GT(queue_of(linked.test, linked.analyst, TaskKind::draft_alert).size(), 0U);
  EXPECT_GE(queue_of(linked.test, linked.analyst, TaskKind::draft_alert).size(), before);
}

TEST(judge_link, clusters_follow_judgements_alone) {
  Linked linked;
  EXPECT_TRUE(persona_clusters(linked.test.hub, linked.analyst).value().groups.empty());
  const auto judged = linked.judge(Judgement::same);
  const auto joined = persona_clusters(linked.test.hub, linked.analyst).value();
  ASSERT_EQ(joined.groups.size(), 1U);
  EXPECT_EQ(joined.groups[0].size(), 2U);
  static_cast<void>(
      undo_judgement(linked.test.hub, linked.analyst, judged.id, judged.revision, "no").value());
  EXPECT_TRUE(persona_clusters(linked.test.hub, linked.analyst).value().groups.empty());
}

TEST(judge_link, only_the_bureau_judges) {
  Linked linked;
  const auto seen = linked.link();
  for (const auto& other :
       {linked.test.station_officer_a(), linked.test.officer_a(), linked.test.approver()}) {
    EXPECT_FALSE(judge_link(linked.test.hub, other, seen.id, seen.revision, Judgement::same,
                            LinkKind::same_person))
        << other.name;
  }
}

TEST(open_link, both_sides_are_opened_on_the_record) {
  Linked linked;
  const auto view = open_link(linked.test.hub, linked.analyst, linked.link().id, "linking").value();
  EXPECT_FALSE(view.left.content.narrative.empty());
  EXPECT_FALSE(view.right.content.narrative.empty());
  const auto actions = linked.test.recorded_actions();
  EXPECT_THAT(actions, testing::Contains("link.read"));
  EXPECT_FALSE(open_link(linked.test.hub, linked.analyst, linked.link().id, "curiosity"));
}

TEST(open_link, a_station_sees_only_its_own_side) {
  TestHub test;
  for_tests::released(test, test.officer_a(), street_report());
  const auto other = for_tests::released(test, test.officer_c(),
                                         street_report("イワン", "+81 90-0000-0001", "13103"));
  const auto links = links_of_report(test.hub, test.analyst(), other).value();
  ASSERT_EQ(links.size(), 1U);
  const auto view = open_link(test.hub, test.station_officer_b(), links[0].id, "linking").value();
  const auto& own = view.left.id == other ? view.left : view.right;
  const auto& foreign = view.left.id == other ? view.right : view.left;
  EXPECT_FALSE(own.content.narrative.empty());
  EXPECT_TRUE(foreign.content.narrative.empty());
  EXPECT_TRUE(foreign.organisation_key.empty());
}

}  // namespace
}  // namespace workflow
