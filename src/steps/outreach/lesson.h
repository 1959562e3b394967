#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/error.h"
#include "ground/model/lesson.h"

/// What a lesson must be before it may be told: whole, in both languages, and naming nobody.
namespace outreach {

/// Issues with their pointers; none = it may be submitted. An empty text in either language, a
/// method, sign or published case that is not in the tables, no sign or no source; a mail address,
/// a number as long as a telephone's, or a topic that nobody may act on (touched_topics) in any
/// text.
[[nodiscard]] std::vector<base::Issue> lesson_issues(const model::LessonEdit& edit,
                                                     const model::IndicatorTable& table,
                                                     std::span<const model::PublicCase> cases);

/// The same but for the sources: what still holds of a lesson once they were left out.
[[nodiscard]] std::vector<base::Issue> told_issues(const model::LessonEdit& edit,
                                                   const model::IndicatorTable& table);

/// Whether any text of the lesson holds a name of the firm in either language. Names of fewer than
/// four bytes are not looked for: they stand in other words.
[[nodiscard]] bool names_firm(const model::LessonEdit& edit, const model::Organisation& firm);

/// What helps against every approach, most urgent first: see, stop, share (the advice of the
/// National Police Agency), then what protects who was approached already.
[[nodiscard]] std::vector<model::Bilingual> general_advice();

/// At least nine digits in a row, of any width, with nothing but spaces, hyphens (or the long sound
/// mark that stands for one) or brackets between them.
[[nodiscard]] bool holds_long_number(std::string_view text);

}  // namespace outreach
