#pragma once

#include "doors/cli/story_text.h"
#include "ground/model/report.h"

namespace cli {

/// The report that a `report` statement of a scenario describes (docs/SCENARIOS.md). `from` and
/// the time of reporting are left to the runner. Errors name the line.
[[nodiscard]] base::Result<model::Submission> report_of(const StoryStatement& statement);

}  // namespace cli
