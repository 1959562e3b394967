#include "work/workflow/stored_counts.h"

#include "edges/store/persona.h"

namespace workflow {

std::int64_t count_personas(Hub& hub) {
  return hub.database.read(
      [](db::Connection& connection) { return store::count_personas(connection); });
}

}  // namespace workflow
