#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/deliver/bundle_file.h"
#include "work/workflow/consult.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/make_briefing.h"
#include "work/workflow/read_visits.h"
#include "work/workflow/test_exchange.h"
#include "work/workflow/test_lessons.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::approved;
using for_tests::introduce;
using for_tests::operator_;
using for_tests::step;
using model::BundleItem;
using model::Lesson;
using model::LessonState;
using model::LessonStep;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A bureau that teaches, and hubs of a station and of a firm that it tells. All are fictional.
class LessonExchange : public testing::Test {
 protected:
  LessonExchange() {
    for (auto* other : {&station, &firm}) {
      introduce(bureau, *other);
      introduce(*other, bureau);
    }
  }

  std::vector<BundleItem> waiting_for(const model::Organisation& partner) {
    return preview_bundle(bureau.hub, operator_(), partner.id).value().items;
  }
  BundleFile for_station(bool is_sealed = true) {
    return make_bundle(bureau.hub, operator_(), bureau.station_a.id, {.is_sealed = is_sealed})
        .value();
  }
  AppliedBundle take_in(const BundleFile& file) {
    return apply_bundle(station.hub, operator_(), file.bytes).value();
  }
  /// What the bureau's key signs, whatever it says.
  AppliedBundle take_in(const BundleItem& item) {
    auto bundle = preview_bundle(bureau.hub, operator_(), bureau.station_a.id).value();
    bundle.items = {item};
    return apply_bundle(station.hub, operator_(),
                        deliver::sign_bundle(crypto::SigningKey(bureau.keys().signing), bundle))
        .value();
  }
  BundleItem lesson_item(const Lesson& lesson) {
    for (const auto& item : waiting_for(bureau.station_a))
      if (item.object == lesson.id.bytes) return item;
    ADD_FAILURE() << "the lesson does not wait";
    return {};
  }
  /// The item in a later version, with another title.
  static BundleItem retold(BundleItem item, const std::string& title) {
    auto handed = deliver::lesson_in(item).value();
    handed.told->title = {title, title};
    item.version += 1;
    item.content = deliver::content_of(handed);
    return item;
  }

  Lesson withdrawn(const Lesson& lesson) {
    return step(bureau, bureau.approver(), lesson, LessonStep::Kind::withdraw, "it was wrong")
        .value();
  }
  model::Principal teller() { return station.station_officer_a(); }
  model::Principal writer() { return station.person(station.station_a, {model::Role::analyst}); }
  std::vector<Lesson> lessons_at(TestHub& hub, const model::Principal& principal) {
    return list_lessons(hub.hub, principal, std::nullopt, {}).value().items;
  }
  std::vector<Lesson> told_at_station() { return lessons_at(station, teller()); }

  TestHub bureau;
  TestHub station{"station-a", model::OrganisationKind::station};
  TestHub firm{"firm-a"};
};

TEST_F(LessonExchange, an_approved_lesson_is_one_of_the_station_and_says_where_it_was_made) {
  const auto lesson = approved(bureau);
  EXPECT_EQ(take_in(for_station()).applied, 1U);
  ASSERT_EQ(told_at_station().size(), 1U);
  const auto seen = open_lesson(station.hub, teller(), lesson.id).value();
  EXPECT_EQ(seen.state, LessonState::approved);
  EXPECT_EQ(seen.approved_at, lesson.approved_at);
  EXPECT_EQ(seen.origin, bureau.bureau.name);
  EXPECT_EQ(seen.content.title, lesson.content.title);
  EXPECT_EQ(seen.content.story, lesson.content.story);
  EXPECT_EQ(seen.content.signs, lesson.content.signs);
  EXPECT_EQ(seen.content.innocent, lesson.content.innocent);
  EXPECT_EQ(seen.content.advice, lesson.content.advice);
  EXPECT_FALSE(open_lesson(bureau.hub, bureau.analyst(), lesson.id).value().origin);
}

TEST_F(LessonExchange, it_is_told_at_visits_and_in_briefings_like_one_of_their_own) {
  const auto lesson = approved(bureau);
  take_in(for_station());
  const auto visited = station.add_firm("firm-x", "semiconductor", "13109", "station-a");
  const auto untold = [&] {
    return read_visit_brief(station.hub, teller(), visited.id).value().lessons_untold;
  };
  ASSERT_EQ(untold().size(), 1U);
  const auto briefing =
      make_briefing(station.hub, teller(), model::Audience::firm, visited.id.bytes);
  ASSERT_TRUE(briefing) << briefing.error().text();
  EXPECT_EQ(briefing->lessons.size(), 1U);
  model::VisitEdit visit;
  visit.firm = visited.id;
  visit.visited_at = station.clock.now();
  visit.attendees = {model::Attendee::security};
  visit.shown = {{model::Shown::Kind::lesson, lesson.id.text()}};
  ASSERT_TRUE(log_visit(station.hub, teller(), visit));
  EXPECT_THAT(untold(), IsEmpty());
}

