#pragma once

#include <gtest/gtest.h>

#include "work/workflow/keep_lesson.h"
#include "work/workflow/test_hub.h"

/// For tests: lessons of the one fictional case that a TestHub knows.
namespace workflow::for_tests {

inline model::Lesson drafted(TestHub& test, model::Tlp tlp = model::Tlp::green) {
  auto edit = propose_lesson(test.hub, test.analyst(), "PB1").value();
  edit.tlp = tlp;
  return write_lesson(test.hub, test.analyst(), edit).value();
}

inline base::Result<model::Lesson> step(TestHub& test, const model::Principal& principal,
                                        const model::Lesson& lesson, model::LessonStep::Kind kind,
                                        const std::string& note = "") {
  return step_lesson(test.hub, principal, lesson.id, lesson.revision, {kind, note});
}

inline model::Lesson approved(TestHub& test, model::Tlp tlp = model::Tlp::green) {
  const auto submitted =
      step(test, test.analyst(), drafted(test, tlp), model::LessonStep::Kind::submit).value();
  return step(test, test.approver(), submitted, model::LessonStep::Kind::approve).value();
}

}  // namespace workflow::for_tests
