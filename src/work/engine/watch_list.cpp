#include "work/engine/watch_list.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "ground/base/blank.h"
#include "ground/text/csv.h"
#include "ground/text/folded_text.h"
#include "steps/intake/entities.h"
#include "steps/normalise/screen_columns.h"

namespace engine {
namespace {

using model::RecordField;

void add_values(std::string_view cell, std::vector<std::string>& into) {
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    if (const auto value = base::trimmed(cell.substr(0, end)); !value.empty())
      into.emplace_back(value);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

/// Columns of a row that make one value together.
struct Parts {
  std::string given, middle, family, year, month, day;
};

void add_field(RecordField field, const std::string& cell, Parts& parts,
               model::WatchedParty& party) {
  switch (field) {
    case RecordField::id:
      party.id = base::trimmed(cell);
      return;
    case RecordField::full_name:
    case RecordField::other_name:
      return add_values(cell, party.names);
    case RecordField::given_name:
      parts.given = base::trimmed(cell);
      return;
    case RecordField::middle_name:
      parts.middle = base::trimmed(cell);
      return;
    case RecordField::family_name:
      parts.family = base::trimmed(cell);
      return;
    case RecordField::birth_date:
      return add_values(cell, party.births);
    case RecordField::birth_year:
      parts.year = base::trimmed(cell);
      return;
    case RecordField::birth_month:
      parts.month = base::trimmed(cell);
      return;
    case RecordField::birth_day:
      parts.day = base::trimmed(cell);
      return;
    case RecordField::phone:
      return add_values(cell, party.phones);
    case RecordField::email:
      return add_values(cell, party.emails);
    case RecordField::handle:
      return add_values(cell, party.handles);
    case RecordField::organisation:
    case RecordField::employer:
      return add_values(cell, party.employers);
    case RecordField::city:
      return add_values(cell, party.cities);
    case RecordField::postcode:
      return add_values(cell, party.postcodes);
    case RecordField::ignored:
    case RecordField::suffix:
    case RecordField::identifier:
    case RecordField::street_number:
    case RecordField::address:
    case RecordField::region:
    case RecordField::gender:
    case RecordField::text:
      return;
  }
}

/// Kanji and kana need no comma: their order is known.
bool is_eastern(std::string_view name) {
  return !name.empty() && static_cast<unsigned char>(name.front()) >= 0xE3;
}

void add_parts(const Parts& parts, model::WatchedParty& party) {
  if (!parts.family.empty() || !parts.given.empty()) {
    auto given = parts.given;
    if (!parts.middle.empty()) given += (given.empty() ? "" : " ") + parts.middle;
    const std::string gap = is_eastern(parts.family) ? " " : ", ";
    const auto name =
        parts.family.empty() || given.empty() ? parts.family + given : parts.family + gap + given;
    party.names.insert(party.names.begin(), name);
  }
  if (parts.year.empty()) return;
  auto date = parts.year;
  if (!parts.month.empty()) date += '-' + parts.month;
  if (!parts.month.empty() && !parts.day.empty()) date += '-' + parts.day;
  party.births.push_back(date);
}

/// Commas unless the first row is one field that tabs or semicolons part.
char separator_of(const text::CsvRow& header) {
  if (header.fields.size() != 1) return ',';
  if (header.fields.front().find('\t') != std::string::npos) return '\t';
  return header.fields.front().find(';') != std::string::npos ? ';' : ',';
}

base::Result<std::vector<model::WatchedParty>> read_parties(text::CsvReader& reader,
                                                            text::CsvRow& row) {
  std::vector<model::WatchedParty> out;
  const auto columns = normalise::screen_columns_of(row.fields);
  if (!columns) return std::unexpected(columns.error());
  for (;;) {
    auto has_row = reader.next(row);
    if (!has_row) return base::pass_on(has_row);
    if (!*has_row) return out;
    if (row.fields.size() != columns->fields.size())
      return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", row.line),
                        fmt::format("the row has {} fields, the first row {}", row.fields.size(),
                                    columns->fields.size()),
                        "look for a separator too many or too few");
    Parts parts;
    auto& party = out.emplace_back();
    for (std::size_t column = 0; column < row.fields.size(); ++column)
      add_field(columns->fields[column], row.fields[column], parts, party);
    add_parts(parts, party);
    if (party.id.empty()) party.id = fmt::format("{}", out.size());
  }
}

}  // namespace

base::Result<std::vector<model::WatchedParty>> parse_watch_csv(std::istream& in) {
  char separator = ',';
  for (;;) {
    text::CsvOptions options;
    options.separator = separator;
    text::CsvReader reader(in, options);
    text::CsvRow row;
    auto has_row = reader.next(row);
    if (!has_row) return base::pass_on(has_row);
    if (!*has_row)
      return base::fail(base::ErrorKind::invalid_input, "line 1", "the file has no first row",
                        "give it a first row that names the columns");
    const auto better = separator_of(row);
    if (separator != ',' || better == ',') return read_parties(reader, row);
    separator = better;
    in.clear();
    in.seekg(0);
  }
}

void add_contacts(std::string_view prose, model::WatchedParty& party) {
  for (const auto& entity : intake::find_entities(text::fold_text(prose))) {
    const auto& value = entity.value.empty() ? entity.quote.text : entity.value;
    switch (entity.kind) {
      case model::EntityKind::phone:
        party.phones.push_back(value);
        break;
      case model::EntityKind::email:
        party.emails.push_back(value);
        break;
      case model::EntityKind::handle:
        party.handles.push_back(value);
        break;
      case model::EntityKind::url:
        party.urls.push_back(value);
        break;
      case model::EntityKind::date:
      case model::EntityKind::money:
      case model::EntityKind::person:
      case model::EntityKind::organisation:
      case model::EntityKind::place:
        break;
    }
  }
}

base::Result<void> check_watch_list(const std::vector<model::WatchedParty>& parties) {
  if (parties.empty())
    return base::fail(base::ErrorKind::invalid_input, "--watch", "the list names nobody",
                      "write whom to look for, one a row");
  std::set<std::string_view> ids;
  for (const auto& party : parties) {
    if (!ids.insert(party.id).second)
      return base::fail(base::ErrorKind::invalid_input, "--watch", "an id stands twice",
                        "give every party of the list an id of its own");
    if (party.names.empty() && party.phones.empty() && party.emails.empty() &&
        party.handles.empty() && party.urls.empty())
      return base::fail(base::ErrorKind::invalid_input, "--watch",
                        "a party has neither a name nor a telephone number, address or account",
                        "add one, or take the party off the list");
  }
  return {};
}

}  // namespace engine
