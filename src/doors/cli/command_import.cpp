#include "doors/cli/command_import.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/files.h"
#include "doors/cli/report_lines.h"
#include "doors/cli/report_table.h"
#include "edges/codec/json_value.h"
#include "work/jobs/loop.h"
#include "work/jobs/sealer.h"
#include "work/workflow/apply_bundle.h"
#include "work/workflow/submit_report.h"

namespace cli {
namespace {

struct WantedImport {
  std::string data, rejects;
  std::vector<std::string> files;
  bool skips_bad = false, is_held = false, in_json = false;
};

struct FileOutcome {
  workflow::ImportResult result;
  std::size_t bad = 0;
};

ReportLines read_reports(const std::string& path, base::UtcTime received) {
  if (path.ends_with(".csv")) return read_report_table(path, received);
  if (path.ends_with(".eml")) return read_report_mail(path);
  return read_report_lines(path, received);
}

/// "/17/reporter" of the whole import -> 17.
std::optional<std::size_t> index_of(const base::Error& error) {
  const std::string_view pointer = error.issues.front().pointer;
  std::size_t index = 0;
  if (!pointer.starts_with('/')) return std::nullopt;
  const auto [end, problem] =
      std::from_chars(pointer.data() + 1, pointer.data() + pointer.size(), index);
  return problem == std::errc() ? std::optional(index) : std::nullopt;
}

base::Error at_line(base::Error error, const std::vector<ReportLine>& lines) {
  for (auto& issue : error.issues) {
    const auto index = index_of({error.kind, {issue}});
    if (!index || *index >= lines.size()) continue;
    const auto field = issue.pointer.find('/', 1);
    issue.pointer =
        fmt::format("line {} {}", lines[*index].number,
                    field == std::string::npos ? std::string_view{}
                                               : std::string_view(issue.pointer).substr(field));
  }
  return error;
}

/// One file: everything or nothing, or with --skip-bad the good lines.
class FileImport {
 public:
  FileImport(workflow::Hub& hub, const WantedImport& wanted, const std::string& path,
             Console& console)
      : hub_(hub), wanted_(wanted), path_(path), console_(console) {}

  base::Result<FileOutcome> run() {
    lines_ = read_reports(path_, hub_.clock.now());
    for (const auto& error : lines_.errors)
      complain(console_, error, path_);
    outcome_.bad = lines_.errors.size();
    if (!lines_.errors.empty() && !wanted_.skips_bad)
      return base::fail(lines_.errors.front().kind, "", "nothing of this file was stored",
                        "mend it and import it again, or use --skip-bad");
    return store();
  }

  /// What was refused, as it stood in the file.
  [[nodiscard]] const ReportLines& lines() const { return lines_; }

 private:
  base::Result<FileOutcome> store() {
    // Moved out and not copied: a file of reports is held once.
    std::vector<model::Submission> submissions;
    for (auto& line : lines_.good)
      submissions.push_back(std::move(line.submission));
    while (true) {
      auto done = workflow::import_reports(
          hub_, workflow::operator_principal(system_user()), submissions,
          wanted_.is_held ? workflow::ImportAs::held : workflow::ImportAs::released);
      if (done) {
        outcome_.result = std::move(*done);
        return outcome_;
      }
      const auto index = index_of(done.error());
      const auto error = at_line(done.error(), lines_.good);
      if (!wanted_.skips_bad || !index || *index >= lines_.good.size())
        return std::unexpected(error);
      complain(console_, error, path_);
      ++outcome_.bad;
      lines_.bad_lines.push_back(lines_.good[*index].text);
      lines_.good.erase(lines_.good.begin() + static_cast<std::ptrdiff_t>(*index));
      submissions.erase(submissions.begin() + static_cast<std::ptrdiff_t>(*index));
    }
  }

  workflow::Hub& hub_;
  const WantedImport& wanted_;
  const std::string& path_;
  Console& console_;
  ReportLines lines_;
  FileOutcome outcome_;
};

std::string in_json(std::string_view text) {
  std::string json;
  codec::write_text(json, text);
  return json;
}

std::string file_name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

void tell(const std::string& path, const FileOutcome& outcome, bool is_json, Console& console) {
  const auto& result = outcome.result;
  if (is_json)
    console.out << fmt::format("{{\"file\":{},\"stored\":{},\"were_there\":{},\"bad\":{}}}\n",
                               in_json(file_name_of(path)), result.stored, result.were_there,
                               outcome.bad);
  else
    console.out << fmt::format("{}: {} stored, {} were there already, {} refused\n", path,
                               result.stored, result.were_there, outcome.bad);
}

/// "table.csv" -> "table.rejects.csv", which can be imported as it is; else FILE.rejects.
std::string rejects_of(const std::string& path) {
  constexpr std::string_view table = ".csv";
  if (!path.ends_with(table)) return path + ".rejects";
  return path.substr(0, path.size() - table.size()) + ".rejects.csv";
}

/// Refused lines go where a person can mend them and import them again: beside each file, or all
/// into the one that was named.
class Rejects {
 public:
  Rejects(const WantedImport& wanted, Console& console) : wanted_(wanted), console_(console) {}