TEST_F(LessonExchange, a_draft_never_leaves) {
  const auto draft = for_tests::drafted(bureau);
  EXPECT_THAT(waiting_for(bureau.station_a), IsEmpty());
  step(bureau, bureau.analyst(), draft, LessonStep::Kind::submit).value();
  EXPECT_THAT(waiting_for(bureau.station_a), IsEmpty());
}

TEST_F(LessonExchange, nothing_of_what_it_rests_on_and_who_made_it_is_in_the_bytes) {
  model::ConsultationEdit taken;
  taken.answers = {{model::Question::what_happened, model::Yes::unknown, "A man asked the way."}};
  const auto own_case =
      take_consultation(bureau.hub, bureau.station_officer_a(), taken).value().consultation;
  ASSERT_TRUE(close_consultation(bureau.hub, bureau.station_officer_a(), own_case.id,
                                 own_case.revision, {model::Outcome::advised, ""}));
  auto edit = propose_lesson(bureau.hub, bureau.analyst(), "PB1").value();
  edit.sources.push_back({model::LessonSource::Kind::consultation, own_case.id.text()});
  const auto made = write_lesson(bureau.hub, bureau.analyst(), edit).value();
  const auto submitted = step(bureau, bureau.analyst(), made, LessonStep::Kind::submit).value();
  step(bureau, bureau.approver(), submitted, LessonStep::Kind::approve, "read twice").value();
  const auto file = for_station(false);
  EXPECT_THAT(file.bytes, HasSubstr(edit.story.ja));
  for (const auto& inner : {own_case.id.text(), std::string("consultation"), bureau.analyst().name,
                            bureau.approver().name, std::string("read twice")})
    EXPECT_THAT(file.bytes, Not(HasSubstr(inner)));
  take_in(file);
  EXPECT_EQ(
      open_lesson(station.hub, writer(), made.id).value().content.sources,
      (std::vector<model::LessonSource>{{model::LessonSource::Kind::published, "XX-2020-TEST"}}));
}

TEST_F(LessonExchange, is_applied_once_and_not_repeated_after_it_was_confirmed) {
  approved(bureau);
  const auto file = for_station();
  EXPECT_EQ(take_in(file).applied, 1U);
  EXPECT_EQ(take_in(file).were_there, 1U);
  EXPECT_EQ(take_in(for_station()).were_there, 1U) << "nothing was confirmed yet";
  EXPECT_EQ(told_at_station().size(), 1U);
  const auto back = make_bundle(station.hub, operator_(), station.registered("bureau").id).value();
  ASSERT_EQ(back.bundle.items.size(), 1U);
  EXPECT_EQ(back.bundle.items[0].kind, BundleItem::Kind::confirmation);
  apply_bundle(bureau.hub, operator_(), back.bytes).value();
  EXPECT_THAT(waiting_for(bureau.station_a), IsEmpty());
}

TEST_F(LessonExchange, a_withdrawal_follows_and_says_nothing_of_the_lesson) {
  const auto lesson = approved(bureau);
  take_in(for_station());
  withdrawn(lesson);
  const auto file = for_station(false);
  EXPECT_THAT(file.bytes, Not(HasSubstr(lesson.content.story.ja)));
  EXPECT_THAT(file.bytes, Not(HasSubstr("it was wrong")));
  EXPECT_EQ(take_in(file).applied, 1U);
  EXPECT_THAT(told_at_station(), IsEmpty());
  EXPECT_EQ(open_lesson(station.hub, writer(), lesson.id).value().state, LessonState::withdrawn);
  for_tests::expect_provable(station);
}

TEST_F(LessonExchange, a_withdrawal_that_overtakes_its_lesson_keeps_it_out) {
  const auto lesson = approved(bureau);
  const auto held_up = for_station();
  withdrawn(lesson);
  EXPECT_EQ(take_in(for_station()).applied, 1U);
  EXPECT_EQ(take_in(held_up).were_there, 1U);
  EXPECT_THAT(lessons_at(station, writer()), IsEmpty());
}

TEST_F(LessonExchange, what_was_withdrawn_before_it_left_is_not_spoken_of) {
  withdrawn(approved(bureau));
  EXPECT_THAT(waiting_for(bureau.station_a), IsEmpty());
}

TEST_F(LessonExchange, the_newest_version_counts_in_whatever_order_they_come) {
  const auto lesson = approved(bureau);
  const auto first = lesson_item(lesson);
  const auto second = retold(first, "The second version");
  const auto third = retold(second, "The third version");
  EXPECT_EQ(take_in(second).applied, 1U);
  EXPECT_EQ(take_in(first).were_there, 1U);
  EXPECT_EQ(told_at_station().at(0).content.title.en, "The second version");
  EXPECT_EQ(take_in(third).applied, 1U);
  EXPECT_EQ(take_in(second).were_there, 1U);
  ASSERT_EQ(told_at_station().size(), 1U);
  EXPECT_EQ(told_at_station()[0].content.title.en, "The third version");
  for_tests::expect_provable(station);
}

