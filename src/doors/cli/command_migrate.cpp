#include "doors/cli/command_migrate.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/files.h"
#include "edges/db/migrations.h"

namespace cli {
namespace {

struct WantedMigrate {
  std::string data;
  bool is_dry = false;
};

base::Result<int> try_migration(db::Database& database, base::UtcTime now) {
  base::Result<int> steps{0};
  const auto undone = database.write([&](db::Connection& connection) -> base::Result<void> {
    steps = db::migrate(connection, db::migrations(), now);
    return base::fail(base::ErrorKind::refused, "", "a dry run keeps nothing");
  });
  static_cast<void>(undone);
  return steps;
}

base::Result<int> migrate(db::Database& database, base::UtcTime now) {
  return database.write(
      [&](db::Connection& connection) { return db::migrate(connection, db::migrations(), now); });
}

/// What a file was before its schema changed. A server's operator makes copies by other means, and
/// one transaction holds all steps there as well.
void keep_copy(const db::Database& database, const std::string& folder, base::UtcTime now,
               Console& console) {
  const auto path = fmt::format("{}/before-migration-{}.db", folder, now.microseconds / 1'000'000);
  UnfinishedFile copy(path);
  database.back_up_to(copy.part());
  copy.put_in_place();
  console.out << fmt::format("Copied to {} first.\n", path);
}

ExitCode run_migrate(const WantedMigrate& wanted, Console& console) {
  if (!has_store(wanted.data))
    return complain(console, {base::ErrorKind::invalid_input, "--data",
                              "there is no store in this folder", "see: kizuki init --help"});
  const auto url = database_url(wanted.data);
  auto lock = lock_store(wanted.data, url);
  if (!lock) return complain(console, lock.error());
  auto database = db::Database::open(url);
  if (!database) return complain(console, database.error());
  const auto now = base::SystemClock().now();
  auto steps = try_migration(**database, now);
  if (!wanted.is_dry && steps && *steps > 0) {
    if (is_file_url(url)) keep_copy(**database, wanted.data, now, console);
    steps = migrate(**database, now);
  }
  if (!steps) return complain(console, steps.error());
  console.out << (*steps == 0 ? std::string("The schema is up to date; nothing was to do.\n")
                              : fmt::format("{} step(s) {}.\n", *steps,
                                            wanted.is_dry ? "would be taken; nothing was changed"
                                                          : "taken"));
  return ExitCode::done;
}

Run prepare_migrate(Options& options) {
  auto wanted = std::make_shared<WantedMigrate>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  options.flag("--dry-run", wanted->is_dry, "try every step and keep nothing");
  return [wanted](Console& console) { return run_migrate(*wanted, console); };
}

}  // namespace

Command command_migrate() {
  return make_command("migrate", "bring a store's schema up to this program",
                      "  kizuki migrate --data /var/lib/kizuki --dry-run\n"
                      "  kizuki migrate --data /var/lib/kizuki",
                      prepare_migrate, "A store that is a file is copied first, beside it.");
}

}  // namespace cli
