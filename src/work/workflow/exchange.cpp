#include "work/workflow/exchange.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "edges/store/job.h"
#include "edges/store/partner.h"
#include "work/workflow/apply_bundle.h"
#include "work/workflow/make_bundle.h"
#include "work/workflow/record.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using model::Partner;
using model::Principal;

/// What fits into one request of the server, sealed and in base64url.
constexpr BundleLimits request_limits{.items_max = 200, .bytes_max = 500U << 10};

Principal exchange_principal() {
  return system_principal("system:exchange");
}

base::Result<BundleFile> make_for(Hub& hub, base::Id<model::Organisation> partner) {
  return make_bundle(hub, exchange_principal(), partner,
                     {.is_sealed = true, .may_be_empty = true, .limits = request_limits});
}

void plan(Hub& hub, db::Connection& connection, const std::string& cause,
          base::Id<model::Organisation> partner, std::chrono::seconds wait) {
  store::enqueue(connection,
                 {std::string(exchange_job), partner.bytes, "", cause, hub.clock.now() + wait});
}

/// How a round went, and when the next one is due.
JobWrite ended(Hub& hub, const store::Job& job, std::string error, bool has_more) {
  return [&hub, job, error = std::move(error),
          has_more](db::Connection& connection) -> base::Result<void> {
    const base::Id<model::Organisation> partner{job.request.object};
    store::note_exchange(connection, partner,
                         error.empty() ? std::optional(hub.clock.now()) : std::nullopt, error);
    plan(hub, connection, job.request.caused_by, partner,
         has_more ? std::chrono::seconds(1) : hub.settings.exchange_every);
    return {};
  };
}

/// Brings ours, takes theirs. Says whether anything moved.
base::Result<bool> run_round(Hub& hub, deliver::HttpSender& sender, const Partner& partner) {
  const auto ours = make_for(hub, partner.organisation);
  if (!ours) return std::unexpected(ours.error());
  auto answer =
      sender.post(partner.url + std::string(exchange_path), std::string(bundle_type), ours->bytes);
  if (!answer) return base::pass_on(answer);
  if (answer->status != 200 && answer->status != 204)
    return base::fail(base::ErrorKind::unavailable, "",
                      fmt::format("the other hub answers with {}", answer->status),
                      "ask its operator; a file can travel by hand meanwhile");
  if (answer->body.empty()) return !ours->bundle.items.empty();
  const auto applied = apply_bundle(hub, exchange_principal(), answer->body);
  if (!applied) return std::unexpected(applied.error());
  if (!applied->refused.empty()) return std::unexpected(applied->refused.front());
  return applied->applied > 0;
}

base::Result<JobWrite> prepare(Hub& hub, deliver::HttpSender& sender, const store::Job& job) {
  const auto partner = hub.database.read([&](db::Connection& connection) {
    return store::find_partner(connection, {job.request.object});
  });
  if (!partner || !partner->is_active || partner->url.empty()) return JobWrite{};
  const auto moved = run_round(hub, sender, *partner);
  if (moved) return ended(hub, job, "", *moved);
  const auto& issue = moved.error().issues.front();
  return ended(hub, job, fmt::format("{} {}", issue.pointer, issue.problem), false);
}

}  // namespace

base::Result<std::string> answer_exchange(Hub& hub, std::string_view file) {
  const auto applied = apply_bundle(hub, exchange_principal(), file);
  if (!applied) return std::unexpected(applied.error());
  auto ours = make_for(hub, applied->partner);
  if (!ours) return std::unexpected(ours.error());
  return ours->bundle.items.empty() ? std::string() : std::move(ours->bytes);
}

void request_exchange(Hub& hub, db::Connection& connection, const Principal& principal,
                      const Partner& partner) {
  if (!partner.is_active || partner.url.empty()) return;
  plan(hub, connection, name_in_record(principal), partner.organisation, std::chrono::seconds(0));
}

void request_exchanges(Hub& hub) {
  hub.database.write([&](db::Connection& connection) {
    for (const auto& partner : store::list_partners(connection))
      request_exchange(hub, connection, exchange_principal(), partner);
  });
}

JobStep exchange_step(std::shared_ptr<deliver::HttpSender> sender) {
  JobStep step;
  step.kind = exchange_job;
  step.acts_outside = true;
  step.prepare = [sender = std::move(sender)](Hub& hub, const store::Job& job) {
    return prepare(hub, *sender, job);
  };
  step.give_up = [](Hub& hub, db::Connection& connection, const store::Job& job,
                    const std::string& reason) {
    return ended(hub, job, reason, false)(connection);
  };
  return step;
}

}  // namespace workflow
