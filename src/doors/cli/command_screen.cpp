#include "doors/cli/command_screen.h"

#include <array>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/name_knowledge.h"
#include "doors/cli/record_files.h"
#include "doors/cli/watch_file.h"
#include "edges/codec/watch_json.h"
#include "edges/render/words.h"
#include "ground/text/csv.h"
#include "work/engine/screen_files.h"

namespace cli {
namespace {

struct WantedScreen {
  std::vector<std::string> files;
  std::string watch, out, schema, language, knowledge, lexicon;
  bool shows_names = false, skips_bad_rows = false, is_json = false;
  int workers = 0;
};

using Parameters = std::vector<std::string>;

std::string say(const Console& console, std::string_view code, const Parameters& parameters = {}) {
  return render::pick(render::words_of(code, parameters), console.locale);
}

/// What was found, in words: what agrees first, the most telling before the others.
std::string why(const Console& console, const model::ScreenHit& hit) {
  std::string text;
  const auto gap = say(console, "screen_gap");
  for (const bool agrees : {true, false})
    for (const auto& one : hit.evidence) {
      if ((one.level != model::ScreenLevel::differs) != agrees) continue;
      if (!text.empty()) text += gap;
      text += say(console,
                  fmt::format("screen_{}.{}", base::word_of(one.field), base::word_of(one.level)),
                  {one.watched, one.found});
    }
  if (hit.is_name_only) text += gap + say(console, "screen_name_only");
  return text;
}

std::vector<std::string> fields_of(const model::ScreenHit& hit) {
  std::vector<std::string> out;
  for (const auto& one : hit.evidence)
    if (one.level != model::ScreenLevel::differs) out.emplace_back(base::word_of(one.field));
  return out;
}

std::string line_of(const WantedScreen& wanted, const Console& console, const model::ScreenHit& hit,
                    const std::string& watch_id, const std::string& file) {
  auto fields = fields_of(hit);
  if (wanted.is_json)
    return codec::encode_hit({watch_id, file, hit.row, static_cast<double>(hit.bits),
                              hit.is_name_only, std::move(fields), why(console, hit)}) +
           '\n';
  std::string csv;
  const std::array<std::string, 6> row{
      watch_id,
      file,
      fmt::format("{}", hit.row),
      fmt::format("{:.2f}", hit.bits),
      why(console, hit),
      hit.is_name_only ? "name only" : fmt::format("{}", fmt::join(fields, ";"))};
  text::append_csv_row(csv, row);
  return csv;
}

void tell_what_was_done(const WantedScreen& wanted, const engine::ScreenSummary& summary,
                        std::size_t watched, Console& console) {
  for (const auto& columns : summary.columns)
    for (const auto& header : columns.unknown)
      console.err << say(console, "screen_column_unused", {header}) << '\n';
  if (summary.skipped > 0) {
    complain_of_files(console, summary.first_skipped.front());
    console.err << say(console, "screen_skipped", {fmt::format("{}", summary.skipped)}) << '\n';
  }
  console.err << say(console, wanted.shows_names ? "screen_summary_with_names" : "screen_summary",
                     {fmt::format("{}", summary.rows), fmt::format("{}", watched),
                      fmt::format("{}", summary.hits), fmt::format("{}", summary.names_only)})
              << '\n';
  if (summary.hits + summary.names_only > 0) console.err << say(console, "screen_after") << '\n';
}

base::Result<engine::ScreenSummary> screen(const WantedScreen& wanted,
                                           const engine::WatchIndex& index,
                                           std::vector<engine::RecordFile>& files,
                                           const engine::ScreenSettings& settings,
                                           Console& console) {
  StreamedFile out(wanted.out);
  if (!wanted.is_json) out.write("watch_id,file,row,score,why,fields\n");
  const auto use = [&](std::span<const model::ScreenHit> hits) {
    for (const auto& hit : hits)
      if (!hit.is_name_only || wanted.shows_names)
        out.write(
            line_of(wanted, console, hit, index.parties()[hit.party].id, files[hit.file].name));
  };
  const auto show = [&](const engine::ScreenSummary& summary) {
    show_progress(console, say(console, "screen_progress",
                               {fmt::format("{}", summary.rows), fmt::format("{}", summary.hits)}));
  };
  auto summary = console.err_is_terminal ? engine::screen_files(files, index, settings, use, show)
                                         : engine::screen_files(files, index, settings, use);
  end_progress(console);
  if (summary) out.finish();
  return summary;
}

ExitCode run_screen(const WantedScreen& wanted, Console& outer) {
  Console console{outer.out, outer.err, outer.err_is_terminal, outer.locale};
  if (!wanted.language.empty())
    console.locale = wanted.language == "ja" ? render::Locale::ja : render::Locale::en;
  auto schema = read_schema(wanted.schema);
  if (!schema) return complain(console, schema.error(), wanted.schema);
  auto parties = read_watch_file(wanted.watch);
  if (!parties) return complain(console, parties.error(), wanted.watch);
  auto files = open_record_files(wanted.files);
  if (!files) return complain(console, files.error());
  const auto knowledge = NameKnowledge::load(wanted.knowledge, wanted.lexicon);
  if (!knowledge) return complain(console, knowledge.error());
  (*knowledge)->tell_what_is_missing(console);
  const engine::WatchIndex index(
      std::move(*parties),
      {&(*knowledge)->matcher(), (*knowledge)->jmnedict(), (*knowledge)->unihan()});
  auto summary = screen(
      wanted, index, *files,
      {workers_of(wanted.workers), wanted.skips_bad_rows, wanted.shows_names, *schema}, console);
  if (!summary) return complain_of_files(console, summary.error());
  tell_what_was_done(wanted, *summary, index.parties().size(), console);
  const auto shown = summary->hits + (wanted.shows_names ? summary->names_only : 0);
  return shown == 0 ? ExitCode::no : ExitCode::done;
}

Run prepare_screen(Options& options) {
  auto wanted = std::make_shared<WantedScreen>();
  options.texts("file", wanted->files, "CSV files: visitor logs, card books, mail headers",
                Options::Need::must);
  options.text("--watch", wanted->watch, "whom to look for: an alert, personas (JSONL) or CSV",
               Options::Need::must);
  options.text("--out", wanted->out, "CSV to write; - is standard output", Options::Need::must);
  options.flag("--name-only", wanted->shows_names, "show rows that agree in nothing but the name");
  options.flag("--json", wanted->is_json, "write JSON lines instead of CSV");
  options.choice("--lang", wanted->language, {"ja", "en"}, "language of the reasons");
  options.text("--schema", wanted->schema, "CSV with column,field: what the columns hold");
  options.flag("--skip-bad", wanted->skips_bad_rows, "pass over rows that cannot be read");
  options.number("--threads", wanted->workers, "threads; without it as many as processors");
  options.text("--knowledge", wanted->knowledge,
               "folder of the knowledge files; without it: knowledge/ beside the program");
  options.text("--lexicon", wanted->lexicon,
               "your own transliterations (TSV: language, Latin word, native word, count)");
  return [wanted](Console& console) { return run_screen(*wanted, console); };
}

}  // namespace

Command command_screen() {
  return make_command(
      "screen", "find rows of your own logs that may be about watched persons (CSV)",
      "  kizuki screen --watch alert.json visitors.csv cards.csv --out hits.csv\n"
      "  kizuki screen --watch list.csv --lang ja visitors.csv --out hits.csv",
      prepare_screen,
      "Out: watch_id,file,row,score,why,fields; row = data row from 1, score = bits. A list as "
      "CSV\n"
      "has the columns id,name,alias,dob,phone,email,handle,employer (aliases parted by ;).\n"
      "A name alone is never a hit, since many share it: something else must agree as well.\n"
      "A hit accuses nobody: look at the row before you act. Everything stays on this machine,\n"
      "nothing is sent. Delete the list and the hits when they were looked at, or when the\n"
      "alert expires. Exit code 1: no row was found.");
}

}  // namespace cli
