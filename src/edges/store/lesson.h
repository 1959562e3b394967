#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/base/result.h"
#include "ground/model/lesson.h"
#include "ground/model/page.h"

/// Lessons. A row belongs to the desk that keeps it and is sealed with its own key.
namespace store {

struct StoredLesson {
  model::Lesson lesson;
  RowKey key;
};

/// Writes a new lesson; revision becomes 1. Gives the commitment for its audit row.
[[nodiscard]] base::Bytes insert_lesson(db::Connection& connection, const Keys& keys,
                                        StoredLesson& stored);

[[nodiscard]] std::optional<StoredLesson> find_lesson(db::Connection& connection, const Keys& keys,
                                                      base::Id<model::Lesson> id);

/// precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_lesson(db::Connection& connection,
                                                      StoredLesson& stored);

/// Newest first, of every state or of one.
[[nodiscard]] model::Page<model::Lesson> list_lessons(db::Connection& connection, const Keys& keys,
                                                      std::optional<model::LessonState> state,
                                                      const model::PageRequest& page);

/// All that may be told, oldest first.
[[nodiscard]] std::vector<model::Lesson> list_approved_lessons(db::Connection& connection,
                                                               const Keys& keys);
/// How many of them may be told outside the police; no body is opened.
[[nodiscard]] std::int64_t count_lessons_for_firms(db::Connection& connection);

/// Lessons for the check of the record.
[[nodiscard]] ContentSource lesson_content();

}  // namespace store
