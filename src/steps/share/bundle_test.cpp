#include "steps/share/bundle.h"

#include <gtest/gtest.h>

namespace share {
namespace {

using model::BundleItem;
using Kind = model::OrganisationKind;

TEST(bundle, reports_travel_towards_those_who_join_them) {
  EXPECT_TRUE(hands_reports(Kind::company, Kind::bureau));
  EXPECT_TRUE(hands_reports(Kind::company, Kind::station));
  EXPECT_TRUE(hands_reports(Kind::industry_body, Kind::bureau));
  EXPECT_TRUE(hands_reports(Kind::station, Kind::bureau));
  EXPECT_FALSE(hands_reports(Kind::company, Kind::company));
  EXPECT_FALSE(hands_reports(Kind::bureau, Kind::company));
  EXPECT_FALSE(hands_reports(Kind::bureau, Kind::national_desk)) << "digests are its way";
  EXPECT_FALSE(hands_reports(Kind::station, Kind::station));
}

TEST(bundle, alerts_come_from_police_alone) {
  EXPECT_TRUE(may_bring(BundleItem::Kind::alert, Kind::bureau, Kind::company));
  EXPECT_FALSE(may_bring(BundleItem::Kind::alert, Kind::company, Kind::bureau));
  EXPECT_FALSE(may_bring(BundleItem::Kind::alert, Kind::industry_body, Kind::company));
}

TEST(bundle, lessons_come_from_police_alone) {
  EXPECT_TRUE(may_bring(BundleItem::Kind::lesson, Kind::bureau, Kind::station));
  EXPECT_TRUE(may_bring(BundleItem::Kind::lesson, Kind::prefecture, Kind::company));
  EXPECT_FALSE(may_bring(BundleItem::Kind::lesson, Kind::company, Kind::bureau));
  EXPECT_FALSE(may_bring(BundleItem::Kind::lesson, Kind::industry_body, Kind::bureau));
}

TEST(bundle, a_withdrawn_lesson_has_nothing_left_to_say) {
  model::Lesson lesson;
  lesson.state = model::LessonState::approved;
  lesson.content.story = {"話", "story"};
  const Audience audience{lesson_reach(Kind::station), "station-a"};
  const auto told = hand_lesson(clear_for(lesson, audience).value());
  ASSERT_TRUE(told.told);
  EXPECT_EQ(told.told->story.en, "story");
  lesson.state = model::LessonState::withdrawn;
  const auto gone = hand_lesson(clear_for(lesson, audience).value());
  EXPECT_EQ(gone.state, model::LessonState::withdrawn);
  EXPECT_FALSE(gone.told);
}

TEST(bundle, a_withdrawal_goes_where_its_report_goes_and_an_answer_anywhere) {
  EXPECT_TRUE(may_bring(BundleItem::Kind::withdrawal, Kind::company, Kind::bureau));
  EXPECT_FALSE(may_bring(BundleItem::Kind::withdrawal, Kind::bureau, Kind::company));
  EXPECT_TRUE(may_bring(BundleItem::Kind::answer, Kind::company, Kind::bureau));
  EXPECT_TRUE(may_bring(BundleItem::Kind::confirmation, Kind::bureau, Kind::company));
}

TEST(bundle, an_alert_is_handed_with_the_reasons_of_its_recipient_and_nobody_elses_name) {
  model::Alert alert;
  alert.state = model::AlertState::sent;
  alert.author = "analyst-1";
  alert.revision = 5;
  alert.text.method = {"手口", "method"};
  model::Reason sector, near;
  sector.code = "risk_sector";
  near.code = "risk_near";
  alert.audience = {{{}, "firm-a", {sector}, false, ""}, {{}, "firm-b", {near}, false, ""}};
  model::Delivery delivery;
  delivery.organisation_key = "firm-a";
  delivery.correction = 1;
  delivery.correction_text = {"訂正", "correction"};
  const Audience audience{Audience::Reach::named, "firm-a"};
  const auto handed =
      hand_alert(clear_for(alert, audience).value(), clear_for(delivery, alert, audience).value());
  EXPECT_EQ(handed.text.method.en, "method");
  ASSERT_EQ(handed.reasons.size(), 1U);
  EXPECT_EQ(handed.reasons[0].code, "risk_sector");
  EXPECT_EQ(handed.revision, 5);
  EXPECT_EQ(handed.correction, 1);
  EXPECT_EQ(handed.correction_text.en, "correction");
}

}  // namespace
}  // namespace share
