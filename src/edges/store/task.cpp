#include "edges/store/task.h"

#include <fmt/format.h>

#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Task;

constexpr std::string_view upsert_task =
    "INSERT INTO task (org_id, id, kind, state, role, object, area, stage, stage_rank, band,"
    " made_at, due_at, owner, not_by, note, revision)"
    " VALUES ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)"
    " ON CONFLICT (org_id, kind, object) WHERE state = 'open' DO UPDATE SET"
    " area = excluded.area, stage = excluded.stage, stage_rank = excluded.stage_rank,"
    " band = excluded.band, not_by = excluded.not_by, note = excluded.note,"
    " due_at = CASE WHEN task.due_at < excluded.due_at THEN task.due_at ELSE excluded.due_at END,"
    " revision = task.revision + 1"
    " RETURNING id";

constexpr std::string_view close_tasks_of_kind =
    "UPDATE task SET state = $3, revision = revision + 1"
    " WHERE object = $1 AND kind = $2 AND state = 'open'";

constexpr std::string_view close_tasks_of_object =
    "UPDATE task SET state = $2, revision = revision + 1 WHERE object = $1 AND state = 'open'";

constexpr std::string_view select_task =
    "SELECT org_id, id, kind, state, role, object, area, stage, band, made_at, due_at, owner,"
    " not_by, note, escalated_at, revision FROM task";

constexpr std::string_view update_held_task =
    "UPDATE task SET owner = $3, note = $4, due_at = $5, revision = revision + 1"
    " WHERE org_id = $1 AND id = $2 AND revision = $6 AND state = 'open' RETURNING revision";

constexpr std::string_view escalate_open_task =
    "UPDATE task SET owner = '', escalated_at = $4, revision = revision + 1"
    " WHERE org_id = $1 AND id = $2 AND revision = $3 AND state = 'open'";

constexpr std::string_view count_by_kind =
    "SELECT kind, COUNT(*), SUM(CASE WHEN due_at < $1 THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN owner = '' THEN 1 ELSE 0 END) FROM task";

Task read_task(const db::Row& row) {
  Task task;
  task.organisation = row.id<model::Organisation>(0);
  task.id = row.id<Task>(1);
  task.kind = row.word<model::TaskKind>(2);
  task.state = row.word<model::TaskState>(3);
  task.role = row.word<model::Role>(4);
  task.object = row.uuid(5);
  task.area = row.text(6);
  task.stage = row.word<model::Stage>(7);
  task.band = row.word<model::Band>(8);
  task.made_at = row.time(9);
  task.due_at = row.time(10);
  task.owner = row.text(11);
  task.not_by = row.text(12);
  task.note = row.text(13);
  task.escalated_at = row.find_time(14);
  task.revision = row.integer(15);
  return task;
}

std::vector<Task> read_tasks(const db::Rows& rows) {
  std::vector<Task> tasks;
  tasks.reserve(rows.size());
  for (const auto& row : rows)
    tasks.push_back(read_task(row));
  return tasks;
}

/// A rank that sorts the furthest stage first in ascending order, as row values need.
std::int64_t stage_rank(model::Stage stage) {
  return -static_cast<std::int64_t>(stage);
}

/// "kind IN (...)"
std::string is_of_kinds(const std::vector<model::TaskKind>& kinds, db::Parameters& parameters) {
  if (kinds.empty()) return "1 = 0";
  std::string places;
  for (const auto kind : kinds)
    places += (places.empty() ? "" : ", ") + place(parameters, kind);
  return fmt::format("kind IN ({})", places);
}

/// " WHERE state = 'open' AND (kind IN (...) OR ...) AND (scope) AND owner = ..."
std::string condition_of(const TaskFilter& filter, db::Parameters& parameters) {
  auto kinds = is_of_kinds(filter.kinds, parameters);
  if (!filter.escalated_kinds.empty())
    kinds += " OR (escalated_at IS NOT NULL AND " +
             is_of_kinds(filter.escalated_kinds, parameters) + ")";
  auto text = fmt::format(" WHERE state = 'open' AND ({}) AND {}", kinds,
                          scope_condition(filter.scope, {"org_id", "area", "", ""}, parameters));
  if (filter.owner) text += " AND owner = " + place(parameters, *filter.owner);
  return text;
}

}  // namespace

