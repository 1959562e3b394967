#include "edges/codec/lesson_json.h"

#include <algorithm>

#include "edges/codec/lesson_nested_json.h"

namespace codec {
namespace {

bool rests_on_published_cases(const model::LessonEdit& told) {
  return std::ranges::all_of(told.sources, [](const model::LessonSource& source) {
    return source.kind == model::LessonSource::Kind::published;
  });
}

}  // namespace

template <class Archive>
void describe(Archive& archive, model::LessonStep& step) {
  archive.required("kind", step.kind);
  archive.optional("note", step.note, text_up_to(2000));
}

template <class Archive>
void describe(Archive& archive, model::HandedLesson& handed) {
  using State = model::LessonState;
  archive.required("state", handed.state);
  archive.rule("state", handed.state == State::approved || handed.state == State::withdrawn,
               "is one that no lesson leaves in", "hand over what is approved or withdrawn");
  archive.required("made_at", handed.made_at);
  archive.optional("approved_at", handed.approved_at);
  archive.optional("told", handed.told);
  archive.rule("told", handed.told.has_value() == (handed.state == State::approved),
               "does not fit the state", "give it for an approved lesson and for no other");
  archive.rule("told", !handed.told || rests_on_published_cases(*handed.told),
               "names a source that no other hub may know", "name published cases only");
}

template <class Archive>
void describe(Archive& archive, model::PublicCase& one) {
  archive.required("id", one.id);
  archive.required("title", one.title);
  archive.required("year", one.year);
  archive.required("country", one.country);
}

template base::Result<model::Lesson> decode<model::Lesson>(std::string_view, const JsonLimits&);
template std::string encode<model::Lesson>(const model::Lesson&);
template base::Result<model::LessonEdit> decode<model::LessonEdit>(std::string_view,
                                                                   const JsonLimits&);
template std::string encode<model::LessonEdit>(const model::LessonEdit&);
template base::Result<model::LessonStep> decode<model::LessonStep>(std::string_view,
                                                                   const JsonLimits&);
template base::Result<model::HandedLesson> decode<model::HandedLesson>(std::string_view,
                                                                       const JsonLimits&);
template std::string encode<model::HandedLesson>(const model::HandedLesson&);
template std::string encode<model::PublicCase>(const model::PublicCase&);

}  // namespace codec
