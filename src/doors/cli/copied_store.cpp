#include "doors/cli/copied_store.h"

#include <utility>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "ground/base/error.h"
#include "ground/base/time.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;

void remove_file(const std::string& path) {
  for (const auto* end : {"", "-wal", "-shm"})
    fs::remove(path + end);
}

/// A new database at `url`, opened.
base::Result<std::unique_ptr<db::Database>> open_new(const std::string& url,
                                                     const fs::path& folder) {
  std::error_code error;
  if (is_file_url(url) && fs::exists(database_file(folder), error))
    return base::fail(ErrorKind::conflict, "--db", "the store is a file in this folder already",
                      "nothing is left to do");
  const auto address = is_file_url(url) ? "sqlite:" + database_file(folder).string() : url;
  return db::Database::open(address, {.may_create = true});
}

base::Result<void> check_unused(db::Database& database) {
  if (database.read(db::is_alone)) return {};
  return base::fail(ErrorKind::unavailable, "--data", "is in use by another process",
                    "stop the servers of this store first");
}

/// What was begun in a file is not left for somebody to serve.
void take_back(const std::string& url, const fs::path& folder) {
  if (is_file_url(url)) remove_file(database_file(folder).string());
}

base::Result<CopiedTables> copy(db::Database& from, const std::string& url,
                                const fs::path& folder) {
  auto to = open_new(url, folder);
  if (!to) return base::pass_on(to);
  try {
    auto copied = workflow::copy_store(from, **to, base::SystemClock().now());
    if (!copied) take_back(url, folder);
    return copied;
  } catch (const base::OutsideFailure&) {
    take_back(url, folder);
    throw;
  }
}

}  // namespace

fs::path kept_file(const fs::path& folder) {
  return folder / "kizuki.db.moved";
}

base::Result<CopiedTables> copy_into_file(db::Database& from, const std::string& path) {
  const auto abandon = [&path] { remove_file(path); };
  try {
    auto to = db::Database::open("sqlite:" + path, {.may_create = true});
    if (!to) return base::pass_on(to);
    auto copied = workflow::copy_store(from, **to, base::SystemClock().now());
    if (!copied) abandon();
    return copied;
  } catch (const base::OutsideFailure&) {
    abandon();
    throw;
  }
}

base::Result<CopiedTables> move_store(const fs::path& folder, const std::string& url) {
  const auto from_url = database_url(folder);
  auto lock = lock_store(folder, from_url);
  if (!lock) return base::pass_on(lock);
  base::Result<CopiedTables> copied{CopiedTables{}};
  {
    auto from = db::Database::open(from_url);
    if (!from) return base::pass_on(from);
    if (auto unused = check_unused(**from); !unused) return base::pass_on(unused);
    copied = copy(**from, url, folder);
  }
  if (!copied) return copied;
  set_database_url(folder, url);
  if (is_file_url(from_url)) fs::rename(database_file(folder), kept_file(folder));
  return copied;
}

std::string text_of(const CopiedTables& tables) {
  std::string text = "The same on both sides:\n";
  for (const auto& table : tables)
    text += fmt::format("  {:24} {:>9} rows  {}\n", table.table, table.rows,
                        std::string_view(table.digest).substr(0, 16));
  return text;
}

}  // namespace cli
