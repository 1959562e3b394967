#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "ground/model/dossier.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// The record of an actor: personas that people joined. One reader proposes it, a second opens it.
/// Every change wants the revision that the caller saw (precondition_failed).
namespace workflow {

/// A persona enters a dossier only on described acts (28 CFR 23.20(a) has reasonable suspicion;
/// here at least two confirmed indicators over all its reports).
constexpr std::size_t confirmed_min = 2;

/// Proposes a dossier from personas of released reports; puts it before a second reader. Refused
/// at "/personas" where fewer than confirmed_min different indicators are ticked on their reports,
/// not_found for a persona that is not there. `label` is a neutral working name, no person's.
[[nodiscard]] base::Result<model::Dossier> propose_dossier(
    Hub& hub, const model::Principal& principal, const std::string& label,
    const std::vector<model::PersonaRef>& personas, const RequestKey& request = {});

enum class DossierDecision { open, refuse, close };
constexpr auto vocabulary(DossierDecision) {
  return base::make_vocabulary<DossierDecision>("open", "refuse", "close");
}

/// The second reader opens or refuses it (forbidden for the one who proposed it; the indicators
/// are counted again); later anybody of the desk closes it. A reason is needed but for opening.
[[nodiscard]] base::Result<model::Dossier> decide_dossier(
    Hub& hub, const model::Principal& principal, base::Id<model::Dossier> id, std::int64_t revision,
    DossierDecision decision, const std::string& reason = "");

/// "Active, left, unknown" as of a day, with its source (required).
[[nodiscard]] base::Result<model::Dossier> add_dossier_status(Hub& hub,
                                                              const model::Principal& principal,
                                                              base::Id<model::Dossier> id,
                                                              std::int64_t revision,
                                                              const model::Dossier::Status& status);

/// Whom the actor is believed to work for: graded, with source and day; never scored.
[[nodiscard]] base::Result<model::Dossier> add_dossier_attribution(
    Hub& hub, const model::Principal& principal, base::Id<model::Dossier> id, std::int64_t revision,
    const model::Dossier::Attribution& attribution);

[[nodiscard]] base::Result<model::Dossier> set_contrary_evidence(Hub& hub,
                                                                 const model::Principal& principal,
                                                                 base::Id<model::Dossier> id,
                                                                 std::int64_t revision,
                                                                 const std::string& text);

[[nodiscard]] base::Result<model::Dossier> add_dossier_persona(Hub& hub,
                                                               const model::Principal& principal,
                                                               base::Id<model::Dossier> id,
                                                               std::int64_t revision,
                                                               const model::PersonaRef& persona);

/// Takes a persona out again. Alerts that were sent from the dossier and rest on its report need a
/// correction to everybody who received them; those are listed.
struct RemovedPersona {
  model::Dossier dossier;
  std::vector<base::Id<model::Alert>> alerts_to_correct;
};
[[nodiscard]] base::Result<RemovedPersona> remove_dossier_persona(Hub& hub,
                                                                  const model::Principal& principal,
                                                                  base::Id<model::Dossier> id,
                                                                  std::int64_t revision,
                                                                  const model::PersonaRef& persona);

[[nodiscard]] base::Result<model::Page<model::Dossier>> list_dossiers(
    Hub& hub, const model::Principal& principal, std::optional<model::DossierState> state,
    const model::PageRequest& page);

/// Dossiers that know a telephone number, address, account ("service:id") or plate. A name finds
/// nothing.
[[nodiscard]] base::Result<std::vector<model::Dossier>> find_dossiers_by_handle(
    Hub& hub, const model::Principal& principal, const std::string& value);

}  // namespace workflow
