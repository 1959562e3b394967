#include "doors/cli/report_lines.h"

#include <fstream>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "edges/codec/json_lines.h"
#include "edges/codec/json_value.h"
#include "edges/codec/report_json.h"

namespace cli {
namespace {

using SeenIds = std::map<base::UuidBytes, std::size_t>;

base::Result<void> check_id(const model::Submission& submission, std::size_t number,
                            SeenIds& seen) {
  const auto& id = submission.report.source_ref;
  if (!id) return {};
  const auto [first, is_new] = seen.emplace(*id, number);
  if (is_new) return {};
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {} /id", number),
                    fmt::format("is that of line {} too", first->second),
                    "give each report an id of its own, or send it once");
}

/// The sender's own spelling of the id: mostly the canonical one, which spares a second look.
std::string spelt_id(const std::string& json, const std::optional<base::UuidBytes>& id) {
  if (!id) return {};
  auto canonical = base::format_uuid(*id);
  for (const auto* name : {R"("id":")", R"("id": ")"})
    if (json.find(name + canonical + '"') != std::string::npos) return canonical;
  codec::Value value;
  codec::Issues issues;
  if (codec::parse_json(json, {}, value, issues))
    for (const auto& member : value.children)
      if (member.name == "id" && member.kind == codec::Value::Kind::text) return member.text;
  return canonical;
}

void take(const codec::JsonLine& line, base::UtcTime received, SeenIds& seen, ReportLines& out) {
  auto submission = codec::parse_report_line(line, received);
  if (submission) {
    const auto is_alone = check_id(*submission, line.number, seen);
    if (is_alone) {
      auto id = spelt_id(line.text, submission->report.source_ref);
      out.good.push_back({line.number, line.text, std::move(*submission), std::move(id)});
      return;
    }
    out.errors.push_back(is_alone.error());
  } else {
    out.errors.push_back(submission.error());
  }
  out.bad_lines.push_back(line.text);
}

}  // namespace

std::string name_of(const ReportLine& line) {
  if (!line.id.empty()) return line.id;
  const auto& id = line.submission.report.source_ref;
  return id ? base::format_uuid(*id) : fmt::format("line {}", line.number);
}

ReportLines read_report_lines(const std::string& path, base::UtcTime received) {
  ReportLines out;
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  if (path != "-" && !file) {
    out.errors.emplace_back(base::ErrorKind::invalid_input, "", "cannot be opened",
                            "check the name of the file");
    return out;
  }
  codec::JsonLines lines(path == "-" ? std::cin : file);
  SeenIds seen;
  while (const auto line = lines.next())
    take(*line, received, seen, out);
  return out;
}

}  // namespace cli
