#include "edges/codec/lesson_json.h"

#include "edges/codec/lesson_nested_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::LessonStep& step) {
  archive.required("kind", step.kind);
  archive.optional("note", step.note, text_up_to(2000));
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
template std::string encode<model::PublicCase>(const model::PublicCase&);

}  // namespace codec
