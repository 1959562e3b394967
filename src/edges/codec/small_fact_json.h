#pragma once

#include "edges/codec/json.h"
#include "ground/model/small_fact.h"

/// Small facts as docs/openapi.yaml has them. decode and encode are instantiated in
/// small_fact_json.cpp for:
///   model::SmallFact, model::FactEdit, model::FactView
