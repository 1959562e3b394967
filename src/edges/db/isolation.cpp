#include "edges/db/isolation.h"

namespace db {

void read_beside_writers(Connection& connection) {
  if (connection.engine() == Engine::postgres)
    connection.run_script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;");
}

void claim_beside_writers(Connection& connection) {
  if (connection.engine() == Engine::postgres)
    connection.run_script("SET TRANSACTION ISOLATION LEVEL READ COMMITTED;");
}

}  // namespace db
