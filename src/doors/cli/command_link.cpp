#include "doors/cli/command_link.h"

#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/name_knowledge.h"
#include "doors/cli/record_files.h"
#include "edges/render/words.h"
#include "ground/text/csv.h"
#include "work/engine/explain_records.h"
#include "work/engine/link_records.h"
#include "work/engine/load_records.h"

namespace cli {
namespace {

struct WantedLink {
  std::vector<std::string> files, explained;
  std::string out, pairs, schema;
  bool skips_bad_rows = false;
  int workers = 0;
};

/// Pairs of a lower probability, one in a hundred, are not written.
const float told_bits_min = std::log2(0.01F / 0.99F);

std::string say(const Console& console, std::string_view code,
                const std::vector<std::string>& parameters = {}) {
  return render::pick(render::words_of(code, parameters), console.locale);
}

std::string csv_of(const model::RecordTable& table, const engine::LinkedRecords& linked) {
  std::string csv = "id,cluster\n";
  csv.reserve(table.ids.texts.size() * 2 + table.size() * 2 + csv.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::array<std::string, 2> fields{std::string(table.ids[row]),
                                            std::string(table.ids[linked.firsts[row]])};
    text::append_csv_row(csv, fields);
  }
  return csv;
}

std::string pairs_csv_of(const model::RecordTable& table, const engine::LinkedRecords& linked) {
  std::string csv = "id,other,probability\n";
  for (const auto& pair : linked.pairs) {
    const std::array<std::string, 3> fields{std::string(table.ids[pair.left]),
                                            std::string(table.ids[pair.right]),
                                            fmt::format("{:.4f}", 1 / (1 + std::exp2(-pair.bits)))};
    text::append_csv_row(csv, fields);
  }
  return csv;
}

std::optional<std::size_t> find_row(const model::RecordTable& table, std::string_view id) {
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.ids[row] == id) return row;
  return std::nullopt;
}

void show_line(Console& console, const std::string& words, double bits) {
  console.out << fmt::format("{:>+8.2f}  {}\n", bits, words);
}

void show_explanation(Console& console, const engine::RecordExplanation& explained) {
  show_line(console, say(console, "record_start"), explained.start_bits);
  for (const auto& one : explained.evidence) {
    const auto name = say(console, fmt::format("record_aspect.{}", base::word_of(one.aspect)));
    const auto* code =
        one.is_equal ? "record_equal" : (one.is_alike ? "record_alike" : "record_differs");
    show_line(console, say(console, code, {name, one.left, one.right}), one.bits);
  }
  show_line(console, say(console, "record_rare"), explained.rarity_bits);
  show_line(console, say(console, "record_kin"), explained.kin_bits);
  show_line(console, say(console, "record_sum", {fmt::format("{:.4f}", explained.probability)}),
            explained.bits);
  console.out << say(console, explained.is_one_party ? "record_joined" : "record_parted") << '\n';
}

ExitCode explain(const WantedLink& wanted, const model::RecordTable& table,
                 const engine::LinkedRecords& linked, Console& console) {
  std::array<std::size_t, 2> rows{};
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const auto row = find_row(table, wanted.explained[index]);
    if (!row)
      return complain(console, base::Error(base::ErrorKind::not_found, "--explain",
                                           "no row has this id", "give two ids of the files"));
    rows[index] = *row;
  }
  show_explanation(console, engine::explain_records(table, linked, rows[0], rows[1]));
  return ExitCode::done;
}

void tell_what_was_read(const engine::LoadedRecords& loaded, Console& console) {
  for (const auto& columns : loaded.columns)
    for (const auto& header : columns.unknown)
      console.err << say(console, "record_unknown_column", {header}) << '\n';
  if (loaded.skipped.empty()) return;
  complain_of_files(console, loaded.skipped.front());
  console.err << say(console, "record_skipped", {fmt::format("{}", loaded.skipped.size())}) << '\n';
}

ExitCode run_link(const WantedLink& wanted, Console& console) {
  if (wanted.out.empty() && wanted.pairs.empty() && wanted.explained.empty())
    return complain(console, base::Error(base::ErrorKind::invalid_input, "--out",
                                         "it is not said where to write", "give --out FILE"));
  auto schema = read_schema(wanted.schema);
  if (!schema) return complain(console, schema.error(), wanted.schema);
  auto files = open_record_files(wanted.files);
  if (!files) return complain(console, files.error());
  const auto workers = workers_of(wanted.workers);
  show_progress(console, "...");
  auto loaded = engine::load_records(*files, {workers, wanted.skips_bad_rows, *schema});
  end_progress(console);
  if (!loaded) return complain_of_files(console, loaded.error());
  tell_what_was_read(*loaded, console);
  std::unique_ptr<NameKnowledge> names;
  if (engine::needs_matcher(loaded->table)) {
    auto knowledge = NameKnowledge::load("", "");
    if (!knowledge) return complain(console, knowledge.error());
    names = std::move(*knowledge);
    names->tell_what_is_missing(console);
  }
  const auto linked =
      engine::link_records(loaded->table, workers, names ? &names->matcher() : nullptr,
                           wanted.pairs.empty() ? std::nullopt : std::optional(told_bits_min));
  const auto& summary = linked.summary;
  console.err << say(console, "record_summary",
                     {fmt::format("{}", summary.rows), fmt::format("{}", summary.parties),
                      fmt::format("{}", summary.pairs_compared)})
              << '\n';
  if (!wanted.out.empty()) write_file(wanted.out, csv_of(loaded->table, linked));
  if (!wanted.pairs.empty()) write_file(wanted.pairs, pairs_csv_of(loaded->table, linked));
  return wanted.explained.empty() ? ExitCode::done
                                  : explain(wanted, loaded->table, linked, console);
}

Run prepare_link(Options& options) {
  auto wanted = std::make_shared<WantedLink>();
  options.texts("file", wanted->files, "CSV files of records", Options::Need::must);
  options.text("--out", wanted->out, "CSV to write (id,cluster); - is standard output");
  options.text("--pairs", wanted->pairs,
               "CSV to write (id,other,probability): compared pairs, from 0.01 up");
  options.text("--schema", wanted->schema, "CSV with column,field: what the columns hold");
  options.pair("--explain", wanted->explained, "two ids: what speaks for and against one party");
  options.flag("--skip-bad", wanted->skips_bad_rows, "pass over rows that cannot be read");
  options.number("--threads", wanted->workers, "threads; without it as many as processors");
  return [wanted](Console& console) { return run_link(*wanted, console); };
}

}  // namespace

Command command_link() {
  return make_command(
      "link", "find the rows of CSV files that are one party (CSV)",
      "  kizuki link people.csv visitors.csv --out clusters.csv\n"
      "  kizuki link people.csv --explain 17 4711",
      prepare_link,
      "Columns are recognised by their headers: id, given_name, surname, full_name, alias, dob,\n"
      "phone, email, address, city, postcode and many more, in Japanese too; others are\n"
      "compared as text. A schema file says it better: its lines are column,field. Columns\n"
      "called cluster or truth are never read. Out: id and the smallest id of its cluster.");
}

}  // namespace cli
