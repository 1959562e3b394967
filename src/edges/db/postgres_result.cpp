#include "edges/db/postgres_result.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "edges/db/connection.h"
#include "edges/db/postgres_types.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

std::string_view field_of(const PGresult* result, int field) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, field);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

bool is_one_of(std::string_view state, std::initializer_list<std::string_view> states) {
  return std::ranges::find(states, state) != states.end();
}

Constraint constraint_of(std::string_view state) {
  if (state == "23505") return Constraint::unique;
  if (state == "23503") return Constraint::foreign_key;
  if (state == "23502") return Constraint::not_null;
  return Constraint::check;
}

/// Names of our schema alone: the engine's own sentence would show the values of the row.
std::string refused_name(const PGresult* result) {
  const auto table = field_of(result, PG_DIAG_TABLE_NAME);
  const auto column = field_of(result, PG_DIAG_COLUMN_NAME);
  const auto name = column.empty() ? field_of(result, PG_DIAG_CONSTRAINT_NAME) : column;
  return fmt::format("{}{}{}", table, table.empty() || name.empty() ? "" : ".", name);
}

/// What is missing in the schema is named in sentences that hold names of tables, columns and
/// types only. A syntax error (42601) would show a piece of the statement.
std::string_view misfit(const PGresult* result, std::string_view state) {
  const bool may_show = state != "42601";
  return may_show ? field_of(result, PG_DIAG_MESSAGE_PRIMARY) : state;
}

[[noreturn]] void throw_failure(PGconn* session, const PGresult* result) {
  const auto state = field_of(result, PG_DIAG_SQLSTATE);
  base::ensure(state != "08P01", "every placeholder has its parameter");
  if (is_one_of(state, {"40001", "40P01", "55P03"}))
    throw Contention("the database could not put two changes in an order; try again");
  if (is_gone(session) || state.empty() || state.starts_with("08") ||
      is_one_of(state, {"57P01", "57P02", "57P03"}))
    throw ConnectionLost("the connection to the database is gone");
  if (state.starts_with("23") || state.starts_with("22"))
    throw ConstraintViolation(constraint_of(state),
                              fmt::format("the database refused a row: {}", refused_name(result)));
  if (state.starts_with("42"))
    throw base::OutsideFailure(
        fmt::format("the database does not fit this program: {}", misfit(result, state)));
  throw base::OutsideFailure(fmt::format("the database failed: SQLSTATE {}", state));
}

bool is_good(const PGresult* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
      return true;
    default:  // libpq's states, not ours: all others are failures here
      return false;
  }
}

std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes)
    number = number << 8U | static_cast<std::uint8_t>(byte);
  return number;
}

base::Bytes to_bytes(std::string_view bytes) {
  return {bytes.begin(), bytes.end()};
}

Value value_of(PostgresType type, std::string_view bytes) {
  switch (type) {
    case PostgresType::boolean:
    case PostgresType::int8:
      return static_cast<std::int64_t>(number_in(bytes));
    case PostgresType::int4:
      return std::int64_t{static_cast<std::int32_t>(number_in(bytes))};
    case PostgresType::int2:
      return std::int64_t{static_cast<std::int16_t>(number_in(bytes))};
    case PostgresType::float8:
      return std::bit_cast<double>(number_in(bytes));
    case PostgresType::float4:
      return double{std::bit_cast<float>(static_cast<std::uint32_t>(number_in(bytes)))};
    case PostgresType::text:
    case PostgresType::varchar:
    case PostgresType::name:
      return std::string(bytes);
    case PostgresType::bytea:
      return to_bytes(bytes);
    case PostgresType::inferred:
      break;
  }
  throw base::OutsideFailure("the database answers with a type that this program cannot read");
}

}  // namespace

bool is_gone(const PGconn* session) {
  return PQstatus(session) != CONNECTION_OK;
}

PostgresResult succeeded(PGconn* session, PGresult* result) {
  PostgresResult owned(result);
  if (!is_good(result)) throw_failure(session, result);
  return owned;
}

void check_script(PGconn* session, PGresult* result) {
  const PostgresResult owned(result);
  if (is_good(result)) return;
  const auto state = field_of(result, PG_DIAG_SQLSTATE);
  if (!state.starts_with("42")) throw_failure(session, result);
  throw base::OutsideFailure(
      fmt::format("the database refused a script: {}", field_of(result, PG_DIAG_MESSAGE_PRIMARY)));
}

Row row_of(const PGresult& result, int row) {
  const int count = PQnfields(&result);
  std::vector<Value> values;
  values.reserve(static_cast<std::size_t>(count));
  for (int column = 0; column < count; ++column) {
    if (PQgetisnull(&result, row, column) != 0) {
      values.emplace_back();
      continue;
    }
    const auto size = static_cast<std::size_t>(PQgetlength(&result, row, column));
    values.push_back(value_of(static_cast<PostgresType>(PQftype(&result, column)),
                              {PQgetvalue(&result, row, column), size}));
  }
  return Row(std::move(values));
}

std::string bytes_of_number(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t place = bytes.size(); place > 0; --place, number >>= 8U)
    bytes[place - 1] = static_cast<char>(number & 0xFFU);
  return bytes;
}

}  // namespace db
