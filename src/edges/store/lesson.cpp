#include "edges/store/lesson.h"

#include <fmt/format.h>

#include "edges/codec/lesson_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Lesson;

constexpr std::string_view insert_lesson_row =
    "INSERT INTO lesson (org_id, id, told_as, method, state, approved_at, is_for_firms, revision,"
    " wrapped_key, salt, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view select_lesson_row =
    "SELECT org_id, id, told_as, method, state, approved_at, is_for_firms, revision, wrapped_key,"
    " salt, body FROM lesson";
constexpr std::string_view update_lesson_row =
    "UPDATE lesson SET method = $3, state = $4, approved_at = $5, is_for_firms = $6, body = $7,"
    " revision = $9 WHERE org_id = $1 AND id = $2 AND revision = $8";
constexpr std::string_view count_for_firms =
    "SELECT COUNT(*) FROM lesson WHERE state = 'approved' AND is_for_firms = 1";

crypto::Place lesson_body(const base::UuidBytes& id) {
  return {"lesson", "body", id};
}

base::Bytes seal_body(const StoredLesson& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), lesson_body(stored.lesson.id.bytes));
}

/// The body holds everything: a column says again what a search asks for.
base::Bytes commitment_to_body(const StoredLesson& stored, const std::string& body) {
  const auto& lesson = stored.lesson;
  return commitment_to_columns(stored.key.salt,
                               {lesson.organisation, lesson.id, lesson.revision, body});
}

StoredLesson read_lesson(db::Connection& connection, const Keys& keys, const db::Row& row,
                         std::string* body = nullptr) {
  StoredLesson stored;
  const auto id = row.uuid(1);
  stored.key = open_row_key(get_organisation_key(connection, keys, row.id<model::Organisation>(0)),
                            id, row.bytes(8), row.bytes(9));
  auto text = base::to_text(open_column(stored.key, lesson_body(id), row.bytes(10)));
  auto read = codec::decode<Lesson>(text, codec::trusted_limits());
  if (!read) throw base::OutsideFailure("a lesson does not read back");
  stored.lesson = std::move(*read);
  stored.lesson.revision = row.integer(7);
  if (body != nullptr) *body = std::move(text);
  return stored;
}

bool are_columns_of(const Lesson& lesson, const db::Row& row) {
  return row.id<model::Organisation>(0) == lesson.organisation && row.id<Lesson>(1) == lesson.id &&
         row.text(2) == lesson.id.text() && row.text(3) == lesson.content.method &&
         row.word<model::LessonState>(4) == lesson.state &&
         row.find_time(5) == lesson.approved_at &&
         row.boolean(6) == model::is_for_firms(lesson.content.tlp);
}

CommittedContent committed_lesson(db::Connection& connection, const Keys& keys,
                                  const db::Row& row) {
  return newest_content("lesson", row.uuid(1), [&](CommittedContent& content) {
    std::string body;
    const auto stored = read_lesson(connection, keys, row, &body);
    content.commitment = commitment_to_body(stored, body);
    if (!are_columns_of(stored.lesson, row))
      content.problem = "its columns are not those of its body";
  });
}

}  // namespace

base::Bytes insert_lesson(db::Connection& connection, const Keys& keys, StoredLesson& stored) {
  auto& row = stored.lesson;
  stored.key = make_row_key(get_organisation_key(connection, keys, row.organisation), row.id.bytes);
  row.revision = 1;
  const auto body = codec::encode(row);
  connection.execute(insert_lesson_row,
                     {row.organisation, row.id, row.id.text(), row.content.method, row.state,
                      row.approved_at, model::is_for_firms(row.content.tlp), row.revision,
                      stored.key.wrapped, stored.key.salt, seal_body(stored, body)});
  return commitment_to_body(stored, body);
}

std::optional<StoredLesson> find_lesson(db::Connection& connection, const Keys& keys,
                                        base::Id<Lesson> id) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE id = $1", select_lesson_row), {id});
  if (!row) return std::nullopt;
  return read_lesson(connection, keys, *row);
}

base::Result<base::Bytes> update_lesson(db::Connection& connection, StoredLesson& stored) {
  auto& row = stored.lesson;
  const auto read_revision = row.revision;
  row.revision += 1;
  const auto body = codec::encode(row);
  const auto changed = connection.execute(
      update_lesson_row,
      {row.organisation, row.id, row.content.method, row.state, row.approved_at,
       model::is_for_firms(row.content.tlp), seal_body(stored, body), read_revision, row.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the lesson has changed since",
                      "read it again and repeat the change");
  return commitment_to_body(stored, body);
}

model::Page<Lesson> list_lessons(db::Connection& connection, const Keys& keys,
                                 std::optional<model::LessonState> state,
                                 const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = fmt::format("{} WHERE 1 = 1", select_lesson_row);
  if (state) sql += " AND state = " + place(parameters, *state);
  if (const auto after = parse_place_in_list<0>(page.after))
    sql += " AND id < " + place(parameters, after->id);
  sql += " ORDER BY id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Lesson> found;
  for (const auto& row : connection.query(sql, parameters))
    found.push_back(read_lesson(connection, keys, row).lesson);
  return page_of(std::move(found), page.limit, [](const Lesson& lesson) {
    return format_place_in_list<0>({{}, lesson.id.bytes});
  });
}

std::vector<Lesson> list_approved_lessons(db::Connection& connection, const Keys& keys) {
  std::vector<Lesson> found;
  for (const auto& row :
       connection.query(fmt::format("{} WHERE state = 'approved' ORDER BY id", select_lesson_row)))
    found.push_back(read_lesson(connection, keys, row).lesson);
  return found;
}

std::int64_t count_lessons_for_firms(db::Connection& connection) {
  return db::get_row(connection, count_for_firms).integer(0);
}

ContentSource lesson_content() {
  return {
      {"lesson"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
        connection.for_each(select_lesson_row, {}, [&](const db::Row& row) {
          take(committed_lesson(connection, keys, row));
        });
      }};
}

}  // namespace store
