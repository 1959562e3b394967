#include "doors/cli/command_bundle.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/operator_desk.h"
#include "edges/codec/bundle_json.h"
#include "work/jobs/sealer.h"
#include "work/workflow/make_bundle.h"

namespace cli {
namespace {

struct WantedBundle {
  std::string data, partner, out;
  bool is_preview = false, is_open = false;
};

/// Whoever is named and is no partner is a wrong word, not an answer.
ExitCode complain_of_partner(Console& console, base::Error error) {
  if (error.kind == base::ErrorKind::not_found) error.kind = base::ErrorKind::invalid_input;
  return complain(console, error, "--for");
}

/// The very lines that would leave.
ExitCode preview(OperatorDesk& desk, const model::Organisation& partner, Console& console) {
  auto hub = desk.hub();
  const auto bundle = workflow::preview_bundle(hub, desk.who, partner.id);
  if (!bundle) return complain_of_partner(console, bundle.error());
  console.out << codec::write_bundle(*bundle);
  return bundle->items.empty() ? ExitCode::no : ExitCode::done;
}

ExitCode make(OperatorDesk& desk, const model::Organisation& partner, const WantedBundle& wanted,
              Console& console) {
  if (wanted.out.empty())
    return complain(console, {base::ErrorKind::invalid_input, "--out", "is missing",
                              "give the name of a new file, or --preview"});
  auto hub = desk.hub();
  const auto file =
      workflow::make_bundle(hub, desk.who, partner.id, {.is_sealed = !wanted.is_open});
  if (!file) return complain_of_partner(console, file.error());
  // What could not be written is handed over again: nothing counts before it was confirmed.
  if (auto written = write_secret_file(wanted.out, file->bytes); !written)
    return complain(console, written.error(), wanted.out);
  jobs::seal_waiting(hub);
  console.out << fmt::format("{}: {} thing(s) for {}{}\n", wanted.out, file->bundle.items.size(),
                             partner.key,
                             wanted.is_open ? ", readable by everybody who holds the file" : "");
  return ExitCode::done;
}

ExitCode run_bundle(const WantedBundle& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  const auto partner = find_organisation(**desk, wanted.partner, "--for");
  if (!partner) return complain(console, partner.error());
  if (wanted.is_preview) return preview(**desk, *partner, console);
  return make(**desk, *partner, wanted, console);
}

Run prepare_bundle(Options& options) {
  auto wanted = std::make_shared<WantedBundle>();
  using Need = Options::Need;
  options.text("--data", wanted->data, "folder of the store", Need::must);
  options.text("--for", wanted->partner, "key of the organisation that runs the other hub",
               Need::must);
  options.text("--out", wanted->out, "new file to hand over");
  options.flag("--preview", wanted->is_preview, "print what would leave; hands nothing over");
  options.flag("--open", wanted->is_open, "signed but not sealed: anybody can read the file");
  return [wanted](Console& console) { return run_bundle(*wanted, console); };
}

}  // namespace

Command command_bundle() {
  return make_command("bundle", "hand over what waits for another hub",
                      "  kizuki bundle --data store --for bureau --preview\n"
                      "  kizuki bundle --data store --for bureau --out for-bureau.bundle",
                      prepare_bundle,
                      "There: kizuki import --data store for-bureau.bundle   (docs/BUNDLES.md)");
}

}  // namespace cli
