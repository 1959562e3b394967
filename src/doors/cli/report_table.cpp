#include "doors/cli/report_table.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/mail_text.h"
#include "edges/codec/json_value.h"
#include "edges/codec/report_json.h"
#include "ground/text/csv.h"

namespace cli {
namespace {

using codec::Value;

/// How a field's text stands in the report's JSON.
enum class Shape { text, number, texts, name, words_of };

struct ReportColumn {
  std::string_view name;
  std::string_view pointer;  ///< of the value in kizuki.report/1; a number is a place in a list
  Shape shape = Shape::text;
};

constexpr std::array<ReportColumn, 27> columns{{
    {"id", "id", Shape::text},
    {"reported_at", "reported_at", Shape::text},
    {"language", "language", Shape::text},
    {"organisation", "from/organisation", Shape::text},
    {"capacity", "from/capacity", Shape::text},
    {"reporter_role", "from/reporter_role", Shape::text},
    {"how_learned", "how_learned", Shape::text},
    {"narrative", "narrative", Shape::text},
    {"when", "encounters/0/when", Shape::text},
    {"place", "encounters/0/place/text", Shape::text},
    {"place_kind", "encounters/0/place/kind", Shape::text},
    {"area", "encounters/0/place/area", Shape::text},
    {"lat", "encounters/0/place/lat", Shape::number},
    {"lon", "encounters/0/place/lon", Shape::number},
    {"channel", "encounters/0/channel", Shape::text},
    {"said", "encounters/0/said", Shape::text},
    {"wants", "encounters/0/asked_for", Shape::words_of},
    {"offers", "encounters/0/offered", Shape::words_of},
    {"technologies", "encounters/0/technologies", Shape::texts},
    {"behaviours", "encounters/0/behaviours", Shape::texts},
    {"pressure", "encounters/0/pressure", Shape::text},
    {"name", "personas/0/names", Shape::name},
    {"phone", "personas/0/phones", Shape::texts},
    {"email", "personas/0/emails", Shape::texts},
    {"employer", "personas/0/claimed/employer", Shape::text},
    {"title", "personas/0/claimed/title", Shape::text},
    {"innocent_reading", "innocent_reading", Shape::text},
}};

const ReportColumn* find_column(std::string_view name) {
  for (const auto& column : columns)
    if (column.name == name) return &column;
  return nullptr;
}

Value text_value(std::string text) {
  Value value;
  value.kind = Value::Kind::text;
  value.text = std::move(text);
  return value;
}

Value object_with(std::string_view name, std::string text) {
  Value value;
  value.kind = Value::Kind::object;
  value.children.push_back(text_value(std::move(text)));
  value.children.back().name = name;
  return value;
}

/// The member of that name, or for "0" the only item of the list; made when it is not there.
Value& child(Value& parent, std::string_view name) {
  const bool is_item = name == "0";
  parent.kind = is_item ? Value::Kind::list : Value::Kind::object;
  for (auto& member : parent.children)
    if (is_item || member.name == name) return member;
  parent.children.emplace_back();
  if (!is_item) parent.children.back().name = name;
  return parent.children.back();
}

Value& value_at(Value& report, std::string_view pointer) {
  auto* value = &report;
  while (!pointer.empty()) {
    const auto end = std::min(pointer.find('/'), pointer.size());
    value = &child(*value, pointer.substr(0, end));
    pointer.remove_prefix(std::min(end + 1, pointer.size()));
  }
  return *value;
}

Value item_of(Shape shape, std::string text) {
  if (shape == Shape::name) return object_with("text", std::move(text));
  if (shape == Shape::words_of) return object_with("what", std::move(text));
  return text_value(std::move(text));
}

void put_list(Value& value, Shape shape, std::string_view text) {
  value.kind = Value::Kind::list;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const auto begin = std::min(text.find_first_not_of(' '), end);
    if (end > begin)
      value.children.push_back(item_of(shape, std::string(text.substr(begin, end - begin))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// A text that is no number stays a text, so that the decoder refuses it at its place.
void put_number(Value& value, const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const bool is_number = end == text.c_str() + text.size() && number > -1e9 && number < 1e9;
  value.kind = is_number ? Value::Kind::number : Value::Kind::text;
  value.number = number;
  value.text = text;
}

void put(Value& report, const ReportColumn& column, const std::string& text) {
  auto& value = value_at(report, column.pointer);
  if (column.shape == Shape::text) {
    value.kind = Value::Kind::text;
    value.text = text;
  } else if (column.shape == Shape::number) {
    put_number(value, text);
  } else {
    put_list(value, column.shape, text);
  }
}

std::string json_of(const std::vector<const ReportColumn*>& header, const text::CsvRow& row) {
  Value report = object_with("kizuki", "report/1");
  for (std::size_t at = 0; at < header.size(); ++at)
    if (!row.fields[at].empty()) put(report, *header[at], row.fields[at]);
  const bool has_persona = report.children.back().name == "personas" ||
                           value_at(report, "personas").kind == Value::Kind::list;
  if (has_persona && value_at(report, "encounters").kind == Value::Kind::list) {
    Value first;
    first.kind = Value::Kind::integer;
    auto& present = value_at(report, "encounters/0/personas");
    present.kind = Value::Kind::list;
    present.children.push_back(first);
  }
  std::erase_if(report.children,
                [](const Value& member) { return member.kind == Value::Kind::null; });
  std::string json;
  codec::write_value(json, report);
  return json;
}

/// The column that a pointer of the decoder speaks of, else the pointer itself.
std::string place_of(const std::string& pointer) {
  const ReportColumn* best = nullptr;
  for (const auto& column : columns) {
    const auto whole = "/" + std::string(column.pointer);
    if (pointer.starts_with(whole) && (best == nullptr || whole.size() > best->pointer.size() + 1))
      best = &column;
  }
  return best == nullptr ? pointer : fmt::format("column {}", best->name);
}

base::Error at_row(base::Error error, std::size_t line) {
  for (auto& issue : error.issues)
    issue.pointer = fmt::format("line {} {}", line, place_of(issue.pointer));
  return error;
}

base::Result<std::vector<const ReportColumn*>> report_header_of(const text::CsvRow& row) {
  std::vector<const ReportColumn*> header;
  for (const auto& name : row.fields) {
    const auto* column = find_column(name);
    if (column == nullptr)
      return base::fail(base::ErrorKind::invalid_input,
                        fmt::format("line {} column {}", row.line, header.size() + 1),
                        "the name of this column is not known",
                        "kizuki import --help lists the columns");
    header.push_back(column);
  }
  return header;
}

base::Result<model::Submission> submission_of(const std::vector<const ReportColumn*>& header,
                                              const text::CsvRow& row, base::UtcTime received) {
  if (row.fields.size() != header.size())
    return base::fail(
        base::ErrorKind::invalid_input, fmt::format("line {}", row.line),
        fmt::format("has {} fields, the header has {}", row.fields.size(), header.size()),
        "put fields with commas in quotation marks");
  auto submission = codec::parse_report(json_of(header, row), received);
  if (!submission) return std::unexpected(at_row(submission.error(), row.line));
  return submission;
}

std::string row_text(const text::CsvRow& row) {
  std::string text;
  text::append_csv_row(text, row.fields);
  text.pop_back();
  return text;
}

void take_rows(text::CsvReader& reader, const std::vector<const ReportColumn*>& header,
               base::UtcTime received, ReportLines& out) {
  text::CsvRow row;
  while (true) {
    const auto more = reader.next(row);
    if (!more) {
      out.errors.push_back(more.error());
      if (more.error().kind == base::ErrorKind::unavailable) return;
      continue;
    }
    if (!*more) return;
    auto submission = submission_of(header, row, received);
    if (submission) {
      out.good.push_back({row.line, row_text(row), std::move(*submission)});
    } else {
      out.errors.push_back(submission.error());
      out.bad_lines.push_back(row_text(row));
    }
  }
}

}  // namespace

ReportLines read_report_table(const std::string& path, base::UtcTime received) {
  ReportLines out;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    out.errors.emplace_back(base::ErrorKind::invalid_input, "", "cannot be opened",
                            "check the name of the file");
    return out;
  }
  text::CsvReader reader(file);
  text::CsvRow first;
  const auto has_header = reader.next(first);
  if (!has_header || !*has_header) {
    out.errors.push_back(has_header ? base::Error(base::ErrorKind::invalid_input, "line 1",
                                                  "there is no header row",
                                                  "begin with the names of the columns")
                                    : has_header.error());
    return out;
  }
  out.header = row_text(first);
  const auto header = report_header_of(first);
  if (!header)
    out.errors.push_back(header.error());
  else
    take_rows(reader, *header, received, out);
  return out;
}

ReportLines read_report_mail(const std::string& path) {
  ReportLines out;
  const auto text = read_file(path, 8U << 20);
  auto mail = text ? read_mail(*text) : base::Result<MailText>(std::unexpected(text.error()));
  if (!mail) {
    out.errors.push_back(mail.error());
    out.bad_lines.push_back(path);
    return out;
  }
  model::Submission submission;
  submission.report.narrative = mail->subject + "\n\n" + mail->body;
  submission.reporter.emplace(model::Reporter{"", mail->sender});
  if (submission.report.narrative.size() > model::ReportLimits::narrative_bytes_max) {
    out.errors.emplace_back(base::ErrorKind::too_large, "text", "the mail is over 64 KiB of text",
                            "shorten it to what happened");
    out.bad_lines.push_back(path);
    return out;
  }
  out.good.push_back({1, path, std::move(submission)});
  return out;
}

}  // namespace cli
