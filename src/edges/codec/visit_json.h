#pragma once

#include "edges/codec/json.h"
#include "ground/model/visit.h"

/// Visits, their plan and their coverage, as docs/openapi.yaml has them. decode and encode are
/// instantiated in visit_json.cpp for:
///   model::Visit, model::VisitEdit, model::VisitBrief, model::VisitPlan, model::VisitCoverage
