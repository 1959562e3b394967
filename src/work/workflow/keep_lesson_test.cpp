#include "work/workflow/keep_lesson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/consult.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/plan_visits.h"
#include "work/workflow/read_visits.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/verify_store.h"
#include "work/workflow/work_queue.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::approved;
using for_tests::drafted;
using for_tests::step;
using model::LessonState;
using model::LessonStep;
using testing::HasSubstr;

struct keep_lesson_test : testing::Test {
  TestHub test;

  std::vector<model::Task> approvals() {
    QueueRequest request;
    request.kind = model::TaskKind::approve_lesson;
    return read_queue(test.hub, test.approver(), request).value().items;
  }
  std::size_t seen_by(const model::Principal& principal) {
    return list_lessons(test.hub, principal, std::nullopt, {}).value().items.size();
  }
  base::Result<model::Visit> tell(const model::Lesson& lesson) {
    model::VisitEdit edit;
    edit.firm = test.firm_a.id;
    edit.visited_at = test.clock.now();
    edit.attendees = {model::Attendee::security};
    edit.shown = {{model::Shown::Kind::lesson, lesson.id.text()}};
    return log_visit(test.hub, test.station_officer_a(), edit);
  }
  std::vector<model::LessonTitle> untold() {
    return read_visit_brief(test.hub, test.station_officer_a(), test.firm_a.id)
        .value()
        .lessons_untold;
  }
};

TEST_F(keep_lesson_test, a_proposal_has_every_part_in_both_languages_and_may_be_submitted) {
  for (const auto& playbook : test.knowledge.table().playbooks) {
    auto edit = propose_lesson(test.hub, test.analyst(), playbook.id).value();
    edit.title = {"手口", "A method"};
    edit.sources = {{model::LessonSource::Kind::published, "XX-2020-TEST"}};
    for (const auto& text : {edit.story, edit.advice}) {
      EXPECT_NE(text.ja, "") << playbook.id;
      EXPECT_NE(text.en, "") << playbook.id;
    }
    const auto made = write_lesson(test.hub, test.analyst(), edit).value();
    const auto submitted = step(test, test.analyst(), made, LessonStep::Kind::submit);
    EXPECT_TRUE(submitted) << playbook.id << ": " << submitted.error().text();
  }
  EXPECT_EQ(propose_lesson(test.hub, test.analyst(), "PB0").error().kind, ErrorKind::not_found);
  EXPECT_EQ(propose_lesson(test.hub, test.station_officer_a(), "PB1").error().kind,
            ErrorKind::forbidden);
}

