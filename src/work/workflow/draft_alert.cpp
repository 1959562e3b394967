#include "work/workflow/draft_alert.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/store/alert.h"
#include "edges/store/dossier.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "steps/alert/draft.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Alert;
using model::AlertProduct;
using model::Principal;
using rights::Action;

base::Result<std::vector<base::Id<model::Report>>> reports_of_dossier(const Hub& hub,
                                                                      db::Connection& connection,
                                                                      const Principal& principal,
                                                                      base::Id<model::Dossier> id) {
  if (auto tried = rights::may_try(principal, Action::dossier_read); !tried)
    return base::pass_on(tried);
  const auto stored = store::find_dossier(connection, hub.keys, id);
  if (!stored) return no_such("dossier");
  rights::Facts facts;
  facts.owner = stored->dossier.organisation;
  if (auto allowed = rights::decide(principal, Action::dossier_read, facts); !allowed)
    return base::pass_on(allowed);
  if (stored->dossier.state != model::DossierState::open)
    return base::fail(ErrorKind::refused, "/dossier", "the dossier is not open",
                      "have a second reader open it first");
  std::vector<base::Id<model::Report>> reports;
  for (const auto& persona : stored->dossier.personas)
    if (!std::ranges::count(reports, persona.report)) reports.push_back(persona.report);
  return reports;
}

base::Result<void> check_source(const Hub& hub, db::Connection& connection,
                                const Principal& principal, base::Id<model::Report> report) {
  using model::ReportState;
  auto stored = get_report_for(hub, connection, principal, Action::report_read, report);
  if (!stored) return base::pass_on(stored);
  const auto state = stored->record.state;
  if (state != ReportState::vetted_behaviour && state != ReportState::vetted_context)
    return base::fail(ErrorKind::refused, "/report", "a source report is not vetted",
                      "vet its behaviour first");
  return {};
}

base::Result<std::vector<base::Id<model::Report>>> sources_of(const Hub& hub,
                                                              db::Connection& connection,
                                                              const Principal& principal,
                                                              const AlertRequest& request) {
  if (request.dossier.is_nil() == request.report.is_nil())
    return base::fail(ErrorKind::invalid_input, "", "name either a dossier or a report",
                      "give exactly one of both");
  base::Result<std::vector<base::Id<model::Report>>> reports = std::vector{request.report};
  if (!request.dossier.is_nil())
    reports = reports_of_dossier(hub, connection, principal, request.dossier);
  if (!reports) return reports;
  for (const auto& report : *reports)
    if (auto fits = check_source(hub, connection, principal, report); !fits)
      return base::pass_on(fits);
  if (reports->empty())
    return base::fail(ErrorKind::refused, "/dossier", "the dossier holds no report",
                      "add a persona to it first");
  return reports;
}

std::vector<model::Recipient> audience_of(AlertProduct product, const alert::DraftFacts& facts,
                                          const RecentReports& recent) {
  if (product == AlertProduct::public_notice) return {};
  const auto cases = known_cases(facts.sources);
  auto firms = product == AlertProduct::caution
                   ? outreach::firms_contacted(cases, facts.firms)
                   : outreach::firms_at_risk(cases, facts.firms, recent.cases);
  if (firms.size() > audience_listed_max) firms.resize(audience_listed_max);
  std::vector<model::Recipient> audience;
  for (auto& firm : firms)
    audience.push_back(
        {firm.organisation, firm.organisation_key, std::move(firm.reasons), false, ""});
  return audience;
}

alert::DraftFacts draft_facts(const Hub& hub, db::Connection& connection,
                              const Principal& principal, const Alert& alert,
                              const RecentReports& recent) {
  alert::DraftFacts facts;
  facts.product = alert.product;
  facts.sources = load_sources(hub, connection, alert);
  facts.firms = load_companies(connection);
  facts.technologies = hub.knowledge.technologies();
  facts.table = &hub.knowledge.table();
  facts.reports_all = recent.all;
  const auto playbook = alert::playbook_of(facts.sources);
  facts.reports_same_script = static_cast<std::size_t>(
      std::ranges::count(recent.cases, playbook, &outreach::KnownCase::playbook));
  if (const auto desk = store::find_organisation(connection, principal.organisation))
    facts.answer_to = desk->name;
  facts.now = hub.clock.now();
  return facts;
}

base::Result<Alert> make_draft(Hub& hub, db::Connection& connection, const Principal& principal,
                               const AlertRequest& request) {
  auto sources = sources_of(hub, connection, principal, request);
  if (!sources) return base::pass_on(sources);
  Alert alert;
  alert.organisation = principal.organisation;
  alert.product = request.product;
  alert.dossier = request.dossier;
  alert.sources = std::move(*sources);
  const auto recent = load_recent(hub, connection);
  const auto facts = draft_facts(hub, connection, principal, alert, recent);
  auto drafted = alert::draft(facts);
  alert.text = std::move(drafted.text);
  alert.confidence = drafted.confidence;
  alert.marking = drafted.marking;
  alert.expires_at = drafted.expires_at;
  alert.audience = audience_of(request.product, facts, recent);
  alert.author = principal.name;
  alert.made_at = hub.clock.now();
  add_step(hub, principal, alert, Alert::Step::Kind::drafted);
  return alert;
}

void write_draft(Hub& hub, db::Connection& connection, const Principal& principal,
                 store::StoredAlert& stored, const RequestKey& key) {
  auto commitment = store::insert_alert(connection, hub.keys, stored);
  record(hub, connection, principal,
         {"alert.draft", "alert", stored.alert.id.bytes, std::move(commitment)});
  for (const auto& source : stored.alert.sources)
    store::close_tasks(connection, source.bytes, model::TaskKind::draft_alert);
  remember(hub, connection, principal, key, "alert", stored.alert.id.bytes, stored.alert.revision);
}

}  // namespace

base::Result<Alert> draft_alert(Hub& hub, const Principal& principal, const AlertRequest& request,
                                const RequestKey& key) {
  if (auto tried = rights::may_try(principal, Action::alert_draft); !tried)
    return base::pass_on(tried);
  // Ranking every firm takes its time, so it is done before the writing transaction.
  auto drafted = hub.database.read(
      [&](db::Connection& connection) { return make_draft(hub, connection, principal, request); });
  if (!drafted) return drafted;
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto replay = find_replay(connection, principal, key);
    if (!replay) return base::pass_on(replay);
    if (*replay) {
      auto there =
          get_alert_for(hub, connection, principal, Action::alert_read, {(*replay)->object});
      if (!there) return base::pass_on(there);
      return std::move(there->alert);
    }
    store::StoredAlert stored{*drafted, {}};
    stored.alert.id = hub.ids.make<Alert>(stored.alert.made_at);
    write_draft(hub, connection, principal, stored, key);
    return std::move(stored.alert);
  });
}

}  // namespace workflow
