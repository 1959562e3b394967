#pragma once

#include <vector>

#include "edges/store/dossier.h"
#include "edges/store/report.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// What the use cases of dossiers share.
namespace workflow {

/// The dossier, if the principal may do this to it: not_found or forbidden as get_report_for.
[[nodiscard]] base::Result<store::StoredDossier> get_dossier_for(Hub& hub,
                                                                 db::Connection& connection,
                                                                 const model::Principal& principal,
                                                                 rights::Action action,
                                                                 base::Id<model::Dossier> id);

/// Reports of the personas, each once, that were released and are still in use.
[[nodiscard]] std::vector<store::StoredReport> reports_of(
    const Hub& hub, db::Connection& connection, const std::vector<model::PersonaRef>& personas);

/// Indicators (no counter-indicators) that are ticked on any of the reports, each once, sorted.
[[nodiscard]] std::vector<std::string> confirmed_on(
    const Hub& hub, const std::vector<store::StoredReport>& reports);

/// What leads to a dossier: telephone numbers, addresses, accounts and plates; never names, cover,
/// places or words.
[[nodiscard]] bool is_handle(model::MatchKey::Kind kind);

/// Keyed values of the telephone numbers, addresses, accounts and plates of the personas,
/// sorted.
[[nodiscard]] std::vector<base::Bytes> handle_keys_of(
    const Hub& hub, db::Connection& connection, const std::vector<model::PersonaRef>& personas);

}  // namespace workflow
