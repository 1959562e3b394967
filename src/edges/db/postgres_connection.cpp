#include "edges/db/postgres_connection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <deque>
#include <functional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "edges/db/postgres_parameters.h"
#include "edges/db/postgres_pipeline.h"
#include "edges/db/postgres_result.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

constexpr std::size_t statements_kept_max = 512;
constexpr int fetched_rows_max = 500;
constexpr std::size_t pipelined_max = 256;  // bounds the answers that are held at once
constexpr int oldest_version = 150000;

// A server may be set to confirm commits before they are on its disk. Ours are always there. A
// process that was stopped, or whose question never left, holds nobody's rows for ever.
constexpr const char* session_settings =
    "SET lock_timeout = '5s';"
    "SET idle_in_transaction_session_timeout = '5min';"
    "SET client_min_messages = error;"
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') = 'off';";

// Another schema of the same database is another store.
constexpr std::string_view name_session =
    "SELECT set_config('application_name',"
    " 'kizuki ' || hashtext(current_schema()) || ' ' || $1, false)";

struct ClosePg {
  void operator()(PGconn* session) const { PQfinish(session); }
};
using PgSession = std::unique_ptr<PGconn, ClosePg>;

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// Statements that the server keeps, by their text and the types of their parameters.
class KeptStatements {
 public:
  explicit KeptStatements(PGconn* session) : session_(session) {}

  /// The name under which the server has it.
  const std::string& prepare(const std::string& sql, const PostgresParameters& parameters) {
    auto key = fmt::format("{}\n{}", parameters.signature(), sql);
    if (const auto kept = names_.find(key); kept != names_.end()) return kept->second;
    if (names_.size() >= statements_kept_max) forget();
    auto name = fmt::format("s{}", ++made_);
    static_cast<void>(succeeded(session_, PQprepare(session_, name.c_str(), sql.c_str(),
                                                    parameters.count(), parameters.types())));
    return names_.emplace(std::move(key), std::move(name)).first->second;
  }

 private:
  void forget() {
    static_cast<void>(succeeded(session_, PQexec(session_, "DEALLOCATE ALL")));
    names_.clear();
  }

  PGconn* session_;
  std::unordered_map<std::string, std::string> names_;
  std::int64_t made_ = 0;
};

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(PgSession session)
      : session_(std::move(session)), statements_(session_.get()) {}

  Engine engine() const override { return Engine::postgres; }

  Rows query(std::string_view sql, const Parameters& parameters) override {
    const auto result = run(sql, parameters);
    Rows rows;
    const int count = PQntuples(result.get());
    rows.reserve(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row)
      rows.push_back(row_of(*result, row));
    return rows;
  }

  void for_each(std::string_view sql, const Parameters& parameters,
                const std::function<void(const Row&)>& take) override {
    if (!in_transaction()) {  // a cursor lives in a transaction
      for (const auto& row : query(sql, parameters))
        take(row);
      return;
    }
    const auto name = fmt::format("c{}", ++cursors_made_);
    declare(name, sql, parameters);
    take_all(fmt::format("FETCH {} FROM {}", fetched_rows_max, name), take);
    run_plain(fmt::format("CLOSE {}", name));
  }

  std::int64_t execute(std::string_view sql, const Parameters& parameters) override {
    const auto result = run(sql, parameters);
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK &&
        std::string_view(PQcmdStatus(result.get())).starts_with("SELECT"))
      return 0;
    const std::string_view count = PQcmdTuples(result.get());
    std::int64_t changed = 0;
    std::from_chars(count.data(), count.data() + count.size(), changed);
    return changed;
  }

  void query_each(std::string_view sql, std::span<const Parameters> bindings,
                  const std::function<void(std::size_t, const Row&)>& take) override {
    for (std::size_t done = 0; done < bindings.size();) {
      for (const auto& result : run_alike(sql, bindings.subspan(done))) {
        const int count = PQntuples(result.get());
        for (int row = 0; row < count; ++row)
          take(done, row_of(*result, row));
        ++done;
      }
    }
  }

  void execute_each(std::string_view sql, std::span<const Parameters> bindings) override {
    while (!bindings.empty())
      bindings = bindings.subspan(run_alike(sql, bindings).size());
  }

  void run_script(const std::string& sql) override {
    watched([&] { check_script(session_.get(), PQexec(session_.get(), sql.c_str())); });
  }

  void begin(Access access) override {
    base::ensure(!in_transaction(), "a connection has one transaction at a time");
    run_plain(std::string(access == Access::write ? begin_write(engine()) : begin_read(engine())));
  }

  void commit() override {
    try {
      const auto result =
          watched([&] { return succeeded(session_.get(), PQexec(session_.get(), "COMMIT")); });
      // A transaction in which a statement failed is undone by COMMIT, without an error.
      if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw base::OutsideFailure("the database gave a transaction up; nothing was stored");
    } catch (const ConnectionLost&) {
      throw UnknownOutcome(
          "the connection to the database was lost while it stored a change: look whether it is "
          "there before repeating it");
    }
  }

  void roll_back() noexcept override {
    if (!in_transaction()) return;
    const PostgresResult result(PQexec(session_.get(), "ROLLBACK"));
    is_lost_ = PQresultStatus(result.get()) != PGRES_COMMAND_OK;
  }

  bool in_transaction() const override {
    if (is_lost_) return false;
    switch (PQtransactionStatus(session_.get())) {
      case PQTRANS_ACTIVE:
      case PQTRANS_INTRANS:
      case PQTRANS_INERROR:
        return true;
      case PQTRANS_IDLE:
      case PQTRANS_UNKNOWN:
        return false;
    }
    return false;
  }

  bool is_lost() const override { return is_lost_ || is_gone(session_.get()); }

 private:
  template <class Work>
  auto watched(const Work& work) -> decltype(work()) {
    if (is_lost_) throw ConnectionLost("the connection to the database is gone");
    try {
      return work();
    } catch (const ConnectionLost&) {
      is_lost_ = true;
      throw;
    }
  }

  PostgresResult run(std::string_view sql, const Parameters& parameters) {
    return watched([&] {
      const PostgresParameters bound(parameters);
      const auto& name = statements_.prepare(std::string(sql), bound);
      return succeeded(session_.get(),
                       PQexecPrepared(session_.get(), name.c_str(), bound.count(), bound.values(),
                                      bound.lengths(), bound.formats(), binary_results));
    });
  }

  /// Runs the statement for the first of `bindings`: as many as have values of the same types, so
  /// that one prepared statement serves them, and at least one.
  std::vector<PostgresResult> run_alike(std::string_view sql,
                                        std::span<const Parameters> bindings) {
    std::deque<PostgresParameters> bound;  // none of them can move
    for (const auto& parameters : bindings.first(std::min(bindings.size(), pipelined_max))) {
      bound.emplace_back(parameters);
      if (bound.back().signature() == bound.front().signature()) continue;
      bound.pop_back();
      break;
    }
    return watched([&] {
      return run_pipelined(session_.get(), statements_.prepare(std::string(sql), bound.front()),
                           bound);
    });
  }

  void run_plain(const std::string& sql) {
    watched(
        [&] { static_cast<void>(succeeded(session_.get(), PQexec(session_.get(), sql.c_str()))); });
  }

  /// A statement that is not kept.
  PostgresResult run_once(const std::string& sql, const PostgresParameters& bound) {
    return watched([&] {
      return succeeded(session_.get(), PQexecParams(session_.get(), sql.c_str(), bound.count(),
                                                    bound.types(), bound.values(), bound.lengths(),
                                                    bound.formats(), binary_results));
    });
  }

  void declare(const std::string& name, std::string_view sql, const Parameters& parameters) {
    const PostgresParameters bound(parameters);
    const auto statement = fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", name, sql);
    static_cast<void>(run_once(statement, bound));
  }

  void take_all(const std::string& fetch, const std::function<void(const Row&)>& take) {
    for (int count = fetched_rows_max; count == fetched_rows_max;) {
      const auto result = run_once(fetch, PostgresParameters(Parameters{}));
      count = PQntuples(result.get());
      for (int row = 0; row < count; ++row)
        take(row_of(*result, row));
    }
  }

  PgSession session_;
  KeptStatements statements_;
  std::int64_t cursors_made_ = 0;
  /// A session that failed without a word of the server may still get the answer to what it asked
  /// then, and would take it for the answer to what it asks next.
  bool is_lost_ = false;
};

