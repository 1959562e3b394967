#include "work/workflow/reporter_openings.h"

#include <algorithm>

#include "edges/store/hub.h"
#include "edges/store/report.h"
#include "edges/store/reporter.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::OpeningState;
using model::Principal;
using model::ReporterOpening;
using rights::Action;

constexpr std::size_t openings_max = 200;

rights::Facts facts_of(const ReporterOpening& opening, std::vector<std::string> not_by) {
  rights::Facts facts;
  facts.owner = opening.organisation;
  facts.not_by = std::move(not_by);
  return facts;
}

void record_opening(const Hub& hub, db::Connection& connection, const Principal& principal,
                    Action action, const ReporterOpening& opening, base::Bytes commitment) {
  record(hub, connection, principal,
         {.action = base::word_of(action),
          .object_kind = "reporter_opening",
          .object = opening.id.bytes,
          .commitment = std::move(commitment)});
}

base::Result<ReporterOpening> decide_opening(Hub& hub, const Principal& principal,
                                             base::Id<ReporterOpening> id, OpeningState to) {
  if (auto tried = rights::may_try(principal, Action::reporter_consent); !tried)
    return base::pass_on(tried);
  return hub.database.write([&](db::Connection& connection) -> base::Result<ReporterOpening> {
    auto opening = store::find_opening(connection, hub.keys, id);
    if (!opening) return no_such("request");
    if (auto decided = rights::decide(principal, Action::reporter_consent,
                                      facts_of(*opening, {opening->asked_by}));
        !decided)
      return base::pass_on(decided);
    if (opening->state != OpeningState::asked)
      return base::fail(ErrorKind::conflict, "", "the request was decided already",
                        "read how it stands");
    opening->state = to;
    opening->decided_by = principal.name;
    auto commitment = store::update_opening(connection, hub.keys, *opening);
    if (!commitment) return base::pass_on(commitment);
    record_opening(hub, connection, principal, Action::reporter_consent, *opening,
                   std::move(*commitment));
    return *opening;
  });
}

bool may_see_requests(const Principal& principal) {
  return rights::may_try(principal, Action::reporter_request).has_value() ||
         rights::may_try(principal, Action::reporter_consent).has_value();
}

std::unexpected<base::Error> may_not_see(const Principal& principal) {
  auto tried = rights::may_try(principal, Action::reporter_request);
  return base::pass_on(tried);
}

/// Who may ask for this one, or decide it; whoever may open it may also decide.
bool may_see(const Principal& principal, const ReporterOpening& opening) {
  return rights::decide(principal, Action::reporter_request, facts_of(opening, {})).has_value() ||
         rights::decide(principal, Action::reporter_consent, facts_of(opening, {opening.asked_by}))
             .has_value();
}

/// Whether the box goes along: consent was given, and this custodian did not give it.
bool may_open(const Principal& principal, const ReporterOpening& opening) {
  if (opening.state != OpeningState::consented && opening.state != OpeningState::opened)
    return false;
  return rights::decide(principal, Action::reporter_open, facts_of(opening, {opening.decided_by}))
      .has_value();
}

base::Result<SealedReporter> hand_out(const Hub& hub, db::Connection& connection,
                                      const Principal& principal, ReporterOpening opening) {
  auto sealed = store::find_sealed_reporter(connection, opening.report);
  if (!sealed)
    return base::fail(ErrorKind::not_found, "", "the sealed identity is gone",
                      "it was purged with its report");
  opening.state = OpeningState::opened;
  opening.opened_by = principal.name;
  auto commitment = store::update_opening(connection, hub.keys, opening);
  if (!commitment) return base::pass_on(commitment);
  record_opening(hub, connection, principal, Action::reporter_open, opening,
                 std::move(*commitment));
  return SealedReporter{std::move(opening), std::move(*sealed)};
}

}  // namespace

base::Result<ReporterOpening> ask_to_open_reporter(Hub& hub, const Principal& principal,
                                                   base::Id<model::Report> report,
                                                   const std::string& reason,
                                                   const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::reporter_request); !tried)
    return base::pass_on(tried);
  if (reason.empty())
    return base::fail(ErrorKind::invalid_input, "/reason", "is empty",
                      "say why the identity has to be known");
  return hub.database.write([&](db::Connection& connection) -> base::Result<ReporterOpening> {
    const auto stored = store::find_report(connection, hub.keys, report);
    if (!stored || stored->record.state == model::ReportState::held) return no_such("report");
    ReporterOpening opening;
    opening.organisation = store::find_home(connection).value();
    if (auto decided = rights::decide(principal, Action::reporter_request, facts_of(opening, {}));
        !decided)
      return base::pass_on(decided);
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay) return store::find_opening(connection, hub.keys, {(*replay)->object}).value();
    if (!store::find_sealed_reporter(connection, report))
      return base::fail(ErrorKind::refused, "", "the report came without an identity",
                        "write to its mailbox instead");
    if (store::has_open_request(connection, report))
      return base::fail(ErrorKind::conflict, "", "a request for this report is open already",
                        "wait for its decision");
    opening.id = hub.ids.make<ReporterOpening>(hub.clock.now());
    opening.report = report;
    opening.asked_by = principal.name;
    opening.reason = reason;
    opening.made_at = hub.clock.now();
    auto commitment = store::add_opening(connection, hub.keys, opening);
    record_opening(hub, connection, principal, Action::reporter_request, opening,
                   std::move(commitment));
    remember(hub, connection, principal, request, "reporter_opening", opening.id.bytes, 1);
    return opening;
  });
}

base::Result<ReporterOpening> consent_to_opening(Hub& hub, const Principal& principal,
                                                 base::Id<ReporterOpening> id) {
  return decide_opening(hub, principal, id, OpeningState::consented);
}

base::Result<ReporterOpening> refuse_opening(Hub& hub, const Principal& principal,
                                             base::Id<ReporterOpening> id) {
  return decide_opening(hub, principal, id, OpeningState::refused);
}

base::Result<SealedReporter> take_sealed_reporter(Hub& hub, const Principal& principal,
                                                  base::Id<ReporterOpening> id) {
  if (!may_see_requests(principal)) return may_not_see(principal);
  return hub.database.write([&](db::Connection& connection) -> base::Result<SealedReporter> {
    auto opening = store::find_opening(connection, hub.keys, id);
    if (!opening || !may_see(principal, *opening)) return no_such("request");
    if (may_open(principal, *opening))
      return hand_out(hub, connection, principal, std::move(*opening));
    return SealedReporter{std::move(*opening), {}};
  });
}

base::Result<std::vector<ReporterOpening>> list_openings(Hub& hub, const Principal& principal,
                                                         std::optional<OpeningState> state) {
  if (!may_see_requests(principal)) return may_not_see(principal);
  return hub.database.read([&](db::Connection& connection) {
    auto openings = store::list_openings(connection, hub.keys, state, openings_max);
    std::erase_if(openings, [&](const auto& opening) { return !may_see(principal, opening); });
    return openings;
  });
}

base::Result<base::Sensitive<model::Reporter>> open_sealed_reporter(const crypto::Key32& secret,
                                                                    base::Id<model::Report> report,
                                                                    base::BytesView sealed) {
  return store::open_reporter(crypto::keypair_of(secret), report, sealed);
}

}  // namespace workflow
