#include "work/workflow/alert_facts.h"

#include <algorithm>
#include <utility>

#include "edges/store/alert.h"
#include "edges/store/dossier.h"
#include "edges/store/organisation.h"
#include "edges/store/report.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/report_reading.h"

namespace workflow {
namespace {

using model::Alert;

void narrow(std::vector<alert::Source>& sources, const model::Dossier& dossier) {
  for (auto& source : sources)
    for (const auto& persona : dossier.personas)
      if (persona.report == source.record.id) source.personas.push_back(persona.index);
}

outreach::KnownCase case_of(const model::ReportRecord& record) {
  outreach::KnownCase known;
  known.organisation_key = record.organisation_key;
  known.indicators = ticked_ids(record.indicators);
  if (record.assessment && !record.assessment->playbooks.empty())
    known.playbook = record.assessment->playbooks.front().id;
  return known;
}

}  // namespace

std::optional<alert::Source> load_source(const Hub& hub, db::Connection& connection,
                                         base::Id<model::Report> report) {
  auto stored = store::find_report(connection, hub.keys, report);
  if (!stored) return std::nullopt;
  auto content = store::find_content(connection, *stored, store::shared_version(stored->record));
  if (!content) return std::nullopt;
  alert::Source source;
  source.record = std::move(stored->record);
  source.record.content = std::move(*content);
  if (!source.record.organisation_key.empty())
    source.firm = store::find_organisation_by_key(connection, source.record.organisation_key);
  return source;
}

std::vector<alert::Source> load_sources(const Hub& hub, db::Connection& connection,
                                        const Alert& alert) {
  std::vector<alert::Source> sources;
  for (const auto& id : alert.sources)
    if (auto source = load_source(hub, connection, id)) sources.push_back(std::move(*source));
  if (!alert.dossier.is_nil())
    if (auto dossier = store::find_dossier(connection, hub.keys, alert.dossier))
      narrow(sources, dossier->dossier);
  return sources;
}

std::vector<model::Organisation> load_companies(db::Connection& connection) {
  std::vector<model::Organisation> companies;
  store::for_each_organisation(
      connection, model::OrganisationKind::company,
      [&](const model::Organisation& company) { companies.push_back(company); });
  return companies;
}

alert::CheckFacts check_facts(const Hub& hub, db::Connection& connection, const Alert& alert,
                              const std::string& approver) {
  alert::CheckFacts facts;
  facts.firms = load_companies(connection);
  facts.technologies = hub.knowledge.technologies();
  facts.approver = approver;
  renew_facts(hub, connection, alert, facts);
  return facts;
}

void renew_facts(const Hub& hub, db::Connection& connection, const Alert& alert,
                 alert::CheckFacts& facts) {
  facts.sources = load_sources(hub, connection, alert);
  if (!facts.approver.empty())
    facts.opened_by_approver = store::list_opened_sources(connection, alert, facts.approver);
  facts.now = hub.clock.now();
}

base::Result<alert::CheckFacts> gather_facts(Hub& hub, const model::Principal& principal,
                                             rights::Action action, base::Id<Alert> id,
                                             const std::string& approver) {
  return hub.database.read([&](db::Connection& connection) -> base::Result<alert::CheckFacts> {
    const auto stored = get_alert_for(hub, connection, principal, action, id);
    if (!stored) return std::unexpected(stored.error());
    return check_facts(hub, connection, stored->alert, approver);
  });
}

RecentReports load_recent(const Hub& hub, db::Connection& connection) {
  store::ReportFilter in_use;
  in_use.read.all = true;
  in_use.state = model::ReportState::vetted_context;
  RecentReports recent;
  model::PageRequest request{"", model::PageRequest::limit_max};
  do {
    const auto page = store::list_reports(connection, in_use, request);
    for (const auto& summary : page.items)
      if (auto stored = store::find_report(connection, hub.keys, summary.id))
        recent.cases.push_back(case_of(stored->record));
    request.after = page.next;
  } while (!request.after.empty() && recent.cases.size() < recent_reports_max);
  recent.all = recent.cases.size();
  return recent;
}

std::vector<outreach::KnownCase> known_cases(const std::vector<alert::Source>& sources) {
  std::vector<outreach::KnownCase> cases;
  for (const auto& source : sources) {
    auto known = outreach::known_case(source.record.content, source.record.assessment,
                                      source.firm ? &*source.firm : nullptr);
    known.indicators = alert::indicators_of({&source, 1});
    cases.push_back(std::move(known));
  }
  return cases;
}

}  // namespace workflow