TEST_F(keep_lesson_test, is_told_only_after_a_second_person_approved_it) {
  const auto draft = drafted(test);
  EXPECT_EQ(seen_by(test.station_officer_a()), 0U);
  EXPECT_EQ(open_lesson(test.hub, test.liaison(), draft.id).error().kind, ErrorKind::not_found);
  EXPECT_THAT(tell(draft).error().text(), HasSubstr("/shown/0/id"));
  const auto submitted = step(test, test.analyst(), draft, LessonStep::Kind::submit).value();
  ASSERT_EQ(approvals().size(), 1U);
  EXPECT_EQ(approvals()[0].about, submitted.content.title);
  EXPECT_EQ(approvals()[0].not_by, test.analyst().name);
  const auto done = step(test, test.approver(), submitted, LessonStep::Kind::approve).value();
  EXPECT_EQ(done.state, LessonState::approved);
  EXPECT_EQ(done.approved_at, test.clock.now());
  EXPECT_TRUE(approvals().empty());
  EXPECT_EQ(seen_by(test.station_officer_a()), 1U);
  EXPECT_TRUE(open_lesson(test.hub, test.liaison(), draft.id));
  EXPECT_TRUE(tell(done));
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(keep_lesson_test, nobody_approves_his_own) {
  const auto both =
      test.person(test.bureau, {model::Role::analyst, model::Role::approver}, "both-roles");
  auto edit = propose_lesson(test.hub, both, "PB1").value();
  const auto made = write_lesson(test.hub, both, edit).value();
  const auto submitted = step(test, both, made, LessonStep::Kind::submit).value();
  EXPECT_EQ(step(test, both, submitted, LessonStep::Kind::approve).error().kind,
            ErrorKind::forbidden);
  EXPECT_EQ(step(test, test.analyst(), submitted, LessonStep::Kind::approve).error().kind,
            ErrorKind::forbidden);
  EXPECT_TRUE(step(test, test.approver(), submitted, LessonStep::Kind::approve));
}

TEST_F(keep_lesson_test, is_sent_back_with_a_reason_written_on_and_submitted_again) {
  const auto submitted =
      step(test, test.analyst(), drafted(test), LessonStep::Kind::submit).value();
  EXPECT_THAT(step(test, test.approver(), submitted, LessonStep::Kind::send_back).error().text(),
              HasSubstr("/note"));
  EXPECT_EQ(
      edit_lesson(test.hub, test.analyst(), submitted.id, submitted.revision, submitted.content)
          .error()
          .kind,
      ErrorKind::conflict);
  const auto back =
      step(test, test.approver(), submitted, LessonStep::Kind::send_back, "shorter").value();
  EXPECT_EQ(back.state, LessonState::draft);
  EXPECT_EQ(back.note, "shorter");
  auto content = back.content;
  content.title.en = "Asking the way";
  EXPECT_EQ(
      edit_lesson(test.hub, test.analyst_2(), back.id, submitted.revision, content).error().kind,
      ErrorKind::precondition_failed);
  const auto again =
      edit_lesson(test.hub, test.analyst_2(), back.id, back.revision, content).value();
  EXPECT_EQ(again.by, test.analyst_2().name);
  EXPECT_TRUE(step(test, test.analyst(), again, LessonStep::Kind::submit));
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(keep_lesson_test, nobody_who_wrote_on_it_approves_it) {
  const auto both = test.person(test.bureau, {model::Role::analyst, model::Role::approver}, "both");
  auto edit = propose_lesson(test.hub, both, "PB1").value();
  edit.title = {"手口", "A method"};
  edit.sources = {{model::LessonSource::Kind::published, "XX-2020-TEST"}};
  const auto made = write_lesson(test.hub, both, edit).value();
  const auto touched = edit_lesson(test.hub, test.analyst(), made.id, made.revision, edit).value();
  EXPECT_EQ(touched.writers, (std::vector<std::string>{both.name, test.analyst().name}));
  const auto submitted = step(test, test.analyst(), touched, LessonStep::Kind::submit).value();
  EXPECT_EQ(step(test, both, submitted, LessonStep::Kind::approve).error().kind,
            ErrorKind::forbidden);
  EXPECT_TRUE(step(test, test.approver(), submitted, LessonStep::Kind::approve));
}

TEST_F(keep_lesson_test, who_tells_it_reads_nothing_of_its_handling) {
  const auto lesson = approved(test);
  const auto read = open_lesson(test.hub, test.station_officer_a(), lesson.id).value();
  EXPECT_EQ(read.by + read.decided_by + read.note, "");
  EXPECT_TRUE(read.writers.empty());
  EXPECT_EQ(open_lesson(test.hub, test.analyst(), lesson.id).value().by, lesson.by);
}

TEST_F(keep_lesson_test, amber_is_for_police_and_nothing_narrower_is_a_lesson) {
  auto outsider = test.liaison();
  outsider.organisation_kind = model::OrganisationKind::industry_body;
  const auto lesson = approved(test, model::Tlp::amber);
  EXPECT_EQ(open_lesson(test.hub, outsider, lesson.id).error().kind, ErrorKind::not_found);
  EXPECT_EQ(seen_by(outsider), 0U);
  EXPECT_EQ(seen_by(test.liaison()), 1U);
  auto edit = lesson.content;
  edit.tlp = model::Tlp::red;
  const auto made = write_lesson(test.hub, test.analyst(), edit).value();
  EXPECT_THAT(step(test, test.analyst(), made, LessonStep::Kind::submit).error().text(),
              HasSubstr("/tlp"));
}

TEST_F(keep_lesson_test, names_no_firm_of_the_register) {
  auto edit = propose_lesson(test.hub, test.analyst(), "PB1").value();
  edit.story.ja += test.firm_a.name.ja;
  const auto made = write_lesson(test.hub, test.analyst(), edit).value();
  EXPECT_THAT(step(test, test.analyst(), made, LessonStep::Kind::submit).error().text(),
              HasSubstr("/story"));
}

TEST_F(keep_lesson_test, an_own_source_is_a_closed_case) {
  model::ConsultationEdit taken;
  taken.answers = {{model::Question::what_happened, model::Yes::unknown, "A man asked the way."}};
  const auto open = take_consultation(test.hub, test.station_officer_a(), taken).value();
  auto edit = propose_lesson(test.hub, test.analyst(), "PB1").value();
  edit.sources = {{model::LessonSource::Kind::consultation, open.consultation.id.text()}};
  const auto made = write_lesson(test.hub, test.analyst(), edit).value();
  EXPECT_THAT(step(test, test.analyst(), made, LessonStep::Kind::submit).error().text(),
              HasSubstr("/sources/0/id"));
  ASSERT_TRUE(close_consultation(test.hub, test.station_officer_a(), open.consultation.id,
                                 open.consultation.revision, {model::Outcome::advised, ""}));
  EXPECT_TRUE(step(test, test.analyst(), made, LessonStep::Kind::submit));
}

TEST_F(keep_lesson_test, a_lesson_not_told_speaks_for_a_visit_until_it_is) {
  const auto lesson = approved(test);
  ASSERT_EQ(untold().size(), 1U);
  EXPECT_EQ(untold()[0].id, lesson.id);
  const auto codes = [&] {
    std::vector<std::string> found;
    const auto brief = read_visit_brief(test.hub, test.station_officer_a(), test.firm_a.id).value();
    for (const auto& reason : brief.reasons)
      found.push_back(reason.code);
    return found;
  };
  EXPECT_THAT(codes(), testing::Contains("visit_lessons"));
  ASSERT_TRUE(tell(lesson));
  EXPECT_TRUE(untold().empty());
  EXPECT_THAT(codes(), testing::Not(testing::Contains("visit_lessons")));
  EXPECT_TRUE(plan_visits(test.hub, test.station_officer_a()));
}

TEST_F(keep_lesson_test, what_is_for_the_police_only_is_not_told_to_firms) {
  const auto lesson = approved(test, model::Tlp::amber);
  EXPECT_TRUE(untold().empty());
  EXPECT_FALSE(tell(lesson));
}

TEST_F(keep_lesson_test, a_withdrawn_one_is_told_no_more) {
  const auto lesson = approved(test);
  const auto gone =
      step(test, test.approver(), lesson, LessonStep::Kind::withdraw, "was wrong").value();
  EXPECT_EQ(gone.state, LessonState::withdrawn);
  EXPECT_FALSE(tell(lesson));
  EXPECT_EQ(seen_by(test.station_officer_a()), 0U);
  EXPECT_EQ(seen_by(test.auditor()), 1U);
  EXPECT_EQ(step(test, test.approver(), gone, LessonStep::Kind::approve).error().kind,
            ErrorKind::conflict);
}

TEST_F(keep_lesson_test, the_same_request_makes_one_lesson) {
  const auto edit = propose_lesson(test.hub, test.analyst(), "PB1").value();
  const RequestKey key{"k", "hash"};
  const auto first = write_lesson(test.hub, test.analyst(), edit, key).value();
  EXPECT_EQ(write_lesson(test.hub, test.analyst(), edit, key).value().id, first.id);
  EXPECT_EQ(seen_by(test.analyst()), 1U);
}

}  // namespace
}  // namespace workflow