base::Id<Task> open_task(db::Connection& connection, const Task& task) {
  return db::get_row(connection, upsert_task,
                     {task.organisation, task.id, task.kind, task.role, task.object, task.area,
                      task.stage, stage_rank(task.stage), task.band, task.made_at, task.due_at,
                      task.owner, task.not_by, task.note})
      .id<Task>(0);
}

void close_tasks(db::Connection& connection, const base::UuidBytes& object, model::TaskKind kind,
                 model::TaskState state) {
  connection.execute(close_tasks_of_kind, {object, kind, state});
}

void close_all_tasks(db::Connection& connection, const base::UuidBytes& object,
                     model::TaskState state) {
  connection.execute(close_tasks_of_object, {object, state});
}

std::optional<Task> find_task(db::Connection& connection, base::Id<Task> id) {
  const auto row = db::find_row(connection, std::string(select_task) + " WHERE id = $1", {id});
  if (!row) return std::nullopt;
  return read_task(*row);
}

std::optional<Task> find_open_task(db::Connection& connection, const base::UuidBytes& object,
                                   model::TaskKind kind) {
  auto tasks = read_tasks(connection.query(
      std::string(select_task) + " WHERE object = $1 AND kind = $2 AND state = 'open'",
      {object, kind}));
  if (tasks.empty()) return std::nullopt;
  return std::move(tasks.front());
}

std::vector<Task> find_tasks_of(db::Connection& connection, const base::UuidBytes& object) {
  return read_tasks(connection.query(
      std::string(select_task) + " WHERE object = $1 ORDER BY made_at, id", {object}));
}

base::Result<std::int64_t> update_task(db::Connection& connection, const Task& task) {
  const auto row =
      db::find_row(connection, update_held_task,
                   {task.organisation, task.id, task.owner, task.note, task.due_at, task.revision});
  if (!row)
    return base::fail(base::ErrorKind::precondition_failed, "", "the task has changed since",
                      "read it again and repeat the change");
  return row->integer(0);
}

std::vector<Task> list_unescalated(db::Connection& connection, base::UtcTime now) {
  return read_tasks(connection.query(
      std::string(select_task) +
          " WHERE state = 'open' AND due_at < $1 AND escalated_at IS NULL ORDER BY due_at, id",
      {now}));
}

bool escalate_task(db::Connection& connection, const Task& task, base::UtcTime at) {
  return connection.execute(escalate_open_task, {task.organisation, task.id, task.revision, at}) ==
         1;
}

model::Page<Task> list_tasks(db::Connection& connection, const TaskFilter& filter,
                             const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = std::string(select_task) + condition_of(filter, parameters);
  if (const auto after = parse_place_in_list<2>(page.after)) {
    const auto rank = place(parameters, after->numbers[0]);
    const auto due_at = place(parameters, after->numbers[1]);
    const auto id = place(parameters, after->id);
    sql += fmt::format(" AND (stage_rank, due_at, id) > ({}, {}, {})", rank, due_at, id);
  }
  sql += " ORDER BY stage_rank, due_at, id LIMIT " + place(parameters, page.limit + 1);
  return page_of(read_tasks(connection.query(sql, parameters)), page.limit, [](const Task& task) {
    return format_place_in_list<2>(
        {{stage_rank(task.stage), task.due_at.microseconds}, task.id.bytes});
  });
}

std::vector<TaskCount> count_tasks(db::Connection& connection, const TaskFilter& filter,
                                   base::UtcTime now) {
  db::Parameters parameters{now};
  const auto sql = std::string(count_by_kind) + condition_of(filter, parameters) + " GROUP BY kind";
  std::vector<TaskCount> counts;
  for (const auto& row : connection.query(sql, parameters))
    counts.push_back(
        {row.word<model::TaskKind>(0), row.integer(1), row.integer(2), row.integer(3)});
  return counts;
}

}  // namespace store
