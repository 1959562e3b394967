#include "steps/share/clear.h"

#include <gtest/gtest.h>

namespace share {
namespace {

using Reach = Audience::Reach;
using model::Pap;
using model::Tlp;

model::Alert alert() {
  model::Alert made;
  made.id.bytes.back() = 1;
  made.sources.resize(2);
  made.text.title = {"題", "title"};
  made.text.person = {"年齢", "age"};
  made.text.staff_version = {"皆さんへ", "to all staff"};
  made.contrary_evidence = "may be harmless";
  made.author = "analyst";
  made.hold_reason = "inquiry";
  made.steps.resize(1);
  made.marking.tlp = Tlp::red;
  made.marking.pap = Pap::green;
  model::Recipient first, second, excluded;
  first.organisation_key = "firm-a";
  first.reasons = {{"risk_near", {"1"}, 2, std::nullopt, std::nullopt},
                   {"risk_sector", {}, 1, std::nullopt, std::nullopt}};
  second.organisation_key = "firm-b";
  excluded.organisation_key = "firm-c";
  excluded.excluded = true;
  made.audience = {first, second, excluded};
  return made;
}

TEST(clearing, tlp_reaches_as_far_as_its_definition_says) {
  struct Row {
    Tlp tlp;
    bool own_staff, clients, community, public_page;
  };
  for (const auto& row :
       {Row{Tlp::red, false, false, false, false},
        Row{Tlp::amber_strict, true, false, false, false},
        Row{Tlp::amber, true, true, false, false}, Row{Tlp::green, true, true, true, false},
        Row{Tlp::clear, true, true, true, true}}) {
    EXPECT_TRUE(allows(row.tlp, Reach::named));
    EXPECT_EQ(allows(row.tlp, Reach::own_staff), row.own_staff);
    EXPECT_EQ(allows(row.tlp, Reach::clients), row.clients);
    EXPECT_EQ(allows(row.tlp, Reach::community), row.community);
    EXPECT_EQ(allows(row.tlp, Reach::public_page), row.public_page);
  }
}

TEST(clearing, pap_allows_each_purpose_from_its_level_on) {
  EXPECT_TRUE(allows(Pap::red, Purpose::look));
  EXPECT_FALSE(allows(Pap::red, Purpose::check_inside));
  EXPECT_TRUE(allows(Pap::amber, Purpose::check_inside));
  EXPECT_FALSE(allows(Pap::amber, Purpose::warn_by_method));
  EXPECT_TRUE(allows(Pap::green, Purpose::warn_by_method));
  EXPECT_FALSE(allows(Pap::green, Purpose::publish));
  EXPECT_TRUE(allows(Pap::clear, Purpose::publish));
}

TEST(clearing, a_named_recipient_gets_the_text_and_nothing_of_the_desk) {
  auto cleared = clear_for(alert(), {Reach::named, "firm-a"});
  ASSERT_TRUE(cleared);
  const auto& copy = cleared->value();
  EXPECT_EQ(copy.text.person.en, "age");
  EXPECT_TRUE(copy.sources.empty());
  EXPECT_TRUE(copy.steps.empty());
  EXPECT_TRUE(copy.contrary_evidence.empty());
  EXPECT_TRUE(copy.author.empty());
  EXPECT_TRUE(copy.hold_reason.empty());
}

TEST(clearing, a_recipient_sees_only_its_own_entry_without_the_distance) {
  auto cleared = clear_for(alert(), {Reach::named, "firm-a"});
  ASSERT_TRUE(cleared);
  ASSERT_EQ(cleared->value().audience.size(), 1U);
  ASSERT_EQ(cleared->value().audience[0].reasons.size(), 1U);
  EXPECT_EQ(cleared->value().audience[0].reasons[0].code, "risk_sector");
}

TEST(clearing, who_is_not_listed_or_taken_out_gets_nothing) {
  EXPECT_FALSE(clear_for(alert(), {Reach::named, "firm-x"}));
  EXPECT_FALSE(clear_for(alert(), {Reach::named, "firm-c"}));
  EXPECT_FALSE(clear_for(alert(), {Reach::clients, "firm-a"}));
  EXPECT_FALSE(clear_for(alert(), {Reach::public_page, ""}));
}

TEST(clearing, staff_get_the_version_without_the_person) {
  auto cleared = clear_for(alert(), {Reach::own_staff, "firm-a"});
  ASSERT_TRUE(cleared);
  EXPECT_EQ(cleared->value().text.staff_version.en, "to all staff");
  EXPECT_EQ(cleared->value().text.person, model::Bilingual{});
  EXPECT_TRUE(cleared->value().audience.empty());
}

TEST(clearing, staff_get_nothing_where_pap_does_not_allow_warning) {
  auto officers_only = alert();
  officers_only.marking.pap = Pap::amber;
  EXPECT_FALSE(clear_for(officers_only, {Reach::own_staff, "firm-a"}));
  EXPECT_TRUE(clear_for(officers_only, {Reach::named, "firm-a"}));
}

TEST(clearing, only_a_clear_public_notice_is_public) {
  auto notice = alert();
  notice.product = model::AlertProduct::public_notice;
  notice.marking = {Tlp::clear, Pap::clear, ""};
  EXPECT_TRUE(clear_for(notice, {Reach::public_page, ""}));
  notice.marking.pap = Pap::green;
  EXPECT_FALSE(clear_for(notice, {Reach::public_page, ""}));
  notice.marking.pap = Pap::clear;
  notice.product = model::AlertProduct::warning;
  EXPECT_FALSE(clear_for(notice, {Reach::public_page, ""}));
}

TEST(clearing, the_issuing_desk_keeps_everything) {
  auto cleared = clear_for(alert(), {Reach::issuing_desk, "bureau"});
  ASSERT_TRUE(cleared);
  EXPECT_EQ(cleared->value().contrary_evidence, "may be harmless");
}

TEST(clearing, a_delivery_is_for_its_own_recipient) {
  model::Delivery delivery;
  delivery.alert = alert().id;
  delivery.organisation_key = "firm-a";
  EXPECT_TRUE(clear_for(delivery, alert(), {Reach::named, "firm-a"}));
  EXPECT_FALSE(clear_for(delivery, alert(), {Reach::named, "firm-b"}));
  auto other = alert();
  other.id.bytes.back() = 2;
  EXPECT_FALSE(clear_for(delivery, other, {Reach::named, "firm-a"}));
}

model::Lesson lesson(model::LessonState state, Tlp tlp = Tlp::green) {
  model::Lesson made;
  made.state = state;
  made.content.tlp = tlp;
  made.content.story = {"話", "story"};
  made.content.sources = {{model::LessonSource::Kind::published, "XX-2020-TEST"},
                          {model::LessonSource::Kind::consultation, "01"}};
  made.by = made.decided_by = made.note = "somebody";
  made.writers = {"somebody"};
  return made;
}

TEST(clearing, a_lesson_leaves_as_it_is_told_without_its_handling) {
  const auto cleared =
      clear_for(lesson(model::LessonState::approved), {Reach::community, "firm-a"});
  ASSERT_TRUE(cleared);
  const auto& copy = cleared->value();
  EXPECT_EQ(copy.content.story.en, "story");
  ASSERT_EQ(copy.content.sources.size(), 1U);
  EXPECT_EQ(copy.content.sources[0].id, "XX-2020-TEST");
  EXPECT_EQ(copy.by + copy.decided_by + copy.note, "");
  EXPECT_TRUE(copy.writers.empty());
}

TEST(clearing, a_lesson_reaches_as_far_as_its_marking) {
  using State = model::LessonState;
  EXPECT_TRUE(clear_for(lesson(State::approved, Tlp::amber), {Reach::clients, "station-a"}));
  EXPECT_FALSE(clear_for(lesson(State::approved, Tlp::amber), {Reach::community, "firm-a"}));
  EXPECT_FALSE(clear_for(lesson(State::approved, Tlp::red), {Reach::clients, "station-a"}));
  EXPECT_TRUE(clear_for(lesson(State::withdrawn), {Reach::community, "firm-a"}));
}

TEST(clearing, no_draft_of_a_lesson_leaves_and_nothing_that_another_hub_made) {
  using State = model::LessonState;
  EXPECT_FALSE(clear_for(lesson(State::draft), {Reach::clients, "station-a"}));
  EXPECT_FALSE(clear_for(lesson(State::submitted), {Reach::clients, "station-a"}));
  auto received = lesson(State::approved);
  received.origin = model::Bilingual{"架空の本部", "a fictional bureau"};
  EXPECT_FALSE(clear_for(received, {Reach::clients, "station-a"}));
}

}  // namespace
}  // namespace share
