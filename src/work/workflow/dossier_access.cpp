#include "work/workflow/dossier_access.h"

#include <algorithm>
#include <set>
#include <utility>

#include "edges/store/match_key.h"
#include "edges/store/persona.h"
#include "work/engine/knowledge.h"
#include "work/engine/match_features.h"
#include "work/workflow/record.h"

namespace workflow {

using model::MatchKey;

bool is_handle(MatchKey::Kind kind) {
  switch (kind) {
    case MatchKey::Kind::phone:
    case MatchKey::Kind::email:
    case MatchKey::Kind::handle:
    case MatchKey::Kind::url:
    case MatchKey::Kind::plate:
      return true;
    case MatchKey::Kind::name:
    case MatchKey::Kind::skeleton:
    case MatchKey::Kind::employer:
    case MatchKey::Kind::place_script:
    case MatchKey::Kind::told:
      return false;
  }
  return false;
}

base::Result<store::StoredDossier> get_dossier_for(Hub& hub, db::Connection& connection,
                                                   const model::Principal& principal,
                                                   rights::Action action,
                                                   base::Id<model::Dossier> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return pass_on(tried);
  auto stored = store::find_dossier(connection, hub.keys, id);
  if (!stored) return no_such("dossier");
  rights::Facts facts;
  facts.owner = stored->dossier.organisation;
  if (rights::needs_second_person(action)) facts.not_by = {stored->dossier.proposed_by};
  if (auto allowed = rights::decide(principal, action, facts); !allowed) return pass_on(allowed);
  return std::move(*stored);
}

std::vector<store::StoredReport> reports_of(const Hub& hub, db::Connection& connection,
                                            const std::vector<model::PersonaRef>& personas) {
  using model::ReportState;
  std::set<base::Id<model::Report>> ids;
  for (const auto& persona : personas)
    ids.insert(persona.report);
  std::vector<store::StoredReport> reports;
  for (const auto& id : ids) {
    auto stored = store::find_report(connection, hub.keys, id);
    if (!stored || stored->record.released_version == 0) continue;
    const auto state = stored->record.state;
    if (state == ReportState::withdrawn || state == ReportState::set_aside ||
        state == ReportState::second_reader)
      continue;
    reports.push_back(std::move(*stored));
  }
  return reports;
}

std::vector<std::string> confirmed_on(const Hub& hub,
                                      const std::vector<store::StoredReport>& reports) {
  const auto& known = hub.knowledge.table().indicators;
  std::set<std::string> ids;
  for (const auto& report : reports)
    for (const auto& state : report.record.indicators)
      if (state.tick == model::Tick::ticked &&
          std::ranges::find(known, state.id, &model::Indicator::id) != known.end())
        ids.insert(state.id);
  return {ids.begin(), ids.end()};
}

std::vector<base::Bytes> handle_keys_of(const Hub& hub, db::Connection& connection,
                                        const std::vector<model::PersonaRef>& personas) {
  std::set<base::Bytes> keys;
  for (const auto& report : reports_of(hub, connection, personas)) {
    const auto features = store::list_personas(connection, report);
    for (const auto& persona : personas) {
      if (persona.report != report.record.id || persona.index >= features.size()) continue;
      for (const auto& key : engine::match_keys(features[persona.index]))
        if (is_handle(key.kind)) keys.insert(store::blind_match_key(hub.keys, key));
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace workflow
