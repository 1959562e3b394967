#pragma once

#include <string>
#include <vector>

#include "ground/model/knowledge.h"
#include "steps/assess/evidence.h"

namespace assess {

/// What the person who was approached does now, as codes for edges/render, most urgent first.
/// Calm, without blame: a stage is a statement about the approach, never about the employee.
/// Threat: safety and the 24-hour line come first. Money or papers already passed: how to come
/// forward. A lure file: hands off, and the cyber desk.
[[nodiscard]] std::vector<std::string> advice_for(model::ReportKind kind, model::Stage stage,
                                                  const Borne& borne);

}  // namespace assess
