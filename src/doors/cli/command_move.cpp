#include "doors/cli/command_move.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/copied_store.h"
#include "doors/cli/data_folder.h"
#include "doors/cli/verified.h"

namespace cli {
namespace {

struct WantedMove {
  std::string data, db;
};

void tell(const WantedMove& wanted, bool was_file, Console& console) {
  console.out << (was_file
                      ? fmt::format("The old file is kept as {}: remove it when all is well.\n",
                                    kept_file(wanted.data).string())
                      : "The old database is left as it was: drop it when all is well.\n");
}

ExitCode run_move(const WantedMove& wanted, Console& console) {
  if (!has_store(wanted.data))
    return complain(console, {base::ErrorKind::invalid_input, "--data",
                              "there is no store in this folder", "see: kizuki init --help"});
  const bool was_file = is_file_url(database_url(wanted.data));
  show_progress(console, "copying and comparing every table");
  const auto moved = move_store(wanted.data, wanted.db);
  end_progress(console);
  if (!moved) return complain(console, moved.error());
  console.out << text_of(*moved);
  auto store = OpenStore::open(wanted.data, OpenStore::Ownership::shared);
  if (!store) return complain(console, store.error());
  const auto found = verify(**store);
  console.out << text_of(found, console.locale);
  tell(wanted, was_file, console);
  return found.holds ? ExitCode::done : ExitCode::no;
}

Run prepare_move(Options& options) {
  auto wanted = std::make_shared<WantedMove>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  options.text("--db", wanted->db,
               "where to: an empty database as postgresql://USER@HOST/NAME (its password in"
               " ~/.pgpass), or sqlite: for a file in the folder",
               Options::Need::must);
  return [wanted](Console& console) { return run_move(*wanted, console); };
}

}  // namespace

Command command_move() {
  return make_command(
      "move", "move a store from its file to PostgreSQL, or back",
      "  kizuki move --data /var/lib/kizuki --db postgresql://kizuki@db.example/kizuki\n"
      "  kizuki move --data /var/lib/kizuki --db sqlite:",
      prepare_move,
      "Stop its servers first. Every table is compared before the new place is used.");
}

}  // namespace cli
