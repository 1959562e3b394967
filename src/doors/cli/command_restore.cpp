#include "doors/cli/command_restore.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/copied_store.h"
#include "doors/cli/data_folder.h"
#include "doors/cli/verified.h"
#include "edges/render/problems.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct WantedRestore {
  std::string data, from, key, db;
};

base::Result<void> check_restore(const WantedRestore& wanted) {
  const auto missing = [](std::string option) {
    return base::fail(base::ErrorKind::invalid_input, std::move(option), "there is no such file",
                      "check the name of the file");
  };
  if (has_store(wanted.data))
    return base::fail(base::ErrorKind::conflict, "--data", "there is a store in this folder",
                      "restore into a new folder, then put it in place");
  if (!fs::is_regular_file(wanted.from)) return missing("--from");
  if (!fs::is_regular_file(wanted.key)) return missing("--key");
  return {};
}

void copy_in(const WantedRestore& wanted) {
  fs::create_directories(wanted.data);
  fs::permissions(wanted.data, fs::perms::owner_all);
  fs::copy_file(wanted.from, database_file(wanted.data));
  fs::copy_file(wanted.key, key_file(wanted.data), fs::copy_options::overwrite_existing);
  for (const auto& file : {database_file(wanted.data), key_file(wanted.data)})
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

/// What is not whole is not left where somebody might serve it.
void take_away(const std::string& folder) {
  for (const auto* name : {"kizuki.db", "kizuki.db-wal", "kizuki.db-shm", "master.key"})
    fs::remove(fs::path(folder) / name);
}

/// Takes the copy away again, also when the database cannot even be opened, unless it was kept.
class Copy {
 public:
  explicit Copy(const WantedRestore& wanted) : folder_(wanted.data) { copy_in(wanted); }
  ~Copy() {
    if (!is_kept_) take_away(folder_);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  void keep() { is_kept_ = true; }

 private:
  std::string folder_;
  bool is_kept_ = false;
};

ExitCode run_restore(const WantedRestore& wanted, Console& console) {
  if (const auto fits = check_restore(wanted); !fits) return complain(console, fits.error());
  Copy copy(wanted);
  auto code = ExitCode::done;
  {
    auto store = OpenStore::open(wanted.data, OpenStore::Ownership::alone);
    if (store) {
      const auto found = verify(**store);
      console.out << text_of(found, console.locale);
      if (!found.holds) code = ExitCode::no;
    } else {
      code = complain(console, store.error(), wanted.from);
    }
  }
  if (code != ExitCode::done) {
    console.err << "kizuki: " << render::translate("nothing was restored", console.locale) << '\n';
    return code;
  }
  if (!wanted.db.empty()) {
    const auto moved = move_store(wanted.data, wanted.db);
    if (!moved) return complain(console, moved.error());
    console.out << text_of(*moved);
    fs::remove(kept_file(wanted.data));
  }
  copy.keep();
  console.out << fmt::format("Restored into {0}. Serve it: kizuki serve --data {0}\n", wanted.data);
  return code;
}

Run prepare_restore(Options& options) {
  auto wanted = std::make_shared<WantedRestore>();
  using Need = Options::Need;
  options.text("--data", wanted->data, "new folder for the store", Need::must);
  options.text("--from", wanted->from, "a copy made by kizuki backup", Need::must);
  options.text("--key", wanted->key, "the master key of that store", Need::must);
  options.text("--db", wanted->db, "an empty PostgreSQL database instead of a file in the folder");
  return [wanted](Console& console) { return run_restore(*wanted, console); };
}

}  // namespace

Command command_restore() {
  return make_command(
      "restore", "bring a store back from a copy, and verify it",
      "  kizuki restore --from kizuki-2026-11-21.db --key master.key --data restored",
      prepare_restore);
}

}  // namespace cli
