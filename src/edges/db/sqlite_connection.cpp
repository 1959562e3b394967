#include "edges/db/sqlite_connection.h"

#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <string_view>
#include <unistd.h>
#include <unordered_map>
#include <utility>

#include <sqlite3.h>

#include "edges/db/sqlite_statement.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

constexpr int lock_wait_ms = 5000;
constexpr std::size_t statements_cached_max = 256;

// The cache is in KiB (negative), the checkpoint in pages of 4 KiB, the limit in bytes.
constexpr const char* pragmas =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA case_sensitive_like = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA secure_delete = FAST;"
    "PRAGMA cache_size = -4096;"
    "PRAGMA wal_autocheckpoint = 2000;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA trusted_schema = OFF;";

struct CloseSqlite {
  void operator()(sqlite3* session) const { sqlite3_close_v2(session); }
};
using SqliteSession = std::unique_ptr<sqlite3, CloseSqlite>;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using Statements =
    std::unordered_map<std::string, std::unique_ptr<SqliteStatement>, TextHash, std::equal_to<>>;

/// A statement in use. It is taken out of the store, so that a callback which runs the same
/// statement again gets another one, and is put back at the end, also after an exception.
class Lease {
 public:
  Lease(Statements& store, sqlite3* session, std::string_view sql) : store_(store) {
    auto kept = store_.find(sql);
    if (kept == store_.end())
      kept = store_.emplace(sql, std::make_unique<SqliteStatement>(session, sql)).first;
    node_ = store_.extract(kept);
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() {
    node_.mapped()->reset();
    if (store_.size() >= statements_cached_max) store_.clear();
    store_.insert(std::move(node_));
  }
  SqliteStatement* operator->() { return node_.mapped().get(); }

 private:
  Statements& store_;
  Statements::node_type node_;
};

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(SqliteSession session) : session_(std::move(session)) {}

  Engine engine() const override { return Engine::sqlite; }

  Rows query(std::string_view sql, const Parameters& parameters) override {
    Rows rows;
    Lease statement(statements_, session_.get(), sql);
    statement->bind(parameters);
    while (statement->step())
      rows.push_back(statement->row());
    return rows;
  }

  void for_each(std::string_view sql, const Parameters& parameters,
                const std::function<void(const Row&)>& take) override {
    Lease statement(statements_, session_.get(), sql);
    statement->bind(parameters);
    while (statement->step())
      take(statement->row());
  }

  std::int64_t execute(std::string_view sql, const Parameters& parameters) override {
    Lease statement(statements_, session_.get(), sql);
    statement->bind(parameters);
    const auto before = sqlite3_total_changes64(session_.get());
    while (statement->step()) {
    }
    // The count of the last change stays when a statement changes nothing.
    const bool changed = sqlite3_total_changes64(session_.get()) != before;
    return changed ? sqlite3_changes64(session_.get()) : 0;
  }

  void query_each(std::string_view sql, std::span<const Parameters> bindings,
                  const std::function<void(std::size_t, const Row&)>& take) override {
    for (std::size_t number = 0; number < bindings.size(); ++number)
      for_each(sql, bindings[number], [&](const Row& row) { take(number, row); });
  }

  void execute_each(std::string_view sql, std::span<const Parameters> bindings) override {
    for (const auto& parameters : bindings)
      execute(sql, parameters);
  }

  void run_script(const std::string& sql) override {
    const int code = sqlite3_exec(session_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_ERROR) {
      throw base::OutsideFailure(std::string("the database refused a script: ") +
                                 sqlite3_errmsg(session_.get()));
    }
    if (code != SQLITE_OK) throw_sqlite(session_.get(), code);
  }

  void begin(Access access) override {
    base::ensure(!in_transaction(), "a connection has one transaction at a time");
    execute(access == Access::write ? begin_write(engine()) : begin_read(engine()), {});
  }

  void commit() override { execute("COMMIT", {}); }

  void roll_back() noexcept override {
    if (in_transaction()) sqlite3_exec(session_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  bool in_transaction() const override { return sqlite3_get_autocommit(session_.get()) == 0; }

  bool is_lost() const override { return false; }

 private:
  SqliteSession session_;
  Statements statements_;  // after the session, so that they go first
};

/// SQLite would make the file with the umask's permissions; its -wal and -shm copy the file's.
void create_private_file(const std::string& path, int extra_flags) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | extra_flags, 0600);
  if (file < 0) {
    throw base::OutsideFailure(errno == EEXIST ? "the file exists already; name another one"
                                               : "the database file cannot be created");
  }
  ::close(file);
}

SqliteSession open_session(const std::string& path, int flags) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  SqliteSession session(opened);
  if (code != SQLITE_OK) throw_sqlite(opened, code);
  sqlite3_busy_timeout(opened, lock_wait_ms);
  return session;
}

void copy_pages(sqlite3* from, sqlite3* to) {
  auto* copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy == nullptr) throw_sqlite(to, sqlite3_extended_errcode(to));
  // All pages in one step are one read transaction: in WAL mode writers go on beside it, and
  // nothing they do starts the copy again.
  const int code = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  if (code != SQLITE_DONE) throw_sqlite(to, code);
  if (finished != SQLITE_OK) throw_sqlite(to, finished);
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteAccess access) {
  // A file is looked for where a name like ":memory:" or "file:..." would mean something else.
  base::ensure(!path.empty() && path.front() != ':', "a database has a path");
  if (access == SqliteAccess::create) create_private_file(path, 0);
  const int flags = access == SqliteAccess::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  auto session = open_session(path, flags);
  sqlite3_db_config(session.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  const int code = sqlite3_exec(session.get(), pragmas, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_sqlite(session.get(), code);
  return std::make_unique<SqliteConnection>(std::move(session));
}

void back_up_sqlite(const std::string& from, const std::string& to) {
  create_private_file(to, O_EXCL);
  try {
    const auto source = open_session(from, SQLITE_OPEN_READONLY);
    const auto target = open_session(to, SQLITE_OPEN_READWRITE);
    copy_pages(source.get(), target.get());
  } catch (...) {
    ::unlink(to.c_str());
    throw;
  }
}

}  // namespace db
