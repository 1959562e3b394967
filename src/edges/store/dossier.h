#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/base/result.h"
#include "ground/model/dossier.h"
#include "ground/model/page.h"

/// Dossiers: the record of an actor, sealed with its own key. It is found by its reports, by
/// keyed handle values, or by its label; never by the name of a person.
namespace store {

struct StoredDossier {
  model::Dossier dossier;
  RowKey key;
};

[[nodiscard]] base::Bytes insert_dossier(db::Connection& connection, const Keys& keys,
                                         StoredDossier& stored);

[[nodiscard]] std::optional<StoredDossier> find_dossier(db::Connection& connection,
                                                        const Keys& keys,
                                                        base::Id<model::Dossier> id);

/// As store::update_report. The list of personas is written along.
[[nodiscard]] base::Result<base::Bytes> update_dossier(db::Connection& connection,
                                                       StoredDossier& stored);

/// Replaces the keyed handle values (store::blind_match_key of phones, accounts, plates ...).
void set_dossier_handles(db::Connection& connection, const model::Dossier& dossier,
                         const std::vector<base::Bytes>& keys);

[[nodiscard]] std::vector<base::Id<model::Dossier>> find_dossiers_by_handle(
    db::Connection& connection, const base::Bytes& key);

/// Dossiers that hold a persona of the report, whatever became of them.
[[nodiscard]] std::vector<base::Id<model::Dossier>> find_dossiers_of_report(
    db::Connection& connection, base::Id<model::Report> report);

/// With its personas and handles.
void delete_dossier(db::Connection& connection, const model::Dossier& dossier);

/// Newest first.
[[nodiscard]] model::Page<model::Dossier> list_dossiers(db::Connection& connection,
                                                        const Keys& keys,
                                                        std::optional<model::DossierState> state,
                                                        const model::PageRequest& page);

/// Dossiers, for the check of the record.
[[nodiscard]] ContentSource dossier_content();

}  // namespace store