  void take(const std::string& path, const ReportLines& lines) {
    if (!wanted_.skips_bad || lines.bad_lines.empty()) return;
    if (!lines.header.empty() && lines.header != header_) text_ += lines.header + '\n';
    header_ = lines.header;
    for (const auto& line : lines.bad_lines)
      text_ += line + '\n';
    count_ += lines.bad_lines.size();
    if (wanted_.rejects.empty()) write(rejects_of(path));
  }

  /// After the last file.
  void finish() {
    if (count_ > 0) write(wanted_.rejects);
  }

 private:
  void write(const std::string& path) {
    write_file(path, text_);
    console_.err << fmt::format("kizuki: {} refused line(s) written to {}\n", count_, path);
    text_.clear();
    header_.clear();
    count_ = 0;
  }

  const WantedImport& wanted_;
  Console& console_;
  std::string text_, header_;
  std::size_t count_ = 0;
};

/// What another hub handed over; what was refused of it names its item.
ExitCode take_in_bundle(workflow::Hub& hub, const std::string& path, bool is_json,
                        Console& console) {
  const auto file = read_file(path);
  if (!file) return complain(console, file.error(), path);
  const auto applied =
      workflow::apply_bundle(hub, workflow::operator_principal(system_user()), *file);
  if (!applied) return complain(console, applied.error(), path);
  if (is_json)
    console.out << fmt::format(
        "{{\"file\":{},\"from\":{},\"applied\":{},\"were_there\":{},\"refused\":{}}}\n",
        in_json(file_name_of(path)), in_json(applied->partner_key), applied->applied,
        applied->were_there, applied->refused.size());
  else
    console.out << fmt::format("{}: from {}, {} taken in, {} were there already, {} refused\n",
                               path, applied->partner_key, applied->applied, applied->were_there,
                               applied->refused.size());
  auto code = ExitCode::done;
  for (const auto& error : applied->refused)
    code = std::max(code, complain(console, error, path));
  return code;
}

/// Reads and links what came in, with every core: nobody else waits for this store.
void work_off(workflow::Hub& hub, Console& console) {
  workflow::JobLimits limits;
  limits.jobs_max = 256;
  limits.threads = std::max(1U, std::thread::hardware_concurrency());
  jobs::run_until_idle(hub, limits, [&](std::size_t done) {
    show_progress(console, fmt::format("reading and linking what came in: {} steps done", done));
  });
}

ExitCode run_import(const WantedImport& wanted, Console& console) {
  auto store = OpenStore::open(wanted.data, OpenStore::Ownership::alone);
  if (!store) return complain(console, store.error());
  base::SystemClock clock;
  base::SystemIds ids;
  auto hub = (*store)->hub(clock, ids);
  auto code = ExitCode::done;
  Rejects rejects(wanted, console);
  for (const auto& path : wanted.files) {
    if (path.ends_with(".bundle")) {
      code = std::max(code, take_in_bundle(hub, path, wanted.in_json, console));
      continue;
    }
    FileImport file(hub, wanted, path, console);
    const auto outcome = file.run();
    if (outcome)
      tell(path, *outcome, wanted.in_json, console);
    else
      code = std::max(code, complain(console, outcome.error(), path));
    rejects.take(path, file.lines());
  }
  rejects.finish();
  work_off(hub, console);
  jobs::seal_waiting(hub);
  end_progress(console);
  return code;
}

Run prepare_import(Options& options) {
  auto wanted = std::make_shared<WantedImport>();
  using Need = Options::Need;
  options.text("--data", wanted->data, "folder of the store", Need::must);
  options.texts("files", wanted->files, ".jsonl (kizuki.report/1), .csv, .eml or .bundle",
                Need::must);
  options.flag("--skip-bad", wanted->skips_bad, "store the good lines of a file with bad ones");
  options.text("--rejects", wanted->rejects,
               "where --skip-bad writes the bad lines; without it: FILE.rejects, of a table"
               " FILE.rejects.csv");
  options.flag("--held", wanted->is_held, "reports of firms wait until the firm releases them");
  options.flag("--json", wanted->in_json, "print a JSON line a file");
  return [wanted](Console& console) { return run_import(*wanted, console); };
}

}  // namespace

Command command_import() {
  return make_command(
      "import", "store reports from files; all or nothing a file",
      "  kizuki import --data store reports.jsonl\n"
      "  kizuki import --data store --skip-bad --rejects bad.jsonl reports.jsonl\n"
      "  kizuki import --data store memo.eml table.csv\n"
      "  kizuki import --data store from-firm.bundle   (docs/BUNDLES.md)",
      prepare_import,
      "Columns of a CSV (only narrative or an encounter is needed): id reported_at language\n"
      "organisation capacity reporter_role how_learned narrative when place place_kind area\n"
      "lat lon channel said wants offers technologies behaviours pressure name phone email\n"
      "employer title innocent_reading. Several values in a field are parted by \";\".\n"
      "Of a mail, subject and plain text are the narrative; the sender is sealed.");
}

}  // namespace cli
