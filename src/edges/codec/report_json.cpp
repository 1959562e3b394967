#include "edges/codec/report_json.h"

#include <utility>

#include "edges/codec/json_lines.h"

namespace codec {
namespace {

/// What comes in at a door: the report with its reporter still in it.
struct IncomingReport {
  model::Report report;
  std::optional<base::Sensitive<model::Reporter>> reporter;
};

void describe(Decoder& archive, IncomingReport& incoming) {
  describe(archive, incoming.report);
  archive.optional("reporter", incoming.reporter);
}

}  // namespace

void Form<model::LinkedTo>::read(const Cursor& at, model::LinkedTo& out, const Bounds& bounds) {
  if (at.value.kind != Value::Kind::list) return detail::read_word(at, out.answer);
  std::vector<base::UuidBytes> reports;
  Bounds some = bounds;
  some.list_min = 1;
  detail::read_items(at, reports, some);
  out.answer = model::Yes::yes;
  for (const auto& report : reports)
    out.reports.push_back(base::format_uuid(report));
}

void Form<model::LinkedTo>::write(std::string& out, const model::LinkedTo& value) {
  if (value.reports.empty())
    codec::write(out, value.answer);
  else
    codec::write(out, value.reports);
}

bool is_sha256(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  return text.size() == 64 && text.find_first_not_of(digits) == std::string_view::npos;
}

base::Result<model::Submission> parse_report(std::string_view json, base::UtcTime received) {
  auto incoming = decode<IncomingReport>(json, {.bytes_max = model::ReportLimits::bytes_max});
  if (!incoming) return base::pass_on(incoming);
  auto& report = incoming->report;
  if (report.from.organisation == "unknown") report.from.organisation.clear();
  auto checked = model::check(report, received);
  if (!checked) return base::pass_on(checked);
  return model::Submission{std::move(report), std::move(incoming->reporter)};
}

std::string encode_report(const model::Report& report) {
  return encode(report);
}

base::Result<model::Submission> parse_report_line(const JsonLine& line, base::UtcTime received) {
  if (line.too_long)
    return std::unexpected(at_line(
        {base::ErrorKind::too_large, "", "is longer than 1 MiB", "send it in several reports"},
        line.number));
  auto submission = parse_report(line.text, received);
  if (submission) return submission;
  return std::unexpected(at_line(std::move(submission).error(), line.number));
}

template base::Result<model::Report> decode<model::Report>(std::string_view, const JsonLimits&);
template std::string encode<model::Report>(const model::Report&);
template base::Result<model::Persona> decode<model::Persona>(std::string_view, const JsonLimits&);
template std::string encode<model::Persona>(const model::Persona&);
template std::string encode<model::Encounter>(const model::Encounter&);

}  // namespace codec
