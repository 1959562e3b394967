#include "work/workflow/keep_dossier.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "edges/store/alert.h"
#include "edges/store/match_key.h"
#include "edges/store/persona.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "work/engine/match_features.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/dossier_access.h"
#include "work/workflow/new_task.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Dossier;
using model::DossierState;
using model::PersonaRef;
using model::Principal;
using rights::Action;

std::unexpected<base::Error> missing(std::string pointer, std::string next_step) {
  return base::fail(ErrorKind::refused, std::move(pointer), "is empty", std::move(next_step));
}

/// Every persona is there, and what people confirmed of them is enough to keep a record.
Result<std::vector<std::string>> check_personas(const Hub& hub, db::Connection& connection,
                                                const std::vector<PersonaRef>& personas) {
  const auto reports = reports_of(hub, connection, personas);
  for (const auto& persona : personas) {
    const auto of_persona = [&](const auto& report) { return report.record.id == persona.report; };
    const auto found = std::ranges::find_if(reports, of_persona);
    if (found == reports.end() || persona.index >= store::list_personas(connection, *found).size())
      return no_such("persona");
  }
  auto confirmed = confirmed_on(hub, reports);
  if (confirmed.size() < confirmed_min)
    return base::fail(ErrorKind::refused, "/personas", "rest on fewer than two confirmed acts",
                      "tick the acts that hold on their reports first");
  return confirmed;
}

void open_confirming(Hub& hub, db::Connection& connection, const Dossier& dossier) {
  auto task = new_task(hub, dossier.organisation, model::TaskKind::confirm_dossier,
                       model::Role::analyst, dossier.id.bytes);
  task.not_by = dossier.proposed_by;
  store::open_task(connection, task);
}

Result<Dossier> make_dossier(Hub& hub, db::Connection& connection, const Principal& principal,
                             const std::string& label, const std::vector<PersonaRef>& personas) {
  auto confirmed = check_personas(hub, connection, personas);
  if (!confirmed) return pass_on(confirmed);
  const auto home = find_home_desk(connection);
  if (!home) return no_such("desk");
  store::StoredDossier stored;
  auto& dossier = stored.dossier;
  dossier.id = hub.ids.make<Dossier>(hub.clock.now());
  dossier.organisation = home->id;
  dossier.label = label;
  dossier.personas = personas;
  std::ranges::sort(dossier.personas);
  dossier.confirmed = std::move(*confirmed);
  dossier.proposed_by = principal.name;
  dossier.made_at = hub.clock.now();
  auto commitment = store::insert_dossier(connection, hub.keys, stored);
  record(
      hub, connection, principal,
      {base::word_of(Action::dossier_propose), "dossier", dossier.id.bytes, std::move(commitment)});
  store::set_dossier_handles(connection, dossier, handle_keys_of(hub, connection, personas));
  open_confirming(hub, connection, dossier);
  return dossier;
}

struct DossierChange {
  const Principal& principal;
  Action action;
  base::Id<Dossier> id;
  std::int64_t revision;
};

using DossierStep = std::function<Result<void>(db::Connection&, Dossier&)>;

Result<Dossier> change_in(Hub& hub, db::Connection& connection, const DossierChange& change,
                          const DossierStep& step) {
  auto stored = get_dossier_for(hub, connection, change.principal, change.action, change.id);
  if (!stored) return pass_on(stored);
  if (stored->dossier.revision != change.revision)
    return base::fail(ErrorKind::precondition_failed, "", "the dossier has changed since",
                      "read it again and repeat the change");
  if (auto done = step(connection, stored->dossier); !done) return pass_on(done);
  auto commitment = store::update_dossier(connection, *stored);
  if (!commitment) return pass_on(commitment);
  record(hub, connection, change.principal,
         {base::word_of(change.action), "dossier", change.id.bytes, std::move(*commitment)});
  return stored->dossier;
}

Result<Dossier> change_dossier(Hub& hub, const DossierChange& change, const DossierStep& step) {
  return hub.database.write(
      [&](db::Connection& connection) { return change_in(hub, connection, change, step); });
}

std::unexpected<base::Error> wrong_state() {
  return base::fail(ErrorKind::refused, "state", "the dossier is not at this step",
                    "read it again");
}

