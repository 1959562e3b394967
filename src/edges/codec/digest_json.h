#pragma once

#include "edges/codec/json.h"
#include "ground/model/digest.h"

/// Digests, loops and briefings as docs/openapi.yaml has them, and figures as they are kept. decode
/// and encode are instantiated in digest_json.cpp for:
///   model::KeptFigures; encode only: model::Digest, model::Loop, model::Briefing
