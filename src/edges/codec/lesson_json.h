#pragma once

#include "edges/codec/json.h"
#include "ground/model/bundle.h"
#include "ground/model/lesson.h"

/// Lessons as docs/openapi.yaml has them. decode and encode are instantiated in lesson_json.cpp
/// for:
///   model::Lesson, model::LessonEdit, model::HandedLesson; encode only: model::PublicCase; decode
///   only: model::LessonStep
