#include "work/workflow/health.h"

#include <fmt/format.h>

#include "edges/db/migrations.h"
#include "edges/store/hub.h"

namespace workflow {

base::Result<void> check_health(Hub& hub) {
  try {
    auto fits = hub.database.read(
        [](db::Connection& connection) { return db::check_schema(connection, db::migrations()); });
    if (fits) hub.database.write(store::try_to_write);
    return fits;
  } catch (const db::ConnectionLost& failure) {
    tell_operator(hub, "readiness", failure);
    return base::fail(base::ErrorKind::unavailable, "database", "cannot be reached",
                      "the journal of the server says why");
  }
}

void tell_operator(const Hub& hub, std::string_view during, const std::exception& failure) {
  if (hub.settings.tell_operator)
    hub.settings.tell_operator(fmt::format("{}: {}", during, failure.what()));
}

}  // namespace workflow
