#include "work/workflow/health.h"

#include "edges/store/hub.h"

namespace workflow {

void check_health(Hub& hub) {
  hub.database.read([](db::Connection& connection) { return store::find_home(connection); });
}

}  // namespace workflow
