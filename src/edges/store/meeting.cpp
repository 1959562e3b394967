#include "edges/store/meeting.h"

#include <set>

#include <fmt/format.h>

#include "edges/codec/meeting_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/place_in_list.h"
#include "edges/store/scope_condition.h"

namespace store {
namespace {

using model::Meeting;
using model::Organisation;

constexpr std::string_view insert_meeting_row =
    "INSERT INTO meeting (org_id, id, starts_at, revision, wrapped_key, salt, body, kind)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view select_meeting_row =
    "SELECT m.org_id, m.id, m.starts_at, m.revision, m.wrapped_key, m.salt, m.body, m.kind"
    " FROM meeting m";
constexpr std::string_view update_meeting_row =
    "UPDATE meeting SET starts_at = $3, body = $4, revision = $6, kind = $7"
    " WHERE org_id = $1 AND id = $2 AND revision = $5";
constexpr std::string_view insert_desk =
    "INSERT INTO meeting_desk (org_id, meeting_id, desk_id) VALUES ($1, $2, $3)";
constexpr std::string_view delete_desks =
    "DELETE FROM meeting_desk WHERE org_id = $1 AND meeting_id = $2";
constexpr std::string_view select_desks =
    "SELECT desk_id FROM meeting_desk WHERE org_id = $1 AND meeting_id = $2";
constexpr std::string_view select_desk =
    "SELECT 1 FROM meeting_desk WHERE meeting_id = $1 AND desk_id = $2";
constexpr std::string_view select_last_time =
    "SELECT MAX(starts_at) FROM meeting WHERE org_id = $1 AND kind = $2 AND starts_at < $3";
constexpr std::string_view where_kind_is_in_body =
    " WHERE m.org_id = $1 AND m.kind IS NULL AND m.starts_at < $2 ORDER BY m.starts_at DESC";

crypto::Place meeting_body(const base::UuidBytes& id) {
  return {"meeting", "body", id};
}

base::Bytes seal_body(const StoredMeeting& stored, const std::string& body) {
  return crypto::seal(stored.key.key, base::as_bytes(body), meeting_body(stored.meeting.id.bytes));
}

/// The body holds everything: a column says again what a search asks for.
base::Bytes commitment_to_body(const StoredMeeting& stored, const std::string& body) {
  const auto& meeting = stored.meeting;
  return commitment_to_columns(stored.key.salt,
                               {meeting.organisation, meeting.id, meeting.revision, body});
}

std::set<base::Id<Organisation>> desks_of(const Meeting& meeting) {
  std::set<base::Id<Organisation>> desks(meeting.content.invited.begin(),
                                         meeting.content.invited.end());
  for (const auto& one : meeting.content.attended)
    desks.insert(one.organisation);
  return desks;
}

void write_desks(db::Connection& connection, const Meeting& meeting) {
  connection.execute(delete_desks, {meeting.organisation, meeting.id});
  for (const auto& desk : desks_of(meeting))
    connection.execute(insert_desk, {meeting.organisation, meeting.id, desk});
}

StoredMeeting read_meeting(db::Connection& connection, const Keys& keys, const db::Row& row,
                           std::string* body = nullptr) {
  StoredMeeting stored;
  const auto id = row.uuid(1);
  stored.key = open_row_key(get_organisation_key(connection, keys, row.id<Organisation>(0)), id,
                            row.bytes(4), row.bytes(5));
  auto text = base::to_text(open_column(stored.key, meeting_body(id), row.bytes(6)));
  auto read = codec::decode<Meeting>(text, codec::trusted_limits());
  if (!read) throw base::OutsideFailure("a meeting does not read back");
  stored.meeting = std::move(*read);
  stored.meeting.revision = row.integer(3);
  if (body != nullptr) *body = std::move(text);
  return stored;
}

bool are_columns_of(db::Connection& connection, const Meeting& meeting, const db::Row& row) {
  std::vector<db::Parameters> desks;
  for (const auto& desk : desks_of(meeting))
    desks.push_back({desk});
  return row.id<Organisation>(0) == meeting.organisation && row.id<Meeting>(1) == meeting.id &&
         row.time(2) == meeting.content.starts_at &&
         (row.is_null(7) || row.word<model::MeetingKind>(7) == meeting.content.kind) &&
         are_rows(connection.query(select_desks, {row.value(0), row.value(1)}), desks);
}

CommittedContent committed_meeting(db::Connection& connection, const Keys& keys,
                                   const db::Row& row) {
  return newest_content("meeting", row.uuid(1), [&](CommittedContent& content) {
    std::string body;
    const auto stored = read_meeting(connection, keys, row, &body);
    content.commitment = commitment_to_body(stored, body);
    if (!are_columns_of(connection, stored.meeting, row))
      content.problem = "its columns are not those of its body";
  });
}

std::string condition_of(const rights::Scope& scope, db::Parameters& parameters) {
  auto reach = scope_condition(scope, {"m.org_id", "", "", ""}, parameters);
  if (scope.own)
    reach = fmt::format(
        "({} OR EXISTS (SELECT 1 FROM meeting_desk d WHERE d.meeting_id = m.id AND d.desk_id = "
        "{}))",
        reach, place(parameters, scope.organisation));
  return reach;
}

}  // namespace

base::Bytes insert_meeting(db::Connection& connection, const Keys& keys, StoredMeeting& stored) {
  auto& row = stored.meeting;
  stored.key = make_row_key(get_organisation_key(connection, keys, row.organisation), row.id.bytes);
  row.revision = 1;
  const auto body = codec::encode(row);
  connection.execute(insert_meeting_row, {row.organisation, row.id, row.content.starts_at,
                                          row.revision, stored.key.wrapped, stored.key.salt,
                                          seal_body(stored, body), row.content.kind});
  write_desks(connection, row);
  return commitment_to_body(stored, body);
}

std::optional<StoredMeeting> find_meeting(db::Connection& connection, const Keys& keys,
                                          base::Id<Meeting> id) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE m.id = $1", select_meeting_row), {id});
  if (!row) return std::nullopt;
  return read_meeting(connection, keys, *row);
}

