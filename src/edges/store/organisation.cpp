#include "edges/store/organisation.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/committed_content.h"
#include "edges/store/organisation_scope.h"
#include "edges/store/row_key.h"
#include "edges/store/scope_condition.h"
#include "ground/base/ensure.h"

namespace store {
namespace {

using model::Organisation;
using model::OrganisationKind;

constexpr auto insert_organisation =
    "INSERT INTO organisation (id, key, kind, station, search_text, revision, body, wrapped_key,"
    " salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr auto update_organisation_row =
    "UPDATE organisation SET kind = $3, station = $4, search_text = $5, revision = $6, body = $7"
    " WHERE id = $1 AND key = $2 AND revision = $6 - 1 RETURNING salt";
constexpr auto delete_areas_of_organisation = "DELETE FROM organisation_area WHERE org_id = $1";
constexpr auto insert_area_of_organisation =
    "INSERT INTO organisation_area (org_id, area) VALUES ($1, $2)";
constexpr auto select_areas_of_organisation =
    "SELECT area FROM organisation_area WHERE org_id = $1";
constexpr auto delete_prefixes = "DELETE FROM organisation_territory WHERE org_id = $1";
constexpr auto insert_prefix =
    "INSERT INTO organisation_territory (org_id, prefix) VALUES ($1, $2)";
constexpr auto select_prefixes = "SELECT prefix FROM organisation_territory WHERE org_id = $1";
constexpr auto delete_technologies = "DELETE FROM organisation_technology WHERE org_id = $1";
constexpr auto insert_technology =
    "INSERT INTO organisation_technology (org_id, code) VALUES ($1, $2)";
constexpr auto select_technologies = "SELECT code FROM organisation_technology WHERE org_id = $1";
constexpr auto select_police =
    "SELECT o.body, o.revision, t.prefix FROM organisation_territory t"
    " JOIN organisation o ON o.id = t.org_id"
    " WHERE t.prefix = $1 OR t.prefix = $2 OR t.prefix = $3 OR t.prefix = $4"
    " ORDER BY LENGTH(t.prefix) DESC, o.key";
constexpr std::string_view select_organisation = "SELECT o.body, o.revision FROM organisation o";
constexpr auto select_all_columns =
    "SELECT id, key, kind, station, search_text, revision, body, wrapped_key, salt"
    " FROM organisation ORDER BY id";

/// The columns that an organisation's commitment covers, in this order.
db::Parameters columns_of(const Organisation& organisation, std::string_view search_text) {
  return {organisation.id, organisation.key,      organisation.kind,          organisation.station,
          search_text,     organisation.revision, codec::encode(organisation)};
}

Organisation read_organisation(const db::Row& row) {
  auto found = codec::decode<Organisation>(row.text(0), codec::trusted_limits());
  if (!found) throw base::OutsideFailure("an organisation does not read back");
  found->revision = row.integer(1);
  return std::move(*found);
}

std::set<std::string> areas_of(const Organisation& organisation) {
  std::set<std::string> areas;
  for (const auto& site : organisation.sites)
    if (!site.area.empty()) areas.insert(site.area);
  return areas;
}

std::set<std::string> prefixes_of(const Organisation& organisation) {
  return {organisation.territory.begin(), organisation.territory.end()};
}

std::set<std::string> technologies_of(const Organisation& organisation) {
  return {organisation.technologies.begin(), organisation.technologies.end()};
}

void write_list(db::Connection& connection, const Organisation& organisation,
                std::string_view remove, std::string_view insert,
                const std::set<std::string>& texts) {
  connection.execute(remove, {organisation.id});
  for (const auto& text : texts)
    connection.execute(insert, {organisation.id, text});
}

/// What is kept beside the body to find the organisation by.
void write_lists(db::Connection& connection, const Organisation& organisation) {
  write_list(connection, organisation, delete_areas_of_organisation, insert_area_of_organisation,
             areas_of(organisation));
  write_list(connection, organisation, delete_prefixes, insert_prefix, prefixes_of(organisation));
  write_list(connection, organisation, delete_technologies, insert_technology,
             technologies_of(organisation));
}

std::optional<Organisation> find_one(db::Connection& connection, std::string_view condition,
                                     const db::Parameters& parameters) {
  const auto row = db::find_row(
      connection, fmt::format("{} WHERE {}", select_organisation, condition), parameters);
  if (!row) return std::nullopt;
  return read_organisation(*row);
}

/// LIKE has three letters with a meaning of their own.
std::string like_anywhere(std::string_view text) {
  std::string pattern = "%";
  for (const char letter : text) {
    if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
    pattern += letter;
  }
  return pattern + "%";
}

std::string condition_of(const OrganisationFilter& filter, db::Parameters& parameters) {
  auto condition = organisation_scope_condition(filter.scope, filter.reader_key, parameters);
  if (filter.kind) condition += " AND o.kind = " + place(parameters, *filter.kind);
  if (!filter.station.empty()) condition += " AND o.station = " + place(parameters, filter.station);
  if (!filter.folded_text.empty())
    condition += fmt::format(" AND o.search_text LIKE {} ESCAPE '\\'",
                             place(parameters, like_anywhere(filter.folded_text)));
  return condition;
}

std::set<std::string> texts_of(db::Connection& connection, std::string_view sql,
                               base::Id<Organisation> id) {
  std::set<std::string> texts;
  for (const auto& row : connection.query(sql, {id}))
    texts.insert(row.text(0));
  return texts;
}

bool has_its_lists(db::Connection& connection, const Organisation& organisation) {
  return texts_of(connection, select_areas_of_organisation, organisation.id) ==
             areas_of(organisation) &&
         texts_of(connection, select_prefixes, organisation.id) == prefixes_of(organisation) &&
         texts_of(connection, select_technologies, organisation.id) ==
             technologies_of(organisation);
}

CommittedContent content_of_organisation(db::Connection& connection, const Keys& keys,
                                         const db::Row& row) {
  CommittedContent content{.object_kind = "organisation", .object = row.uuid(0)};
  try {
    db::Parameters columns;
    for (std::size_t column = 0; column < 7; ++column)
      columns.add(row.value(column));
    content.commitment = commitment_to_columns(row.bytes(8), columns);
    static_cast<void>(open_row_key(keys.master, content.object, row.bytes(7), row.bytes(8)));
    const auto organisation = codec::decode<Organisation>(row.text(6), codec::trusted_limits());
    if (!organisation || !has_its_lists(connection, *organisation))
      content.problem = "its areas or technologies are not those of its body";
  } catch (const base::OutsideFailure& failure) {
    content.problem = failure.what();
  }
  return content;
}

}  // namespace

base::Bytes add_organisation(db::Connection& connection, const Keys& keys,
                             Organisation& organisation, std::string_view search_text) {
  organisation.revision = 1;
  const auto key = make_row_key(keys.master, organisation.id.bytes);
  auto columns = columns_of(organisation, search_text);
  const auto commitment = commitment_to_columns(key.salt, columns);
  columns.add(key.wrapped).add(key.salt);
  connection.execute(insert_organisation, columns);
  write_lists(connection, organisation);
  return commitment;
}

base::Result<base::Bytes> update_organisation(db::Connection& connection,
                                              Organisation& organisation,
                                              std::string_view search_text) {
  organisation.revision += 1;
  const auto columns = columns_of(organisation, search_text);
  const auto row = db::find_row(connection, update_organisation_row, columns);
  if (!row)
    return base::fail(base::ErrorKind::precondition_failed, "",
                      "the organisation has changed since", "read it again and repeat the change");
  write_lists(connection, organisation);
  return commitment_to_columns(row->bytes(0), columns);
}

std::optional<Organisation> find_organisation(db::Connection& connection,
                                              base::Id<Organisation> id) {
  return find_one(connection, "o.id = $1", {id});
}

std::optional<Organisation> find_organisation_by_key(db::Connection& connection,
                                                     std::string_view key) {
  return find_one(connection, "o.key = $1", {key});
}

model::Page<Organisation> list_organisations(db::Connection& connection,
                                             const OrganisationFilter& filter,
                                             const model::PageRequest& page) {
  db::Parameters parameters{page.after, page.limit + 1};
  const auto sql = fmt::format("{} WHERE o.key > $1 AND {} ORDER BY o.key LIMIT $2",
                               select_organisation, condition_of(filter, parameters));
  model::Page<Organisation> found;
  connection.for_each(sql, parameters, [&](const db::Row& row) {
    if (found.items.size() == page.limit)
      found.next = found.items.back().key;
    else
      found.items.push_back(read_organisation(row));
  });
  return found;
}

void for_each_organisation(db::Connection& connection, OrganisationKind kind,
                           const std::function<void(const Organisation&)>& take) {
  connection.for_each(fmt::format("{} WHERE o.kind = $1 ORDER BY o.key", select_organisation),
                      {kind}, [&](const db::Row& row) { take(read_organisation(row)); });
}

std::vector<Organisation> list_firms_of_station(db::Connection& connection,
                                                const Organisation& station) {
  rights::Scope scope;
  scope.areas = station.territory;
  scope.addressed = true;
  db::Parameters parameters;
  const auto condition = condition_of({.scope = scope,
                                       .reader_key = station.key,
                                       .kind = OrganisationKind::company,
                                       .station = "",
                                       .folded_text = ""},
                                      parameters);
  std::vector<Organisation> firms;
  connection.for_each(fmt::format("{} WHERE {} ORDER BY o.key", select_organisation, condition),
                      parameters,
                      [&](const db::Row& row) { firms.push_back(read_organisation(row)); });
  return firms;
}

std::vector<Organisation> list_police_of_area(db::Connection& connection, std::string_view area) {
  std::vector<Organisation> police;
  if (area.size() < 2) return police;
  for (const auto& row : connection.query(select_police, {area.substr(0, 2), area.substr(0, 3),
                                                          area.substr(0, 4), area.substr(0, 5)})) {
    auto found = read_organisation(row);
    const bool is_there = std::any_of(police.begin(), police.end(),
                                      [&](const auto& other) { return other.id == found.id; });
    if (!is_there) police.push_back(std::move(found));
  }
  return police;
}

ContentSource organisation_content() {
  return {{"organisation"},
          {},
          [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
            for (const auto& row : connection.query(select_all_columns))
              take(content_of_organisation(connection, keys, row));
          }};
}

}  // namespace store