[[noreturn]] void throw_unusable(PGconn* session) {
  // libpq names the host, the user and the reason, never a password.
  std::string reason = PQerrorMessage(session);
  while (!reason.empty() && reason.back() == '\n')
    reason.pop_back();
  throw ConnectionLost("the database cannot be reached: " + reason);
}

void check_usable(PGconn* session) {
  if (PQserverVersion(session) < oldest_version)
    throw base::OutsideFailure("the database is older than PostgreSQL 15: upgrade it");
  const char* encoding = PQparameterStatus(session, "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8")
    throw base::OutsideFailure("the database is not in UTF-8: make one with ENCODING 'UTF8'");
}

}  // namespace

bool is_postgres_url(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

base::Result<void> check_postgres_url(const std::string& url) {
  using base::ErrorKind;
  char* words = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      PQconninfoParse(url.c_str(), &words));
  PQfreemem(words);  // they may show a password, so they are not passed on
  if (!is_postgres_url(url) || options == nullptr) {
    return base::fail(ErrorKind::invalid_input, "database", "is not the address of a database",
                      "write it as postgresql://USER@HOST/NAME");
  }
  for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
    const bool is_secret = std::string_view(option->keyword) == "password" ||
                           std::string_view(option->keyword) == "sslpassword";
    if (is_secret && option->val != nullptr) {
      return base::fail(ErrorKind::invalid_input, "database",
                        "has a password in its address, where others see it",
                        "put the password into ~/.pgpass, or name a service file");
    }
  }
  return {};
}

std::unique_ptr<Connection> open_postgres(const std::string& url, std::string_view instance) {
  // The URL is read after these, so that what it says holds instead.
  constexpr const char* end = nullptr;
  const std::array keywords{"application_name",
                            "client_encoding",
                            "connect_timeout",
                            "tcp_user_timeout",
                            "keepalives_idle",
                            "dbname",
                            end};
  const std::array values{"kizuki", "UTF8", "5", "15000", "10", url.c_str(), end};
  PgSession session(PQconnectdbParams(keywords.data(), values.data(), 1));
  if (session == nullptr) throw base::OutsideFailure("there is no memory for a connection");
  if (is_gone(session.get())) throw_unusable(session.get());
  check_usable(session.get());
  PQsetNoticeProcessor(
      session.get(), [](void*, const char*) {}, nullptr);
  check_script(session.get(), PQexec(session.get(), session_settings));
  auto connection = std::make_unique<PostgresConnection>(std::move(session));
  static_cast<void>(connection->query(name_session, {instance}));
  return connection;
}

}  // namespace db