base::Result<base::Bytes> update_meeting(db::Connection& connection, StoredMeeting& stored) {
  auto& row = stored.meeting;
  const auto read_revision = row.revision;
  row.revision += 1;
  const auto body = codec::encode(row);
  const auto changed = connection.execute(
      update_meeting_row, {row.organisation, row.id, row.content.starts_at, seal_body(stored, body),
                           read_revision, row.revision, row.content.kind});
  if (changed == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the meeting has changed since",
                      "read it again and repeat the change");
  write_desks(connection, row);
  return commitment_to_body(stored, body);
}

bool is_desk_of_meeting(db::Connection& connection, base::Id<Meeting> meeting,
                        base::Id<Organisation> desk) {
  return db::find_row(connection, select_desk, {meeting, desk}).has_value();
}

std::optional<base::UtcTime> find_last_meeting_time(db::Connection& connection, const Keys& keys,
                                                    base::Id<Organisation> desk,
                                                    model::MeetingKind kind, base::UtcTime now) {
  auto last = db::get_row(connection, select_last_time, {desk, kind, now}).find_time(0);
  for (const auto& row : connection.query(
           fmt::format("{}{}", select_meeting_row, where_kind_is_in_body), {desk, now})) {
    if (last && row.time(2) <= *last) break;
    if (read_meeting(connection, keys, row).meeting.content.kind == kind) return row.time(2);
  }
  return last;
}

model::Page<Meeting> list_meetings(db::Connection& connection, const Keys& keys,
                                   const rights::Scope& scope, const model::PageRequest& page) {
  db::Parameters parameters;
  auto sql = fmt::format("{} WHERE {}", select_meeting_row, condition_of(scope, parameters));
  if (const auto after = parse_place_in_list<1>(page.after)) {
    const auto starts_at = place(parameters, after->numbers[0]);
    const auto id = place(parameters, after->id);
    sql += fmt::format(" AND (m.starts_at, m.id) < ({}, {})", starts_at, id);
  }
  sql += " ORDER BY m.starts_at DESC, m.id DESC LIMIT " + place(parameters, page.limit + 1);
  std::vector<Meeting> found;
  for (const auto& row : connection.query(sql, parameters))
    found.push_back(read_meeting(connection, keys, row).meeting);
  return page_of(std::move(found), page.limit, [](const Meeting& meeting) {
    return format_place_in_list<1>({{meeting.content.starts_at.microseconds}, meeting.id.bytes});
  });
}

ContentSource meeting_content() {
  return {
      {"meeting"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
        connection.for_each(select_meeting_row, {}, [&](const db::Row& row) {
          take(committed_meeting(connection, keys, row));
        });
      }};
}

}  // namespace store