Result<void> open_proposed(Hub& hub, db::Connection& connection, const Principal& principal,
                           Dossier& dossier) {
  if (dossier.state != DossierState::proposed) return wrong_state();
  auto confirmed = check_personas(hub, connection, dossier.personas);
  if (!confirmed) return pass_on(confirmed);
  dossier.confirmed = std::move(*confirmed);
  dossier.state = DossierState::open;
  dossier.opened_by = principal.name;
  return {};
}

Result<void> end_dossier(db::Connection& connection, Dossier& dossier, DossierDecision decision,
                         const std::string& reason) {
  const bool is_refusal = decision == DossierDecision::refuse;
  if (dossier.state != (is_refusal ? DossierState::proposed : DossierState::open))
    return wrong_state();
  if (base::is_blank(reason)) return missing("/reason", "say why in a sentence");
  dossier.state = is_refusal ? DossierState::refused : DossierState::closed;
  dossier.contrary_evidence +=
      (dossier.contrary_evidence.empty() ? "" : "\n") + std::string(reason);
  if (is_refusal) store::set_dossier_handles(connection, dossier, {});
  return {};
}

/// What is known of a dossier changes with its personas: confirmed acts and handles.
Result<void> replace_personas(Hub& hub, db::Connection& connection, Dossier& dossier,
                              std::vector<PersonaRef> personas) {
  auto confirmed = check_personas(hub, connection, personas);
  if (!confirmed) return pass_on(confirmed);
  std::ranges::sort(personas);
  dossier.personas = std::move(personas);
  dossier.confirmed = std::move(*confirmed);
  store::set_dossier_handles(connection, dossier,
                             handle_keys_of(hub, connection, dossier.personas));
  return {};
}

/// Sent from this dossier, and resting on the report whose persona was taken out.
std::vector<base::Id<model::Alert>> alerts_resting_on(const Hub& hub, db::Connection& connection,
                                                      base::Id<Dossier> dossier,
                                                      base::Id<model::Report> report) {
  std::vector<base::Id<model::Alert>> resting;
  for (const auto& id : store::find_alerts_of_dossier(connection, dossier)) {
    const auto alert = store::find_alert(connection, hub.keys, id);
    if (!alert || alert->alert.state != model::AlertState::sent) continue;
    const auto& sources = alert->alert.sources;
    if (std::ranges::find(sources, report) != sources.end()) resting.push_back(id);
  }
  return resting;
}

}  // namespace

Result<Dossier> propose_dossier(Hub& hub, const Principal& principal, const std::string& label,
                                const std::vector<PersonaRef>& personas,
                                const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::dossier_propose); !tried)
    return pass_on(tried);
  if (base::is_blank(label)) return missing("/label", "give a neutral working name");
  if (personas.empty()) return missing("/personas", "name at least one persona");
  return hub.database.write([&](db::Connection& connection) -> Result<Dossier> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return pass_on(replay);
    if (*replay) {
      const auto known = store::find_dossier(connection, hub.keys, {(*replay)->object});
      return known ? Result<Dossier>(known->dossier) : no_such("dossier");
    }
    auto dossier = make_dossier(hub, connection, principal, label, personas);
    if (dossier) remember(hub, connection, principal, request, "dossier", dossier->id.bytes, 1);
    return dossier;
  });
}

Result<Dossier> decide_dossier(Hub& hub, const Principal& principal, base::Id<Dossier> id,
                               std::int64_t revision, DossierDecision decision,
                               const std::string& reason) {
  const auto action =
      decision == DossierDecision::close ? Action::dossier_edit : Action::dossier_confirm;
  return change_dossier(
      hub, {principal, action, id, revision}, [&](db::Connection& connection, Dossier& dossier) {
        store::close_tasks(connection, id.bytes, model::TaskKind::confirm_dossier);
        return decision == DossierDecision::open
                   ? open_proposed(hub, connection, principal, dossier)
                   : end_dossier(connection, dossier, decision, reason);
      });
}

Result<Dossier> add_dossier_status(Hub& hub, const Principal& principal, base::Id<Dossier> id,
                                   std::int64_t revision, const Dossier::Status& status) {
  if (base::is_blank(status.source)) return missing("/source", "say where this is known from");
  return change_dossier(hub, {principal, Action::dossier_edit, id, revision},
                        [&](db::Connection&, Dossier& dossier) {
                          dossier.statuses.push_back(status);
                          return Result<void>{};
                        });
}

