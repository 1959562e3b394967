#include "doors/cli/command_verify.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/verified.h"

namespace cli {
namespace {

struct WantedVerify {
  std::string data;
  bool in_json = false;
};

ExitCode run_verify(const WantedVerify& wanted, Console& console) {
  auto store = OpenStore::open(wanted.data, OpenStore::Ownership::shared);
  if (!store) return complain(console, store.error());
  show_progress(console, "checking every entry and all content");
  const auto found = verify(**store);
  end_progress(console);
  console.out << (wanted.in_json ? json_of(found) : text_of(found, console.locale));
  return found.holds ? ExitCode::done : ExitCode::no;
}

Run prepare_verify(Options& options) {
  auto wanted = std::make_shared<WantedVerify>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  options.flag("--json", wanted->in_json, "print JSON");
  return [wanted](Console& console) { return run_verify(*wanted, console); };
}

}  // namespace

Command command_verify() {
  return make_command(
      "verify", "prove that the record and the content were not altered",
      "  kizuki verify --data /var/lib/kizuki", prepare_verify,
      "Also while it serves. Exit code 1 names the first broken entry. Keep what it prints on\n"
      "another machine: an older checkpoint proves that nothing was cut off at the end.");
}

}  // namespace cli
