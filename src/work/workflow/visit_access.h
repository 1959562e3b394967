#pragma once

#include "edges/store/visit.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/organisation.h"
#include "work/workflow/hub.h"

/// How a use case gets at a visit: loaded and judged in one step, so that none forgets to ask.
namespace workflow {

struct VisitAtFirm {
  store::StoredVisit stored;
  model::Organisation firm;
};

/// The visit, if the principal may do this to it: it belongs to his desk, or its firm lies in his
/// territory or names his station. Else not_found, forbidden or unauthenticated.
[[nodiscard]] base::Result<VisitAtFirm> get_visit_for(const Hub& hub, db::Connection& connection,
                                                      const model::Principal& principal,
                                                      rights::Action action,
                                                      base::Id<model::Visit> id);

/// A company that the principal may visit or read of. not_found for what is no company.
[[nodiscard]] base::Result<model::Organisation> get_firm_for(db::Connection& connection,
                                                             const model::Principal& principal,
                                                             rights::Action action,
                                                             base::Id<model::Organisation> id);

}  // namespace workflow