TEST_F(LessonExchange, amber_stays_with_the_police_and_green_reaches_a_firm) {
  const auto police_only = approved(bureau, model::Tlp::amber);
  EXPECT_THAT(waiting_for(bureau.firm_a), IsEmpty());
  EXPECT_EQ(waiting_for(bureau.station_a).size(), 1U);
  withdrawn(police_only);
  const auto for_all = approved(bureau);
  ASSERT_EQ(waiting_for(bureau.firm_a).size(), 1U);
  const auto file = make_bundle(bureau.hub, operator_(), bureau.firm_a.id).value();
  EXPECT_EQ(apply_bundle(firm.hub, operator_(), file.bytes).value().applied, 1U);
  const auto reader = firm.person(firm.firm_a, {model::Role::liaison});
  ASSERT_EQ(lessons_at(firm, reader).size(), 1U);
  EXPECT_EQ(lessons_at(firm, reader)[0].id, for_all.id);
}

TEST_F(LessonExchange, is_changed_and_withdrawn_only_where_it_was_made) {
  const auto lesson = approved(bureau);
  take_in(for_station());
  const auto here = open_lesson(station.hub, writer(), lesson.id).value();
  const auto edited = edit_lesson(station.hub, writer(), here.id, here.revision, here.content);
  EXPECT_EQ(edited.error().kind, ErrorKind::conflict);
  EXPECT_THAT(edited.error().text(), HasSubstr("another hub"));
  const auto approver = station.person(station.station_a, {model::Role::approver});
  EXPECT_EQ(step(station, approver, here, LessonStep::Kind::withdraw, "why").error().kind,
            ErrorKind::conflict);
  EXPECT_EQ(open_lesson(station.hub, writer(), lesson.id).value().revision, here.revision);
}

TEST_F(LessonExchange, nobody_hands_on_what_another_hub_made) {
  TestHub third{"station-c", model::OrganisationKind::station};
  introduce(station, third);
  approved(bureau);
  take_in(for_station());
  ASSERT_EQ(told_at_station().size(), 1U);
  const auto partner = station.registered("station-c").id;
  EXPECT_THAT(preview_bundle(station.hub, operator_(), partner).value().items, IsEmpty());
}

TEST_F(LessonExchange, touches_no_lesson_that_the_sender_did_not_make) {
  const auto brought = lesson_item(approved(bureau));
  auto edit = propose_lesson(station.hub, writer(), "PB1").value();
  const auto own = write_lesson(station.hub, writer(), edit).value();
  auto item = brought;
  item.object = own.id.bytes;
  EXPECT_EQ(take_in(item).refused.size(), 1U);
  const auto now = open_lesson(station.hub, writer(), own.id).value();
  EXPECT_EQ(now.state, LessonState::draft);
  EXPECT_EQ(now.revision, own.revision);
}

TEST_F(LessonExchange, a_second_partner_cannot_change_what_the_first_brought) {
  const auto lesson = approved(bureau);
  auto item = lesson_item(lesson);
  take_in(item);
  TestHub third{"station-c", model::OrganisationKind::station};
  introduce(station, third);
  introduce(third, station);
  auto bundle = preview_bundle(third.hub, operator_(), third.registered("station-a").id).value();
  bundle.items = {retold(item, "Forged")};
  const auto applied =
      apply_bundle(station.hub, operator_(),
                   deliver::sign_bundle(crypto::SigningKey(third.keys().signing), bundle));
  ASSERT_EQ(applied.value().refused.size(), 1U);
  EXPECT_EQ(told_at_station().at(0).content.title, lesson.content.title);
}

TEST_F(LessonExchange, a_text_that_no_lesson_may_hold_is_refused_with_its_place) {
  auto item = lesson_item(approved(bureau));
  auto handed = deliver::lesson_in(item).value();
  handed.told->method = "PB0";
  handed.told->advice.en = "Call 090-1234-5678 (fictional).";
  item.content = deliver::content_of(handed);
  const auto applied = take_in(item);
  ASSERT_EQ(applied.refused.size(), 1U);
  const auto& issues = applied.refused[0].issues;
  ASSERT_EQ(issues.size(), 2U);
  EXPECT_EQ(issues[0].pointer, "/items/0/told/method");
  EXPECT_EQ(issues[1].pointer, "/items/0/told/advice/en");
  EXPECT_THAT(lessons_at(station, writer()), IsEmpty());
}

TEST_F(LessonExchange, what_was_exchanged_stays_provable_on_both_sides) {
  approved(bureau);
  take_in(for_station());
  for_tests::expect_provable(bureau);
  for_tests::expect_provable(station);
}

}  // namespace
}  // namespace workflow
