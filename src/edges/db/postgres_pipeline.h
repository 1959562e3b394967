#pragma once

#include <deque>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include "edges/db/postgres_parameters.h"
#include "edges/db/postgres_result.h"

namespace db {

/// Runs a prepared statement once for each of `bound`, all sent before the first answer is waited
/// for (libpq's pipeline mode), and hands the answers back in their order. Throws as succeeded()
/// for the first that failed; those after it did not run.
[[nodiscard]] std::vector<PostgresResult> run_pipelined(
    PGconn* session, const std::string& name, const std::deque<PostgresParameters>& bound);

}  // namespace db
