#include "doors/cli/command_simulate.h"

#include <array>
#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/shipped_tables.h"
#include "doors/cli/simulation_tables.h"
#include "edges/codec/parse_report.h"
#include "ground/text/csv.h"
#include "work/simulate/stream.h"

namespace cli {
namespace {

constexpr int reports_max = 10'000'000, firms_max = 100'000;
constexpr std::size_t told_every = 10'000;  // reports between two lines of progress

struct WantedSimulate {
  std::uint64_t seed = 1;
  int reports = 1'000, firms = 0;
  std::string truth, firms_file, out = "-";
};

base::Result<void> check_simulate(const WantedSimulate& wanted) {
  if (wanted.reports < 0 || wanted.reports > reports_max)
    return base::fail(base::ErrorKind::invalid_input, "--reports",
                      fmt::format("must be from 0 to {}", reports_max), "choose a number within");
  if (wanted.firms < 0 || wanted.firms > firms_max)
    return base::fail(base::ErrorKind::invalid_input, "--firms",
                      fmt::format("must be from 0 to {}", firms_max), "choose a number within");
  return {};
}

template <std::size_t Count>
void write_row(StreamedFile& file, const std::array<std::string, Count>& fields) {
  std::string line;
  text::append_csv_row(line, fields);
  file.write(line);
}

void write_firms(const std::string& path, const simulate::World& world) {
  StreamedFile file(path);
  write_row(file, std::array<std::string, 6>{"id", "name", "sector", "technologies", "lat", "lon"});
  for (const auto& firm : world.firms)
    write_row(file, std::array<std::string, 6>{firm.key, firm.name.en, firm.sector,
                                               fmt::format("{}", fmt::join(firm.technologies, ";")),
                                               fmt::format("{:.5f}", *firm.sites.front().lat),
                                               fmt::format("{:.5f}", *firm.sites.front().lon)});
  file.finish();
}

std::array<std::string, 7> truth_row(const simulate::SimulatedReport& simulated) {
  const auto& truth = simulated.truth;
  return {base::format_uuid(*simulated.report.source_ref),
          truth.actor,
          std::string(base::word_of(truth.side)),
          truth.theme,
          std::string(base::word_of(truth.stage)),
          fmt::format("{}", truth.step),
          truth.is_repeat ? "yes" : "no"};
}

void write_stream(const WantedSimulate& wanted, simulate::Stream& stream, Console& console) {
  StreamedFile reports(wanted.out), truth(wanted.truth);
  write_row(truth, std::array<std::string, 7>{"report", "actor", "side", "cover", "stage", "step",
                                              "repeat"});
  std::size_t written = 0;
  while (const auto simulated = stream.next()) {
    reports.write(codec::encode_report(simulated->report) + "\n");
    write_row(truth, truth_row(*simulated));
    if (++written % told_every == 0)
      show_progress(console, fmt::format("{} / {}", written, wanted.reports));
  }
  end_progress(console);
  reports.finish();
  truth.finish();
}

ExitCode run_simulate(const WantedSimulate& wanted, Console& console) {
  const auto fits = check_simulate(wanted);
  if (!fits) return complain(console, fits.error());
  const simulate::Settings settings{wanted.seed, static_cast<std::size_t>(wanted.reports),
                                    static_cast<std::size_t>(wanted.firms)};
  const auto words = shipped_simulation();
  const auto world = simulate::make_world(settings, words, shipped_technologies());
  if (!wanted.firms_file.empty()) write_firms(wanted.firms_file, world);
  simulate::Stream stream(settings, world, words);
  write_stream(wanted, stream, console);
  return ExitCode::done;
}

Run prepare_simulate(Options& options) {
  auto wanted = std::make_shared<WantedSimulate>();
  options.number("--seed", wanted->seed, "same seed, same bytes; 1 unless told");
  options.number("--reports", wanted->reports, "how many; 1,000 unless told");
  options.number("--firms", wanted->firms, "how many firms; one for ten reports unless told");
  options.text("--truth", wanted->truth, "CSV to write: who is behind each report",
               Options::Need::must);
  options.text("--firms-out", wanted->firms_file, "CSV to write: the firms, as `risk` reads them");
  options.text("--out", wanted->out, "JSON Lines to write; - (unless told) is standard output");
  return [wanted](Console& console) { return run_simulate(*wanted, console); };
}

}  // namespace

Command command_simulate() {
  return make_command(
      "simulate", "invent a stream of reports, the truth apart",
      "  kizuki simulate --seed 7 --reports 24000 --truth truth.csv --out reports.jsonl\n"
      "  kizuki simulate --reports 5000 --truth t.csv --firms-out firms.csv > reports.jsonl",
      prepare_simulate,
      "Actors with covers, aliases, territories and a pace of their own; harmless contacts at\n"
      "least as many; reports told twice and told carelessly; Japanese and English. Everybody\n"
      "is fictional. Truth: report, actor, side (hostile, benign), cover, stage, step (which\n"
      "firm of the actor's row, from 0), repeat. It says nothing of the world.");
}

}  // namespace cli
