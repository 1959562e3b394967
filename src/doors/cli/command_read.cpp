#include "doors/cli/command_read.h"

#include <fstream>
#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/shipped_tables.h"
#include "edges/codec/json_lines.h"
#include "edges/codec/json_value.h"
#include "edges/codec/reading_json.h"
#include "edges/render/words.h"
#include "ground/model/report.h"
#include "ground/text/unicode.h"
#include "work/engine/read.h"

namespace cli {
namespace {

constexpr std::size_t narrative_bytes_max = model::ReportLimits::narrative_bytes_max;

struct WantedRead {
  std::string file = "-", language;
  bool is_lines = false;
};

/// One line of --jsonl.
struct Text {
  std::string id_json, text;
};

std::string reading_of(const Text& text, std::optional<model::Language> hint,
                       const engine::Knowledge& knowledge) {
  const auto reading = engine::read(text.text, hint, knowledge);
  const bool in_japanese = reading.language == model::Language::ja || hint == model::Language::ja;
  const auto advice =
      render::advice_words(reading.advice, in_japanese ? render::Locale::ja : render::Locale::en);
  return codec::encode_reading(reading, advice, text.id_json);
}

base::Result<void> check_text(std::string_view text, const std::string& field) {
  if (text.size() > narrative_bytes_max)
    return base::fail(base::ErrorKind::too_large, field, "is over 64 KiB", "send less at once");
  if (!text::is_valid_utf8(text))
    return base::fail(base::ErrorKind::invalid_input, field, "is not UTF-8",
                      "convert it, for example with iconv -t UTF-8");
  return {};
}

/// `id` may be a text or a number; other members are passed over.
base::Result<Text> narrative_of(const codec::JsonLine& line) {
  const auto refuse = [&](std::string field, std::string problem, std::string next_step) {
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {} {}", line.number, field),
                      std::move(problem), std::move(next_step));
  };
  if (line.too_long) return refuse("", "is over 1 MiB", "split it");
  codec::Value value;
  codec::Issues issues;
  if (!codec::parse_json(line.text, {}, value, issues) || !issues.empty())
    return std::unexpected(codec::at_line(issues.take(), line.number));
  Text out;
  bool has_id = false;
  bool has_text = false;
  for (const auto& member : value.children) {
    const bool is_text = member.kind == codec::Value::Kind::text;
    const bool is_number =
        member.kind == codec::Value::Kind::integer || member.kind == codec::Value::Kind::number;
    if (member.name == "id" && (is_text || is_number)) {
      codec::write_value(out.id_json, member);
      has_id = true;
    } else if (member.name == "text" && is_text) {
      out.text = member.text;
      has_text = true;
    }
  }
  if (!has_id) return refuse("/id", "is missing", "give each line an \"id\" (text or number)");
  if (!has_text) return refuse("/text", "is missing", "give each line a \"text\"");
  return out;
}

ExitCode read_lines(const WantedRead& wanted, std::optional<model::Language> hint,
                    const engine::Knowledge& knowledge, Console& console) {
  std::ifstream file;
  if (wanted.file != "-") file.open(wanted.file);
  if (wanted.file != "-" && !file)
    return complain(console, {base::ErrorKind::invalid_input, wanted.file, "cannot be opened",
                              "check the name of the file"});
  codec::JsonLines lines(wanted.file == "-" ? std::cin : file);
  while (const auto line = lines.next()) {
    const auto text = narrative_of(*line);
    if (!text) return complain(console, text.error(), wanted.file);
    const auto fits = check_text(text->text, fmt::format("line {} /text", line->number));
    if (!fits) return complain(console, fits.error(), wanted.file);
    console.out << reading_of(*text, hint, knowledge) << '\n';
    if (!console.out) break;
  }
  return ExitCode::done;
}

ExitCode read_one(const WantedRead& wanted, std::optional<model::Language> hint,
                  const engine::Knowledge& knowledge, Console& console) {
  const auto text = read_file(wanted.file, narrative_bytes_max);
  if (!text) return complain(console, text.error());
  const auto fits = check_text(*text, "text");
  if (!fits) return complain(console, fits.error(), wanted.file);
  console.out << reading_of({"", *text}, hint, knowledge) << '\n';
  return ExitCode::done;
}

ExitCode run_read(const WantedRead& wanted, Console& console) {
  const engine::Knowledge knowledge(shipped_indicators(), {}, shipped_weights());
  const auto hint = base::find_word<model::Language>(wanted.language);
  return wanted.is_lines ? read_lines(wanted, hint, knowledge, console)
                         : read_one(wanted, hint, knowledge, console);
}

Run prepare_read(Options& options) {
  auto wanted = std::make_shared<WantedRead>();
  options.text("file", wanted->file, "text of one narrative; - is standard input");
  options.choice("--lang", wanted->language, {"ja", "en"}, "its language, if it is known");
  options.flag("--jsonl", wanted->is_lines,
               "the file has lines with \"id\" and \"text\"; prints a reading a line");
  return [wanted](Console& console) { return run_read(*wanted, console); };
}

}  // namespace

Command command_read() {
  return make_command("read",
                      "read a narrative: what it proposes, with the words that say so (JSON)",
                      "  echo 'He asked me the way, then where I work.' | kizuki read -\n"
                      "  kizuki read --lang ja memo.txt\n"
                      "  kizuki read --jsonl narratives.jsonl > readings.jsonl",
                      prepare_read);
}

}  // namespace cli
