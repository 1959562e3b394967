#include "doors/cli/command_custodian.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "ground/crypto/sealed.h"
#include "work/workflow/reporter_openings.h"

namespace cli {
namespace {

struct WantedCustodian {
  std::string key_file, report, box = "-";
};

/// The line of the file that is a key; what people read stands around it.
base::Result<crypto::Key32> secret_in(const std::string& path) {
  const auto text = read_file(path, 64U << 10);
  if (!text) return std::unexpected(text.error());
  std::string_view rest = *text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto key = crypto::parse_recovery_key(rest.substr(0, end), path);
    if (key) return key;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return base::fail(base::ErrorKind::invalid_input, path, "holds no key",
                    "give the file that make-key or init wrote");
}

ExitCode run_make(const WantedCustodian& wanted, Console& console) {
  const auto pair = crypto::make_keypair();
  const auto written = write_secret_file(
      wanted.key_file,
      fmt::format("Kizuki custodian key / Kizuki 保管者鍵\n"
                  "Opens the sealed names of reporters. Keep it away from the hub.\n\n{}\n",
                  crypto::write_recovery_key(pair.secret).reveal()));
  if (!written) return complain(console, written.error());
  console.out << crypto::write_public_key(pair.open_half) << '\n';
  console.err << fmt::format(
      "The secret key is in {}. Register the line above on your own page; keep the file.\n",
      wanted.key_file);
  return ExitCode::done;
}

/// The box as the hub gives it: base64url, with or without quotation marks and line ends.
base::Result<base::Bytes> box_in(const std::string& path) {
  const auto text = read_file(path, 1U << 20);
  if (!text) return std::unexpected(text.error());
  std::string clean;
  for (const char letter : *text)
    if (letter != '"' && letter != '\n' && letter != '\r' && letter != ' ') clean += letter;
  return base::parse_base64url(clean, path);
}

ExitCode run_open(const WantedCustodian& wanted, Console& console) {
  const auto secret = secret_in(wanted.key_file);
  if (!secret) return complain(console, secret.error());
  const auto report = base::parse_id<model::Report>(wanted.report, "--report");
  if (!report) return complain(console, report.error());
  const auto box = box_in(wanted.box);
  if (!box) return complain(console, box.error());
  const auto reporter = workflow::open_sealed_reporter(*secret, *report, *box);
  if (!reporter) return complain(console, reporter.error(), wanted.box);
  console.out << fmt::format("name:    {}\ncontact: {}\n", reporter->reveal().name,
                             reporter->reveal().contact);
  return ExitCode::done;
}

Run prepare_make(Options& options) {
  auto wanted = std::make_shared<WantedCustodian>();
  options.text("key-file", wanted->key_file, "new file for the secret key", Options::Need::must);
  return [wanted](Console& console) { return run_make(*wanted, console); };
}

Run prepare_open(Options& options) {
  auto wanted = std::make_shared<WantedCustodian>();
  using Need = Options::Need;
  options.text("box", wanted->box, "the sealed box as the hub gave it; - is standard input");
  options.text("--key", wanted->key_file, "file with the secret key", Need::must);
  options.text("--report", wanted->report, "id of the report", Need::must);
  return [wanted](Console& console) { return run_open(*wanted, console); };
}

}  // namespace

Command command_custodian() {
  return make_group(
      "custodian",
      "keys to which the names of reporters are sealed; on the custodian's own machine",
      {
          make_command("make-key",
                       "make a key pair: the secret half into a file, the open half printed",
                       "  kizuki custodian make-key my-custodian.key", prepare_make),
          make_command("open", "open a sealed box that the hub handed out after consent",
                       "  kizuki custodian open box.txt --key my-custodian.key --report REPORT_ID",
                       prepare_open),
      });
}

}  // namespace cli
