#include "doors/cli/data_folder.h"

#include <fstream>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/shipped_tables.h"
#include "edges/db/dialect.h"
#include "edges/db/migrations.h"
#include "ground/base/error.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;

fs::path url_file(const fs::path& folder) {
  return folder / "database.url";
}

std::string first_line_of(const fs::path& path) {
  std::ifstream stream(path);
  std::string line;
  std::getline(stream, line);
  return line;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw base::OutsideFailure("the data folder cannot be made: " + error.message());
  fs::permissions(folder, fs::perms::owner_all, error);
  if (error) throw base::OutsideFailure("the data folder cannot be closed to others");
}

/// A server's database that no store was made in.
base::Result<void> check_free(const std::string& url) {
  auto database = db::Database::open(url);
  if (!database) return base::pass_on(database);
  const bool is_free = (*database)->read([](db::Connection& connection) {
    const auto tables = db::find_schema_version(connection.engine());
    return db::get_row(connection, tables).integer(0) == 0;
  });
  if (is_free) return {};
  return base::fail(ErrorKind::conflict, "--db", "there is a store in this database already",
                    "name an empty database");
}

std::unexpected<base::Error> no_store() {
  return base::fail(ErrorKind::invalid_input, "--data", "there is no store in this folder",
                    "make one with: kizuki init --data DIR --recovery-out FILE");
}

}  // namespace

fs::path database_file(const fs::path& folder) {
  return folder / "kizuki.db";
}

fs::path key_file(const fs::path& folder) {
  return folder / "master.key";
}

std::string database_url(const fs::path& folder) {
  const auto written = first_line_of(url_file(folder));
  return written.empty() ? "sqlite:" + database_file(folder).string() : written;
}

void set_database_url(const fs::path& folder, const std::string& url) {
  if (is_file_url(url)) {
    fs::remove(url_file(folder));
    return;
  }
  write_file(url_file(folder), url + "\n");
}

bool is_file_url(const std::string& url) {
  return url.starts_with("sqlite:");
}

bool has_store(const fs::path& folder) {
  std::error_code error;
  return fs::exists(database_file(folder), error) || fs::exists(url_file(folder), error);
}

base::Result<std::optional<db::FolderLock>> lock_store(const fs::path& folder,
                                                       const std::string& url) {
  if (!is_file_url(url)) return std::optional<db::FolderLock>{};
  auto taken = db::FolderLock::take(folder);
  if (!taken) return base::pass_on(taken);
  return std::optional<db::FolderLock>(std::move(*taken));
}

base::Result<workflow::NewHub> make_store(const fs::path& folder, const workflow::SetUp& set_up,
                                          const base::Clock& clock, const std::string& url) {
  if (has_store(folder))
    return base::fail(ErrorKind::conflict, "--data", "there is a store in this folder already",
                      "give another folder");
  make_folder(folder);
  auto lock = db::FolderLock::take(folder);
  if (!lock) return base::pass_on(lock);
  if (!url.empty())
    if (auto free = check_free(url); !free) return base::pass_on(free);
  auto vault = crypto::FileKeyVault::create(key_file(folder));
  if (!vault) return base::pass_on(vault);
  if (!url.empty()) set_database_url(folder, url);
  auto database = db::Database::open(database_url(folder), {.may_create = true});
  if (!database) return base::pass_on(database);
  auto steps = (*database)->write([&](db::Connection& connection) {
    return db::migrate(connection, db::migrations(), clock.now());
  });
  if (!steps) return base::pass_on(steps);
  base::SystemIds ids;
  return workflow::set_up_hub(**database, clock, ids, *vault, set_up);
}

OpenStore::OpenStore(std::optional<db::FolderLock> lock, std::unique_ptr<db::Database> database,
                     const store::Keys& keys, const workflow::Settings& settings)
    : lock_(std::move(lock)),
      database_(std::move(database)),
      keys_(keys),
      settings_(settings),
      knowledge_(shipped_indicators(), shipped_technologies(), shipped_weights(), shipped_cases()) {
}

base::Result<std::unique_ptr<OpenStore>> OpenStore::open(const fs::path& folder,
                                                         Ownership ownership,
                                                         const workflow::Settings& settings,
                                                         const std::string& url) {
  if (url.empty() && !has_store(folder)) return no_store();
  const auto address = url.empty() ? database_url(folder) : url;
  std::optional<db::FolderLock> lock;
  if (ownership == Ownership::alone) {
    auto taken = lock_store(folder, address);
    if (!taken) return base::pass_on(taken);
    lock = std::move(*taken);
  }
  auto vault = crypto::FileKeyVault::open(key_file(folder));
  // A store without its key is a broken folder, not the answer that nothing was found.
  if (!vault && vault.error().kind == ErrorKind::not_found)
    return std::unexpected(base::Error(ErrorKind::refused, vault.error().issues));
  if (!vault) return base::pass_on(vault);
  auto database = db::Database::open(address);
  if (!database) return base::pass_on(database);
  auto fits = (*database)->read(
      [](db::Connection& connection) { return db::check_schema(connection, db::migrations()); });
  if (!fits) return base::pass_on(fits);
  auto keys = workflow::open_keys(**database, *vault);
  if (!keys) return base::pass_on(keys);
  if (!has_store(folder)) set_database_url(folder, address);
  return std::unique_ptr<OpenStore>(
      new OpenStore(std::move(lock), std::move(*database), *keys, settings));
}

workflow::Hub OpenStore::hub(base::Clock& clock, base::IdSource& ids) {
  return {*database_, clock, ids, keys_, knowledge_, settings_};
}

std::string system_user() {
  const auto* entry = ::getpwuid(::geteuid());
  return entry != nullptr ? std::string(entry->pw_name) : fmt::format("{}", ::geteuid());
}

}  // namespace cli
