#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "edges/db/database.h"
#include "edges/db/folder_lock.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/crypto/sealed.h"
#include "ground/model/organisation.h"
#include "work/engine/knowledge.h"
#include "work/workflow/hub.h"
#include "work/workflow/set_up_hub.h"

/// A data folder: the master key `master.key` that only its owner may read, and either the database
/// `kizuki.db` with the lock that says which process owns it, or `database.url` with the address of
/// a PostgreSQL, which several servers may use at once.
namespace cli {

[[nodiscard]] std::filesystem::path database_file(const std::filesystem::path& folder);
[[nodiscard]] std::filesystem::path key_file(const std::filesystem::path& folder);

/// Where the store of a folder lies: "sqlite:<folder>/kizuki.db", or what `database.url` says.
[[nodiscard]] std::string database_url(const std::filesystem::path& folder);

/// From now on the store of the folder is the one at `url`.
void set_database_url(const std::filesystem::path& folder, const std::string& url);

[[nodiscard]] bool is_file_url(const std::string& url);

/// Whether a store was set up there.
[[nodiscard]] bool has_store(const std::filesystem::path& folder);

/// Makes the folder (mode 0700), the master key and the database, and sets the hub up. `url` is
/// an empty PostgreSQL database; "": a file in the folder. Fails with `conflict` where there is a
/// store already.
[[nodiscard]] base::Result<workflow::NewHub> make_store(const std::filesystem::path& folder,
                                                        const workflow::SetUp& set_up,
                                                        const base::Clock& clock,
                                                        const std::string& url = "");

/// The lock of a folder whose store is a file; nothing where it is a server's, which keeps those
/// who use it apart by itself.
[[nodiscard]] base::Result<std::optional<db::FolderLock>> lock_store(
    const std::filesystem::path& folder, const std::string& url);

/// An open store with everything a use case needs. Errors say what to do: there is none, another
/// process owns it (unavailable), its schema is older (refused), its key does not fit.
class OpenStore {
 public:
  enum class Ownership {
    alone,  ///< takes the lock of a store that is a file; for everything that writes
    shared  ///< beside a running server, for reading
  };
  /// `url`: "" = what the folder says. A folder that says nothing yet remembers it.
  [[nodiscard]] static base::Result<std::unique_ptr<OpenStore>> open(
      const std::filesystem::path& folder, Ownership ownership,
      const workflow::Settings& settings = {}, const std::string& url = "");

  [[nodiscard]] db::Database& database() { return *database_; }
  [[nodiscard]] const store::Keys& keys() const { return keys_; }

  /// A hub over this store by some clock and source of ids; all three must outlive it.
  [[nodiscard]] workflow::Hub hub(base::Clock& clock, base::IdSource& ids);

 private:
  OpenStore(std::optional<db::FolderLock> lock, std::unique_ptr<db::Database> database,
            const store::Keys& keys, const workflow::Settings& settings);

  std::optional<db::FolderLock> lock_;
  std::unique_ptr<db::Database> database_;
  store::Keys keys_;
  workflow::Settings settings_;
  engine::Knowledge knowledge_;
};

/// The name of the system's user who runs this program: "operator:<name>" in the record.
[[nodiscard]] std::string system_user();

}  // namespace cli
