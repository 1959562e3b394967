#pragma once

#include "edges/codec/json.h"
#include "ground/model/meeting.h"

/// Meetings as docs/openapi.yaml has them. decode and encode are instantiated in meeting_json.cpp
/// for:
///   model::Meeting, model::MeetingTask; decode only: model::MeetingEdit, model::MeetingTaskEdit;
///   encode only: model::MeetingView
