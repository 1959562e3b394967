#pragma once

#include <vector>

#include "edges/db/connection.h"
#include "ground/base/error.h"
#include "ground/model/small_fact.h"
#include "work/workflow/hub.h"

/// A small fact before the dossiers: by its number plate, telephone number, account and web
/// address, never by a name or looks; and before open dossiers only, never before reports.
namespace workflow {

/// One for each mark that is given and cannot be compared.
[[nodiscard]] std::vector<base::Issue> issues_of_marks(const model::FactEdit& edit);

/// Open dossiers that know one of the marks from personas of reports that are vetted and still
/// stand, each once.
[[nodiscard]] std::vector<model::FactHit> find_hits(const Hub& hub, db::Connection& connection,
                                                    const model::FactEdit& edit);

/// What the reader is told of the hits: which dossiers, if he may read them, else only that there
/// are any, and whom to ask. Without a hit the same form, with the desk that would know.
[[nodiscard]] model::FactAnswer answer_for(Hub& hub, db::Connection& connection,
                                           const model::Principal& principal,
                                           const model::SmallFact& fact,
                                           const std::vector<model::FactHit>& hits);

}  // namespace workflow