Result<Dossier> add_dossier_attribution(Hub& hub, const Principal& principal, base::Id<Dossier> id,
                                        std::int64_t revision,
                                        const Dossier::Attribution& attribution) {
  if (base::is_blank(attribution.source)) return missing("/source", "say where this is known from");
  if (base::is_blank(attribution.employer))
    return missing("/employer", "name the believed employer");
  return change_dossier(hub, {principal, Action::dossier_edit, id, revision},
                        [&](db::Connection&, Dossier& dossier) {
                          dossier.attributions.push_back(attribution);
                          return Result<void>{};
                        });
}

Result<Dossier> set_contrary_evidence(Hub& hub, const Principal& principal, base::Id<Dossier> id,
                                      std::int64_t revision, const std::string& text) {
  return change_dossier(hub, {principal, Action::dossier_edit, id, revision},
                        [&](db::Connection&, Dossier& dossier) {
                          dossier.contrary_evidence = text;
                          return Result<void>{};
                        });
}

Result<Dossier> add_dossier_persona(Hub& hub, const Principal& principal, base::Id<Dossier> id,
                                    std::int64_t revision, const PersonaRef& persona) {
  return change_dossier(hub, {principal, Action::dossier_edit, id, revision},
                        [&](db::Connection& connection, Dossier& dossier) {
                          auto personas = dossier.personas;
                          if (std::ranges::find(personas, persona) == personas.end())
                            personas.push_back(persona);
                          return replace_personas(hub, connection, dossier, std::move(personas));
                        });
}

Result<RemovedPersona> remove_dossier_persona(Hub& hub, const Principal& principal,
                                              base::Id<Dossier> id, std::int64_t revision,
                                              const PersonaRef& persona) {
  return hub.database.write([&](db::Connection& connection) -> Result<RemovedPersona> {
    const auto take_out = [&](db::Connection& inner, Dossier& dossier) -> Result<void> {
      if (std::erase(dossier.personas, persona) == 0) return no_such("persona");
      const auto reports = reports_of(hub, inner, dossier.personas);
      dossier.confirmed = confirmed_on(hub, reports);
      store::set_dossier_handles(inner, dossier, handle_keys_of(hub, inner, dossier.personas));
      return {};
    };
    auto changed =
        change_in(hub, connection, {principal, Action::dossier_edit, id, revision}, take_out);
    if (!changed) return pass_on(changed);
    ask_corrections_of_dossier(hub, connection, principal, id, persona.report);
    return RemovedPersona{std::move(*changed),
                          alerts_resting_on(hub, connection, id, persona.report)};
  });
}

Result<model::Page<Dossier>> list_dossiers(Hub& hub, const Principal& principal,
                                           std::optional<DossierState> state,
                                           const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::dossier_read); !tried) return pass_on(tried);
  const auto scope = rights::scope_of(principal, Action::dossier_read);
  return hub.database.read([&](db::Connection& connection) {
    auto found = store::list_dossiers(connection, hub.keys, state, page);
    std::erase_if(found.items, [&](const Dossier& dossier) {
      return !scope.all && !(scope.own && dossier.organisation == scope.organisation);
    });
    return found;
  });
}

Result<std::vector<Dossier>> find_dossiers_by_handle(Hub& hub, const Principal& principal,
                                                     const std::string& value) {
  if (auto tried = rights::may_try(principal, Action::dossier_read); !tried) return pass_on(tried);
  model::Report probe;
  probe.personas.emplace_back();
  auto& persona = probe.personas.front();
  persona.phones = {value};
  persona.emails = {value};
  persona.urls = {value};
  persona.vehicle = value;
  if (const auto colon = value.find(':'); colon != std::string::npos && colon > 0)
    persona.handles = {{value.substr(0, colon), value.substr(colon + 1)}};
  const auto keys = engine::match_keys(engine::match_features(probe, {}, {}).front());
  return hub.database.write([&](db::Connection& connection) {
    std::vector<Dossier> found;
    for (const auto& key : keys)
      for (const auto& id :
           store::find_dossiers_by_handle(connection, store::blind_match_key(hub.keys, key))) {
        const auto known = std::ranges::find(found, id, &Dossier::id) != found.end();
        auto stored = get_dossier_for(hub, connection, principal, Action::dossier_read, id);
        if (!known && stored) found.push_back(std::move(stored->dossier));
      }
    record(hub, connection, principal, {"search.dossier", "dossier", {}, {}, "linking"});
    return found;
  });
}

}  // namespace workflow
