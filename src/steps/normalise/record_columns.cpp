#include "steps/normalise/record_columns.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "ground/text/unicode.h"

namespace normalise {
namespace {

using enum model::RecordField;

struct Header {
  std::string_view words;  // parted by one blank, with one at both ends
  model::RecordField field;
};

/// Whole headers, without blanks.
constexpr std::array<Header, 77> whole_headers = {{
    {"id", id},
    {"uniqueid", id},
    {"uid", id},
    {"recid", id},
    {"recordid", id},
    {"personid", id},
    {"rowid", id},
    {"番号", id},
    {"整理番号", id},
    {"cluster", ignored},
    {"truth", ignored},
    {"clusterid", ignored},
    {"trueid", ignored},
    {"source", ignored},
    {"datasource", ignored},
    {"sourcedataset", ignored},
    {"recordtype", ignored},
    {"testgroup", ignored},
    {"amount", ignored},
    {"balance", ignored},
    {"price", ignored},
    {"category", ignored},
    {"status", ignored},
    {"date", ignored},
    {"remarks", ignored},
    {"comment", ignored},
    {"金額", ignored},
    {"備考", ignored},
    {"登録日", ignored},
    {"name", full_name},
    {"fullname", full_name},
    {"firstandsurname", full_name},
    {"personname", full_name},
    {"氏名", full_name},
    {"名前", full_name},
    {"お名前", full_name},
    {"alias", other_name},
    {"aliases", other_name},
    {"aka", other_name},
    {"通称", other_name},
    {"別名", other_name},
    {"フリガナ", other_name},
    {"ふりがな", other_name},
    {"氏名カナ", other_name},
    {"カナ", other_name},
    {"maidenname", other_name},
    {"nativename", other_name},
    {"姓", family_name},
    {"氏", family_name},
    {"苗字", family_name},
    {"名", given_name},
    {"fname", given_name},
    {"fnamec1", given_name},
    {"fnamec2", middle_name},
    {"lname", family_name},
    {"lnamec1", family_name},
    {"lnamec2", family_name},
    {"by", birth_year},
    {"bm", birth_month},
    {"bd", birth_day},
    {"yob", birth_year},
    {"mob", birth_month},
    {"dayob", birth_day},
    {"生年月日", birth_date},
    {"性別", gender},
    {"会社", employer},
    {"会社名", employer},
    {"勤務先", employer},
    {"所属", employer},
    {"住所", address},
    {"郵便番号", postcode},
    {"電話", phone},
    {"電話番号", phone},
    {"携帯", phone},
    {"携帯電話", phone},
    {"メール", email},
    {"メールアドレス", email},
}};

/// Words of a header, the first row that fits wins: the order settles "passport country".
constexpr std::array<Header, 74> header_words = {{
    {" phone type ", ignored},
    {" addr type ", ignored},
    {" address type ", ignored},
    {" id type ", ignored},
    {" passport country ", ignored},
    {" license state ", ignored},
    {" id country ", ignored},
    {" rel anchor ", ignored},
    {" rel pointer ", ignored},
    {" created ", ignored},
    {" updated ", ignored},
    {" modified ", ignored},
    {" timestamp ", ignored},
    {" e mail ", email},
    {" email ", email},
    {" mail ", email},
    {" ip ", text},
    {" phone ", phone},
    {" telephone ", phone},
    {" telefon ", phone},
    {" tel ", phone},
    {" mobile ", phone},
    {" cell ", phone},
    {" fax ", phone},
    {" phone number ", phone},
    {" birth place ", text},
    {" place of birth ", text},
    {" birthplace ", text},
    {" birth year ", birth_year},
    {" year of birth ", birth_year},
    {" birth month ", birth_month},
    {" month of birth ", birth_month},
    {" birth day ", birth_day},
    {" day of birth ", birth_day},
    {" dob ", birth_date},
    {" birth ", birth_date},
    {" birthdate ", birth_date},
    {" birthday ", birth_date},
    {" born ", birth_date},
    {" ssn ", identifier},
    {" soc sec id ", identifier},
    {" social security ", identifier},
    {" passport ", identifier},
    {" license ", identifier},
    {" licence ", identifier},
    {" national id ", identifier},
    {" tax id ", identifier},
    {" lei ", identifier},
    {" nhs ", identifier},
    {" id number ", identifier},
    {" org ", organisation},
    {" organisation ", organisation},
    {" organization ", organisation},
    {" suffix ", suffix},
    {" native name ", other_name},
    {" maiden ", other_name},
    {" alias ", other_name},
    {" middle ", middle_name},
    {" surname ", family_name},
    {" last ", family_name},
    {" lastname ", family_name},
    {" family ", family_name},
    {" given ", given_name},
    {" first ", given_name},
    {" firstname ", given_name},
    {" forename ", given_name},
    {" full name ", full_name},
    {" name full ", full_name},
    {" handle ", handle},
    {" username ", handle},
    {" account ", handle},
    {" employer ", employer},
    {" company ", employer},
    {" gender ", gender},
}};

constexpr std::array<Header, 19> place_words = {{
    {" sex ", gender},
    {" postcode ", postcode},
    {" postal code ", postcode},
    {" postal ", postcode},
    {" zip ", postcode},
    {" zipcode ", postcode},
    {" post code ", postcode},
    {" street number ", street_number},
    {" house number ", street_number},
    {" street ", address},
    {" city ", city},
    {" town ", city},
    {" suburb ", city},
    {" state ", region},
    {" province ", region},
    {" prefecture ", region},
    {" country ", region},
    {" address ", address},
    {" addr ", address},
}};

/// Small words parted by one blank, with one at both ends.
std::string words_of_header(std::string_view header) {
  std::string words = " ";
  for (const char letter : text::nfkc_casefold(header)) {
    const bool is_gap = letter == ' ' || letter == '_' || letter == '-' || letter == '.' ||
                        letter == '/' || letter == ':' || letter == '\t';
    if (!is_gap)
      words += letter;
    else if (words.back() != ' ')
      words += ' ';
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

std::string without_blanks(std::string words) {
  std::erase(words, ' ');
  return words;
}

/// Several columns may name the row: the lower, the more proper.
std::size_t rank_of_id(const std::string& header) {
  constexpr std::array<std::string_view, 8> by_rank = {"id",       "uniqueid", "uid",   "recid",
                                                       "recordid", "personid", "rowid", "整理番号"};
  const auto name = without_blanks(words_of_header(header));
  return static_cast<std::size_t>(std::ranges::find(by_rank, name) - by_rank.begin());
}

void keep_one_id(std::span<const std::string> headers, std::vector<model::RecordField>& fields) {
  std::size_t best = fields.size();
  for (std::size_t column = 0; column < fields.size(); ++column) {
    if (fields[column] != id) continue;
    if (best == fields.size() || rank_of_id(headers[column]) < rank_of_id(headers[best]))
      best = column;
  }
  for (std::size_t column = 0; column < fields.size(); ++column)
    if (fields[column] == id && column != best) fields[column] = ignored;
}

base::Result<void> apply(std::span<const SchemaLine> schema, std::span<const std::string> headers,
                         RecordColumns& columns) {
  for (const auto& line : schema) {
    const auto found = std::ranges::find(headers, line.column);
    if (found == headers.end())
      return base::fail(base::ErrorKind::invalid_input, line.column,
                        "the schema names a column that the file does not have",
                        "write it as in the first row of the file");
    const auto column = static_cast<std::size_t>(found - headers.begin());
    if (line.field == id) std::ranges::replace(columns.fields, id, ignored);
    columns.fields[column] = line.field;
    std::erase(columns.unknown, line.column);
  }
  return {};
}

}  // namespace

model::RecordField field_of_header(std::string_view header) {
  const auto words = words_of_header(header);
  const auto whole = without_blanks(words);
  for (const auto& known : whole_headers)
    if (whole == known.words) return known.field;
  for (const auto& known : header_words)
    if (words.find(known.words) != words.npos) return known.field;
  for (const auto& known : place_words)
    if (words.find(known.words) != words.npos) return known.field;
  // "address_1", "phone2": a number behind the word.
  auto unnumbered = whole;
  while (!unnumbered.empty() && unnumbered.back() >= '0' && unnumbered.back() <= '9')
    unnumbered.pop_back();
  return unnumbered.size() == whole.size() ? text : field_of_header(unnumbered);
}

base::Result<RecordColumns> columns_of(std::span<const std::string> headers,
                                       std::span<const SchemaLine> schema) {
  RecordColumns columns;
  columns.headers.assign(headers.begin(), headers.end());
  for (const auto& header : headers) {
    columns.fields.push_back(field_of_header(header));
    if (columns.fields.back() == text) columns.unknown.push_back(header);
  }
  keep_one_id(headers, columns.fields);
  if (auto applied = apply(schema, headers, columns); !applied) return pass_on(applied);
  const bool has_some = std::ranges::any_of(
      columns.fields, [](auto field) { return field != id && field != ignored; });
  if (!has_some)
    return base::fail(base::ErrorKind::invalid_input, "line 1", "no column can be compared",
                      "give the columns names like given_name, surname, dob, or a schema");
  return columns;
}

void align(std::span<RecordColumns> files) {
  std::vector<std::string> texts, identifiers;
  for (auto& file : files) {
    file.slots.assign(file.fields.size(), 0);
    for (std::size_t column = 0; column < file.fields.size(); ++column) {
      auto& field = file.fields[column];
      if (field != text && field != identifier) continue;
      auto& names = field == text ? texts : identifiers;
      const auto name = without_blanks(words_of_header(file.headers[column]));
      const auto slot = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
      if (slot == names.size()) names.push_back(name);
      file.slots[column] = static_cast<std::uint8_t>(slot);
      if (slot >= (field == text ? text_columns_max : identifier_columns_max)) field = ignored;
    }
  }
}

base::Result<std::vector<SchemaLine>> schema_of(std::span<const std::vector<std::string>> rows) {
  std::vector<SchemaLine> schema;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto& cells = rows[row];
    if (row == 0 && cells.size() == 2 && cells[0] == "column" && cells[1] == "field") continue;
    const auto field = cells.size() == 2 ? base::find_word<model::RecordField>(cells[1])
                                         : std::optional<model::RecordField>{};
    if (!field)
      return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", row + 1),
                        "this is no line of a schema",
                        "write the column, a comma and a field such as given_name or ignored");
    schema.push_back({cells[0], *field});
  }
  return schema;
}

}  // namespace normalise
