#include "work/workflow/draft_alert.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::AlertProduct;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

std::vector<std::string> keys(const model::Alert& alert) {
  std::vector<std::string> keys;
  for (const auto& recipient : alert.audience)
    keys.push_back(recipient.organisation_key);
  return keys;
}

TEST(draft_alert, a_warning_lists_firms_at_risk_with_reasons_and_not_who_reported) {
  AlertDesk desk;
  const auto alert = desk.draft();
  EXPECT_EQ(alert.state, model::AlertState::draft);
  EXPECT_EQ(alert.author, desk.test.analyst().name);
  EXPECT_THAT(keys(alert), Contains("firm-d"));
  EXPECT_THAT(keys(alert), Not(Contains("firm-a")));
  EXPECT_THAT(keys(alert), Not(Contains("firm-b")));
  for (const auto& recipient : alert.audience)
    EXPECT_FALSE(recipient.reasons.empty()) << recipient.organisation_key;
}

TEST(draft_alert, a_caution_goes_to_the_firms_whose_staff_were_contacted) {
  AlertDesk desk;
  EXPECT_THAT(keys(desk.draft(AlertProduct::caution)), UnorderedElementsAre("firm-a", "firm-b"));
  const auto one =
      draft_alert(desk.hub(), desk.test.analyst(), {AlertProduct::caution, {}, desk.report_a});
  ASSERT_TRUE(one);
  EXPECT_THAT(keys(*one), UnorderedElementsAre("firm-a"));
  EXPECT_EQ(one->text.person, model::Bilingual{});
}

TEST(draft_alert, a_public_notice_has_no_list_and_no_person) {
  AlertDesk desk;
  const auto alert = desk.draft(AlertProduct::public_notice);
  EXPECT_TRUE(alert.audience.empty());
  EXPECT_EQ(alert.text.person, model::Bilingual{});
  EXPECT_EQ(alert.marking.tlp, model::Tlp::clear);
}

TEST(draft_alert, names_ward_and_month_and_never_the_firm) {
  AlertDesk desk;
  const auto alert = desk.draft();
  EXPECT_THAT(alert.text.method.ja, HasSubstr("品川区"));
  EXPECT_THAT(alert.text.method.en, HasSubstr("November 2026"));
  for (const auto& passage : {alert.text.title.ja, alert.text.method.ja, alert.text.person.ja})
    EXPECT_THAT(passage, Not(HasSubstr("firm-a")));
}

TEST(draft_alert, ends_the_task_to_draft) {
  AlertDesk desk;
  desk.test.database().write([&](db::Connection& connection) {
    model::Task task;
    task.id = desk.test.ids.make<model::Task>(desk.test.clock.now());
    task.organisation = desk.test.bureau.id;
    task.kind = model::TaskKind::draft_alert;
    task.object = desk.report_a.bytes;
    store::open_task(connection, task);
  });
  desk.draft();
  EXPECT_FALSE(desk.has_task(desk.report_a.bytes, model::TaskKind::draft_alert));
}

TEST(draft_alert, the_same_key_gives_the_same_draft) {
  AlertDesk desk;
  const AlertRequest request{AlertProduct::warning, desk.dossier, {}};
  const auto first = draft_alert(desk.hub(), desk.test.analyst(), request, {"key", "hash"});
  const auto again = draft_alert(desk.hub(), desk.test.analyst(), request, {"key", "hash"});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->id, again->id);
  const auto other = draft_alert(desk.hub(), desk.test.analyst(), request, {"key", "other"});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::conflict);
}

TEST(draft_alert, needs_one_of_dossier_and_report) {
  AlertDesk desk;
  const auto none = draft_alert(desk.hub(), desk.test.analyst(), {});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::invalid_input);
  EXPECT_FALSE(draft_alert(desk.hub(), desk.test.analyst(),
                           {AlertProduct::warning, desk.dossier, desk.report_a}));
}

TEST(draft_alert, needs_an_open_dossier_and_vetted_reports) {
  AlertDesk desk;
  const auto fresh =
      for_tests::released(desk.test, desk.test.officer_a(), for_tests::street_report());
  const auto unvetted =
      draft_alert(desk.hub(), desk.test.analyst(), {AlertProduct::caution, {}, fresh});
  ASSERT_FALSE(unvetted);
  EXPECT_EQ(unvetted.error().kind, ErrorKind::refused);
  desk.test.change("UPDATE dossier SET state = 'closed'");
  const auto closed =
      draft_alert(desk.hub(), desk.test.analyst(), {AlertProduct::warning, desk.dossier, {}});
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().kind, ErrorKind::refused);
}

TEST(draft_alert, is_for_analysts) {
  AlertDesk desk;
  const AlertRequest request{AlertProduct::warning, desk.dossier, {}};
  for (const auto& principal : {desk.test.approver(), desk.test.station_officer_a(),
                                desk.test.officer_a(), desk.test.administrator()}) {
    const auto refused = draft_alert(desk.hub(), principal, request);
    ASSERT_FALSE(refused) << principal.name;
    EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
  }
  const auto stranger = draft_alert(desk.hub(), TestHub::anonymous(), request);
  ASSERT_FALSE(stranger);
  EXPECT_EQ(stranger.error().kind, ErrorKind::unauthenticated);
}

TEST(edit_alert, changes_text_and_audience_firm_by_firm) {
  AlertDesk desk;
  auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.text.title.en = "Another title";
  edit.exclude = {{desk.firm_d().id, "was told in person"}};
  edit.include = {desk.test.firm_c.id};
  const auto edited = edit_alert(desk.hub(), desk.test.analyst_2(), alert.id, alert.revision, edit);
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->text.title.en, "Another title");
  const auto d = std::ranges::find(edited->audience, "firm-d", &model::Recipient::organisation_key);
  ASSERT_NE(d, edited->audience.end());
  EXPECT_TRUE(d->excluded);
  EXPECT_EQ(d->excluded_reason, "was told in person");
  EXPECT_EQ(edited->audience.back().organisation_key, "firm-c");
  EXPECT_EQ(edited->audience.back().reasons.at(0).code, "added_by_person");
}

TEST(edit_alert, takes_no_firm_that_is_not_there) {
  AlertDesk desk;
  const auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.include = {desk.test.bureau.id};
  const auto police = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit);
  ASSERT_FALSE(police);
  EXPECT_EQ(police.error().issues.front().pointer, "/include/0");
  edit.include.clear();
  edit.exclude = {{desk.test.firm_a.id, "why"}};
  EXPECT_FALSE(edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit));
}

TEST(edit_alert, touches_only_a_draft_as_it_was_read) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  const auto late = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision,
                               AlertDesk::edit_of(alert));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, ErrorKind::conflict);
  const auto stale = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision - 1,
                                AlertDesk::edit_of(alert));
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().kind, ErrorKind::precondition_failed);
}

}  // namespace
}  // namespace workflow
