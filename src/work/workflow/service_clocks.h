#pragma once

#include <chrono>

#include "ground/base/time.h"
#include "ground/model/knowledge.h"

/// How soon somebody has to look: the service clocks of the desk.
namespace workflow {

/// One hour where somebody is under pressure (coerce, or a threat), 24 hours where things are
/// handed over already (task, run), else one working day.
[[nodiscard]] base::UtcTime human_look_due(base::UtcTime start, model::Stage stage, bool threat);

/// The reporter hears within 30 days what the report led to, at the latest within 90
/// (Directive (EU) 2019/1937, articles 9 and 11, has three months).
constexpr std::chrono::days feedback_due{30};
constexpr std::chrono::days feedback_latest{90};

}  // namespace workflow
