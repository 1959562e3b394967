#pragma once

#include "edges/db/connection.h"

/// Two kinds of transaction that need no place in the order of all others. Each function is
/// called first in its transaction, not in a savepoint. SQLite has one writer and gives every
/// reader its own view, so nothing changes there.
namespace db {

/// For reading the whole database: the view stays one and unchanging, and who writes meanwhile is
/// not stopped by it.
void read_beside_writers(Connection& connection);

/// For claiming rows by skip_locked() and nothing else: what others insert or claim meanwhile is
/// no conflict.
void claim_beside_writers(Connection& connection);

}  // namespace db
