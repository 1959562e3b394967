#include <fmt/format.h>

#include "edges/codec/meeting_json.h"
#include "edges/store/meeting.h"
#include "edges/store/organisation_key.h"

namespace store {
namespace {

using model::MeetingTask;
using model::Organisation;

constexpr std::string_view insert_meeting_task_row =
    "INSERT INTO meeting_task (org_id, id, meeting_id, desk_id, due_on, is_answered, revision,"
    " wrapped_key, salt, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr std::string_view select_meeting_task_row =
    "SELECT org_id, id, meeting_id, desk_id, due_on, is_answered, revision, wrapped_key, salt,"
    " body FROM meeting_task";
constexpr std::string_view update_meeting_task_row =
    "UPDATE meeting_task SET is_answered = $3, body = $4, revision = $6"
    " WHERE org_id = $1 AND id = $2 AND revision = $5";

crypto::Place meeting_task_body(const base::UuidBytes& id) {
  return {"meeting_task", "body", id};
}

base::Bytes seal_body(const StoredMeetingTask& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body),
                      meeting_task_body(stored.task.id.bytes));
}

base::Bytes commitment_to_body(const StoredMeetingTask& stored, const std::string& body) {
  const auto& task = stored.task;
  return commitment_to_columns(stored.key.salt, {task.organisation, task.id, task.revision, body});
}

StoredMeetingTask read_task(db::Connection& connection, const Keys& keys, const db::Row& row,
                            std::string* body = nullptr) {
  StoredMeetingTask stored;
  const auto id = row.uuid(1);
  stored.key = open_row_key(get_organisation_key(connection, keys, row.id<Organisation>(0)), id,
                            row.bytes(7), row.bytes(8));
  auto text = base::to_text(open_column(stored.key, meeting_task_body(id), row.bytes(9)));
  auto read = codec::decode<MeetingTask>(text, codec::trusted_limits());
  if (!read) throw base::OutsideFailure("a task of a meeting does not read back");
  stored.task = std::move(*read);
  stored.task.revision = row.integer(6);
  if (body != nullptr) *body = std::move(text);
  return stored;
}

bool are_columns_of(const MeetingTask& task, const db::Row& row) {
  return row.id<Organisation>(0) == task.organisation && row.id<MeetingTask>(1) == task.id &&
         row.id<model::Meeting>(2) == task.meeting &&
         row.id<Organisation>(3) == task.content.desk && row.day(4) == task.content.due_on &&
         row.boolean(5) == task.answered_at.has_value();
}

CommittedContent committed_meeting_task(db::Connection& connection, const Keys& keys,
                                        const db::Row& row) {
  return newest_content("meeting_task", row.uuid(1), [&](CommittedContent& content) {
    std::string body;
    const auto stored = read_task(connection, keys, row, &body);
    content.commitment = commitment_to_body(stored, body);
    if (!are_columns_of(stored.task, row))
      content.problem = "its columns are not those of its body";
  });
}

}  // namespace

base::Bytes insert_meeting_task(db::Connection& connection, const Keys& keys,
                                StoredMeetingTask& stored) {
  auto& row = stored.task;
  stored.key = make_row_key(get_organisation_key(connection, keys, row.organisation), row.id.bytes);
  row.revision = 1;
  const auto body = codec::encode(row);
  connection.execute(insert_meeting_task_row,
                     {row.organisation, row.id, row.meeting, row.content.desk, row.content.due_on,
                      row.answered_at.has_value(), row.revision, stored.key.wrapped,
                      stored.key.salt, seal_body(stored, body)});
  return commitment_to_body(stored, body);
}

std::optional<StoredMeetingTask> find_meeting_task(db::Connection& connection, const Keys& keys,
                                                   base::Id<MeetingTask> id) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE id = $1", select_meeting_task_row), {id});
  if (!row) return std::nullopt;
  return read_task(connection, keys, *row);
}

base::Result<base::Bytes> update_meeting_task(db::Connection& connection,
                                              StoredMeetingTask& stored) {
  auto& row = stored.task;
  const auto read_revision = row.revision;
  row.revision += 1;
  const auto body = codec::encode(row);
  const auto changed = connection.execute(update_meeting_task_row,
                                          {row.organisation, row.id, row.answered_at.has_value(),
                                           seal_body(stored, body), read_revision, row.revision});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the task has changed since",
                      "read it again and repeat the change");
  return commitment_to_body(stored, body);
}

std::vector<MeetingTask> list_meeting_tasks(db::Connection& connection, const Keys& keys,
                                            base::Id<model::Meeting> meeting) {
  std::vector<MeetingTask> tasks;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE meeting_id = $1 ORDER BY due_on, id", select_meeting_task_row),
           {meeting}))
    tasks.push_back(read_task(connection, keys, row).task);
  return tasks;
}

ContentSource meeting_task_content() {
  return {{"meeting_task"},
          {},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            connection.for_each(select_meeting_task_row, {}, [&](const db::Row& row) {
              take(committed_meeting_task(connection, keys, row));
            });
          }};
}

}  // namespace store
