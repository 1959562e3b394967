#pragma once

#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "ground/model/lesson.h"

/// Lessons as JSON, for what nests them: the brief of a visit, a digest, a briefing.
namespace codec {

template <class Archive>
void describe(Archive& archive, model::LessonTitle& title) {
  archive.required("id", title.id);
  archive.required("method", title.method);
  archive.required("title", title.title);
}

template <class Archive>
void describe(Archive& archive, model::LessonSource& source) {
  archive.required("kind", source.kind);
  archive.required("id", source.id, text_up_to(64));
}

template <class Archive>
void describe(Archive& archive, model::LessonEdit& edit) {
  archive.required("method", edit.method, text_up_to(16));
  archive.required("signs", edit.signs, list_up_to(20, 16));
  archive.required("title", edit.title);
  archive.required("story", edit.story);
  archive.required("innocent", edit.innocent);
  archive.required("advice", edit.advice);
  archive.required("sources", edit.sources, list_up_to(30));
  archive.defaulted("tlp", edit.tlp, model::Tlp::green);
}

template <class Archive>
void describe(Archive& archive, model::Lesson& lesson) {
  archive.required("id", lesson.id);
  archive.required("organisation", lesson.organisation);
  archive.required("by", lesson.by);
  archive.optional("writers", lesson.writers, list_up_to(100, 64));
  archive.required("made_at", lesson.made_at);
  archive.required("state", lesson.state);
  archive.required("content", lesson.content);
  archive.optional("decided_by", lesson.decided_by);
  archive.optional("approved_at", lesson.approved_at);
  archive.optional("note", lesson.note, text_up_to(2000));
  archive.optional("origin", lesson.origin);
  archive.optional("revision", lesson.revision);
}

}  // namespace codec
