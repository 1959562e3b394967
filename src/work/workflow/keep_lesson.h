#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/lesson.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// Lessons: what reports taught, written by one person, approved by another, then told at visits,
/// meetings and in briefings.
namespace workflow {

/// What a lesson of this method could say, from the shipped tables: how it goes, its first signs,
/// the harmless explanation, what to do, and the published cases that show it. Nothing is stored.
/// not_found for a method that no table holds.
[[nodiscard]] base::Result<model::LessonEdit> propose_lesson(const Hub& hub,
                                                             const model::Principal& principal,
                                                             std::string_view method);

/// The published cases that a lesson may name as its source.
[[nodiscard]] base::Result<std::vector<model::PublicCase>> list_cases(
    const Hub& hub, const model::Principal& principal);

/// Writes a draft. A draft may be unfinished; only what it names must be there.
[[nodiscard]] base::Result<model::Lesson> write_lesson(Hub& hub, const model::Principal& principal,
                                                       const model::LessonEdit& edit,
                                                       const RequestKey& request = {});

/// What a lesson rests on and who worked on it stays in the house.
void hide_handling(model::Lesson& lesson);

/// Replaces what a draft says; who does it is one of its writers from now on. Conflict unless it is
/// a draft.
[[nodiscard]] base::Result<model::Lesson> edit_lesson(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Lesson> id,
                                                      std::int64_t revision,
                                                      const model::LessonEdit& edit);

/// submit: puts a draft before a second person, with a clock (lesson_approval.h); invalid_input as
/// outreach::lesson_issues says, at "/sources/0/id" for a consultation that is not closed, at
/// "/story" where a firm of the register is named.
/// approve: forbidden for its writers. send_back: a draft again, with a note. withdraw: an approved
/// one is told no more, with a note. Conflict where the state does not allow the step.
[[nodiscard]] base::Result<model::Lesson> step_lesson(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Lesson> id,
                                                      std::int64_t revision,
                                                      const model::LessonStep& step);

/// Approved ones for everybody who tells them (without their handling, and AMBER ones only for
/// police), the others for who writes, approves or audits.
[[nodiscard]] base::Result<model::Lesson> open_lesson(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Lesson> id);

/// Newest first. Who may only tell lessons gets the approved ones, whatever state was asked for.
[[nodiscard]] base::Result<model::Page<model::Lesson>> list_lessons(
    Hub& hub, const model::Principal& principal, std::optional<model::LessonState> state,
    const model::PageRequest& page);

}  // namespace workflow
