#pragma once

#include "edges/codec/json.h"
#include "ground/model/digest.h"

/// Digests and briefings as docs/openapi.yaml has them. encode is instantiated in digest_json.cpp
/// for: model::Digest, model::Briefing
