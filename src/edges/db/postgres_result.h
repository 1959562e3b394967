#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <libpq-fe.h>

#include "edges/db/row.h"

namespace db {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// Whether the session is gone for good: nothing can be asked of it any more.
[[nodiscard]] bool is_gone(const PGconn* session);

/// Hands the result of a command back when the command succeeded. Otherwise throws what its
/// SQLSTATE stands for: Contention (40001, 40P01, 55P03), ConstraintViolation (class 23, and class
/// 22: a value that no row can hold), ConnectionLost (57P01, 57P02, 57P03, class 08, no answer at
/// all, or a failure that libpq found without a word of the server: what the server will still
/// answer is unknown then, so the session must not be used again), else OutsideFailure.
[[nodiscard]] PostgresResult succeeded(PGconn* session, PGresult* result);

/// The same for scripts of ours, which hold no values: the engine's own words are shown.
void check_script(PGconn* session, PGresult* result);

/// What libpq is asked for, so that row_of() can read it.
inline constexpr int binary_results = 1;

/// One row of an answer in binary form.
[[nodiscard]] Row row_of(const PGresult& result, int row);

/// Big-endian, as PostgreSQL sends and takes numbers.
[[nodiscard]] std::string bytes_of_number(std::uint64_t number);

}  // namespace db
