#include "work/workflow/expire_alert.h"

#include "edges/render/words.h"
#include "edges/store/job.h"
#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

base::Result<void> expire(Hub& hub, db::Connection& connection, const store::Job& job) {
  auto stored = store::find_alert(connection, hub.keys, {job.request.object});
  if (!stored) return {};
  auto& alert = stored->alert;
  const auto next = alert::after(alert.state, alert::Act::expire);
  if (!next) return {};
  if (hub.clock.now() < alert.expires_at) {
    request_expiry(connection, principal_of(job), alert);
    return {};
  }
  alert.state = *next;
  return correct_receivers(hub, connection, principal_of(job), *stored,
                           model::Alert::Step::Kind::expired, render::words_of("alert_expired"));
}

base::Result<void> leave_unexpired(Hub& hub, db::Connection& connection, const store::Job& job,
                                   const std::string& /*reason*/) {
  record(hub, connection, principal_of(job), {"alert.expire_failed", "alert", job.request.object});
  return {};
}

}  // namespace

void request_expiry(db::Connection& connection, const model::Principal& principal,
                    const model::Alert& alert) {
  store::enqueue(connection, {std::string(expiry_job), alert.id.bytes, "",
                              name_in_record(principal), alert.expires_at});
}

JobStep expiry_step() {
  return writing_step(expiry_job, expire, leave_unexpired);
}

}  // namespace workflow
