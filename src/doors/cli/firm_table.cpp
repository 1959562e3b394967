#include "doors/cli/firm_table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ground/text/csv.h"

namespace cli {
namespace {

using model::Organisation;

constexpr std::array<std::string_view, 6> names{"id",           "name", "sector",
                                                "technologies", "lat",  "lon"};
enum Column : std::size_t { id, name, sector, technologies, lat, lon };

/// Where each of our columns stands in the file; none = it has no such column.
using Header = std::array<std::optional<std::size_t>, names.size()>;

std::string place_of(const text::CsvRow& row, Column column) {
  return fmt::format("line {} column {}", row.line, names[column]);
}

base::Result<Header> firm_header_of(const text::CsvRow& row) {
  Header header;
  for (std::size_t at = 0; at < row.fields.size(); ++at)
    for (std::size_t known = 0; known < names.size(); ++known)
      if (row.fields[at] == names[known]) header[known] = at;
  if (!header[Column::id])
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", row.line),
                      "the table of firms has no column `id`",
                      "begin with a row such as id,name,sector,technologies,lat,lon");
  return header;
}

std::string_view field_of(const Header& header, const text::CsvRow& row, Column column) {
  return header[column] ? std::string_view(row.fields[*header[column]]) : std::string_view();
}

base::Result<std::optional<double>> degrees_of(const Header& header, const text::CsvRow& row,
                                               Column column, double limit) {
  const auto text = field_of(header, row, column);
  if (text.empty()) return std::optional<double>();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= limit))
    return base::fail(base::ErrorKind::invalid_input, place_of(row, column),
                      "is not a number of degrees", "write degrees such as 35.6812, or nothing");
  return std::optional(value);
}

std::vector<std::string> codes_of(std::string_view text) {
  std::vector<std::string> codes;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const auto begin = std::min(text.find_first_not_of(' '), end);
    auto code = text.substr(begin, end - begin);
    while (code.ends_with(' '))
      code.remove_suffix(1);
    if (!code.empty()) codes.emplace_back(code);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return codes;
}

base::Result<Organisation> firm_of(const Header& header, const text::CsvRow& row,
                                   std::size_t columns) {
  if (row.fields.size() != columns)
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", row.line),
                      fmt::format("has {} fields, the header has {}", row.fields.size(), columns),
                      "put fields with commas in quotation marks");
  Organisation firm;
  firm.key = field_of(header, row, Column::id);
  if (firm.key.empty())
    return base::fail(base::ErrorKind::invalid_input, place_of(row, Column::id), "is empty",
                      "give each firm the word by which reports name it");
  firm.name.ja = firm.name.en = field_of(header, row, Column::name);
  firm.sector = field_of(header, row, Column::sector);
  firm.technologies = codes_of(field_of(header, row, Column::technologies));
  auto north = degrees_of(header, row, Column::lat, 90);
  if (!north) return base::pass_on(north);
  auto east = degrees_of(header, row, Column::lon, 180);
  if (!east) return base::pass_on(east);
  if (north->has_value() != east->has_value())
    return base::fail(base::ErrorKind::invalid_input,
                      place_of(row, *north ? Column::lon : Column::lat),
                      "is empty while its counterpart is not", "give both lat and lon, or neither");
  if (*north) firm.sites.push_back({"", "", "", *north, *east});
  return firm;
}

}  // namespace

base::Result<std::vector<Organisation>> read_firm_table(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return base::fail(base::ErrorKind::invalid_input, "", "cannot be opened",
                      "check the name of the file");
  text::CsvReader reader(file);
  text::CsvRow row;
  auto more = reader.next(row);
  if (!more) return base::pass_on(more);
  if (!*more)
    return base::fail(base::ErrorKind::invalid_input, "line 1", "there is no header row",
                      "begin with the names of the columns");
  const auto columns = row.fields.size();
  auto header = firm_header_of(row);
  if (!header) return base::pass_on(header);
  std::vector<Organisation> firms;
  std::set<std::string> seen;
  while (true) {
    more = reader.next(row);
    if (!more) return base::pass_on(more);
    if (!*more) return firms;
    auto firm = firm_of(*header, row, columns);
    if (!firm) return base::pass_on(firm);
    if (!seen.insert(firm->key).second)
      return base::fail(base::ErrorKind::invalid_input, place_of(row, Column::id),
                        "stands in an earlier row already", "leave one row for each firm");
    firms.push_back(std::move(*firm));
  }
}

}  // namespace cli
