#include "edges/db/sqlite_statement.h"

#include <string>
#include <utility>

#include <fmt/core.h>

#include "edges/db/connection.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

constexpr int primary_code_mask = 0xff;

Constraint constraint_of(int extended_code) {
  switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Constraint::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Constraint::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Constraint::not_null;
    default:  // CHECK, STRICT types and triggers: the row itself is wrong
      return Constraint::check;
  }
}

}  // namespace

void throw_sqlite(sqlite3* session, int code) {
  switch (code & primary_code_mask) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Contention("the database is locked by another process; try again");
    case SQLITE_CONSTRAINT:
      // What SQLite says of a broken constraint names tables and columns, never values.
      throw ConstraintViolation(constraint_of(code), fmt::format("the database refused a row: {}",
                                                                 sqlite3_errmsg(session)));
    default:
      throw base::OutsideFailure(fmt::format("the database failed: {}", sqlite3_errstr(code)));
  }
}

SqliteStatement::SqliteStatement(sqlite3* session, std::string_view sql) : session_(session) {
  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(session, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared, &rest);
  statement_.reset(prepared);
  if (code == SQLITE_ERROR) {
    // Nothing is bound yet, so SQLite can only name what it misses in our schema.
    throw base::OutsideFailure(
        fmt::format("the database does not fit this program: {}", sqlite3_errmsg(session)));
  }
  if (code != SQLITE_OK) throw_sqlite(session, code);
  base::ensure(prepared != nullptr, "a statement is not empty");
  base::ensure(std::string_view(rest, sql.data() + sql.size()).find_first_not_of(" \n\t;") ==
                   std::string_view::npos,
               "one statement at a time; use run_script for several");
  const int count = sqlite3_bind_parameter_count(prepared);
  for (int number = 1; number <= count; ++number) {
    const int index = sqlite3_bind_parameter_index(prepared, fmt::format("${}", number).c_str());
    base::ensure(index > 0, "the placeholders of a statement are $1, $2, ... without a gap");
    indexes_.push_back(index);
  }
}

void SqliteStatement::bind(const Parameters& parameters) {
  const auto values = parameters.values();
  base::ensure(values.size() == indexes_.size(), "every placeholder has its parameter");
  for (std::size_t place = 0; place < values.size(); ++place)
    bind_one(indexes_[place], values[place]);
}

void SqliteStatement::bind_one(int index, const Value& value) {
  struct Binder {
    sqlite3_stmt* statement;
    int index;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t number) const {
      return sqlite3_bind_int64(statement, index, number);
    }
    int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
    int operator()(const std::string& text) const {
      return sqlite3_bind_text64(statement, index, text.data(), text.size(), nullptr, SQLITE_UTF8);
    }
    int operator()(const base::Bytes& bytes) const {
      // A null pointer would bind NULL instead of no bytes.
      static constexpr std::uint8_t nothing = 0;
      const auto* data = bytes.empty() ? &nothing : bytes.data();
      return sqlite3_bind_blob64(statement, index, data, bytes.size(), nullptr);
    }
  };
  const int code = std::visit(Binder{statement_.get(), index}, value);
  if (code != SQLITE_OK) throw_sqlite(session_, code);
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_sqlite(session_, sqlite3_extended_errcode(session_));
}

Value SqliteStatement::column(int index) const {
  auto* statement = statement_.get();
  switch (sqlite3_column_type(statement, index)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, index)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, index);
    case SQLITE_TEXT: {
      const auto* text = sqlite3_column_text(statement, index);
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
      return std::string(base::as_text({text, size}));
    }
    case SQLITE_BLOB: {
      const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, index));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
      return data == nullptr ? base::Bytes{} : base::Bytes(data, data + size);
    }
    default:
      return {};
  }
}

Row SqliteStatement::row() const {
  const int count = sqlite3_column_count(statement_.get());
  std::vector<Value> values;
  values.reserve(static_cast<std::size_t>(count));
  for (int index = 0; index < count; ++index)
    values.push_back(column(index));
  return Row(std::move(values));
}

bool SqliteStatement::may_write() const {
  return sqlite3_stmt_readonly(statement_.get()) == 0;
}

void SqliteStatement::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

}  // namespace db
