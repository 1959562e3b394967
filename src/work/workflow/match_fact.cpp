#include "work/workflow/match_fact.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "edges/store/match_key.h"
#include "edges/store/organisation.h"
#include "work/engine/match_features.h"
#include "work/workflow/dossier_access.h"
#include "work/workflow/receiving_desk.h"

namespace workflow {
namespace {

using model::Dossier;
using model::FactEdit;
using model::FactHit;
using model::FactMark;
using rights::Action;

constexpr std::array fact_marks = {FactMark::plate, FactMark::phone, FactMark::handle,
                                   FactMark::url};

/// Somebody of whom nothing is known but this mark; nobody where it is not given.
std::optional<model::Persona> bearer_of(const FactEdit& edit, FactMark mark) {
  model::Persona bearer;
  switch (mark) {
    case FactMark::plate:
      if (edit.plate.empty()) return std::nullopt;
      bearer.vehicle = edit.plate;
      return bearer;
    case FactMark::phone:
      if (edit.phone.empty()) return std::nullopt;
      bearer.phones = {edit.phone};
      return bearer;
    case FactMark::handle:
      if (!edit.handle) return std::nullopt;
      bearer.handles = {*edit.handle};
      return bearer;
    case FactMark::url:
      if (edit.url.empty()) return std::nullopt;
      bearer.urls = {edit.url};
      return bearer;
  }
  return std::nullopt;
}

/// Through the same door as personas of reports, so that equal marks become equal keys.
std::vector<model::MatchKey> keys_of_bearer(const model::Persona& bearer) {
  model::Report probe;
  probe.personas = {bearer};
  auto keys = engine::match_keys(engine::match_features(probe, {}, {}).front());
  std::erase_if(keys, [](const model::MatchKey& key) { return !is_handle(key.kind); });
  return keys;
}

std::optional<Dossier> find_open_dossier(const Hub& hub, db::Connection& connection,
                                         base::Id<Dossier> id) {
  auto stored = store::find_dossier(connection, hub.keys, id);
  if (!stored || stored->dossier.state != model::DossierState::open) return std::nullopt;
  return std::move(stored->dossier);
}

bool is_vetted(const store::StoredReport& report) {
  return report.record.state == model::ReportState::vetted_behaviour ||
         report.record.state == model::ReportState::vetted_context;
}

std::vector<model::PersonaRef> vetted_personas(const Hub& hub, db::Connection& connection,
                                               const Dossier& dossier) {
  auto personas = dossier.personas;
  const auto reports = reports_of(hub, connection, personas);
  std::erase_if(personas, [&](const model::PersonaRef& persona) {
    return std::ranges::none_of(reports, [&](const store::StoredReport& report) {
      return report.record.id == persona.report && is_vetted(report);
    });
  });
  return personas;
}

/// The list of handles beside a dossier is as old as its last change, and may rest on a report that
/// nobody vetted or that was taken back since.
bool still_knows(const Hub& hub, db::Connection& connection, const Dossier& dossier,
                 const base::Bytes& key) {
  const auto personas = vetted_personas(hub, connection, dossier);
  return std::ranges::binary_search(handle_keys_of(hub, connection, personas), key);
}

void add_hit(std::vector<FactHit>& hits, const Dossier& dossier, FactMark mark) {
  auto hit = std::ranges::find(hits, dossier.id, &FactHit::dossier);
  if (hit == hits.end())
    hit = hits.insert(hits.end(), {dossier.id, dossier.organisation, dossier.label, {}});
  if (std::ranges::find(hit->marks, mark) == hit->marks.end()) hit->marks.push_back(mark);
}

}  // namespace

std::vector<base::Issue> issues_of_marks(const FactEdit& edit) {
  std::vector<base::Issue> issues;
  for (const auto mark : fact_marks) {
    const auto bearer = bearer_of(edit, mark);
    if (bearer && keys_of_bearer(*bearer).empty())
      issues.push_back({"/" + std::string(base::word_of(mark)), "cannot be compared",
                        "give it whole, or write into the text what was read of it"});
  }
  return issues;
}

std::vector<FactHit> find_hits(const Hub& hub, db::Connection& connection, const FactEdit& edit) {
  std::vector<FactHit> hits;
  for (const auto mark : fact_marks) {
    const auto bearer = bearer_of(edit, mark);
    if (!bearer) continue;
    for (const auto& key : store::blind_match_keys(hub.keys, keys_of_bearer(*bearer)))
      for (const auto& id : store::find_dossiers_by_handle(connection, key)) {
        const auto dossier = find_open_dossier(hub, connection, id);
        if (dossier && still_knows(hub, connection, *dossier, key)) add_hit(hits, *dossier, mark);
      }
  }
  return hits;
}

model::FactAnswer answer_for(Hub& hub, db::Connection& connection,
                             const model::Principal& principal, const model::SmallFact& fact,
                             const std::vector<FactHit>& hits) {
  model::FactAnswer answer;
  answer.hit = !hits.empty();
  const auto home = find_home_desk(connection);
  answer.ask = home ? home->id : fact.organisation;
  if (answer.hit) answer.ask = hits.front().organisation;
  for (const auto& hit : hits)
    if (get_dossier_for(hub, connection, principal, Action::dossier_read, hit.dossier))
      answer.dossiers.push_back(hit);
  if (const auto desk = store::find_organisation(connection, answer.ask))
    answer.ask_name = desk->name;
  return answer;
}

}  // namespace workflow
