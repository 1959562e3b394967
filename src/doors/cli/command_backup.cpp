#include "doors/cli/command_backup.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/copied_store.h"
#include "doors/cli/data_folder.h"
#include "doors/cli/files.h"

namespace cli {
namespace {

struct WantedBackup {
  std::string data, out;
};

/// The copy is a file that serves as a store of its own, whatever the store is.
base::Result<void> copy_to(const std::string& path, db::Database& database) {
  if (database.engine() == db::Engine::sqlite) {
    database.back_up_to(path);
    return {};
  }
  const auto copied = copy_into_file(database, path);
  if (!copied) return std::unexpected(copied.error());
  return {};
}

ExitCode run_backup(const WantedBackup& wanted, Console& console) {
  std::error_code error;
  if (std::filesystem::exists(wanted.out, error))
    return complain(console, {base::ErrorKind::conflict, "--out", "is there already",
                              "give the name of a new file"});
  auto store = OpenStore::open(wanted.data, OpenStore::Ownership::shared);
  if (!store) return complain(console, store.error());
  UnfinishedFile copy(wanted.out);
  if (const auto copied = copy_to(copy.part(), (*store)->database()); !copied)
    return complain(console, copied.error());
  copy.put_in_place();
  console.out << fmt::format(
      "Copied to {0}.\n"
      "The copy can be read only with the master key {1}: copy that file too, once, and keep it\n"
      "apart from the copies. Whoever has both can read everything.\n"
      "Try it: kizuki restore --from {0} --key {1} --data NEW_FOLDER\n",
      wanted.out, key_file(wanted.data).string());
  return ExitCode::done;
}

Run prepare_backup(Options& options) {
  auto wanted = std::make_shared<WantedBackup>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  options.text("--out", wanted->out, "new file for the copy", Options::Need::must);
  return [wanted](Console& console) { return run_backup(*wanted, console); };
}

}  // namespace

Command command_backup() {
  return make_command("backup", "copy a store while it serves",
                      "  kizuki backup --data /var/lib/kizuki --out /backup/kizuki-2026-11-21.db",
                      prepare_backup);
}

}  // namespace cli
