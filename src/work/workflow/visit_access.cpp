#include "work/workflow/visit_access.h"

#include "edges/store/organisation.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/record.h"

namespace workflow {

using model::Organisation;
using model::Principal;
using rights::Action;

base::Result<VisitAtFirm> get_visit_for(const Hub& hub, db::Connection& connection,
                                        const Principal& principal, Action action,
                                        base::Id<model::Visit> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_visit(connection, hub.keys, id);
  if (!stored) return no_such("visit");
  auto firm = store::find_organisation(connection, stored->visit.firm);
  if (!firm) return no_such("visit");
  auto facts = facts_of(principal, *firm);
  facts.owner = stored->visit.organisation;
  if (auto decided = rights::decide(principal, action, facts); !decided)
    return base::pass_on(decided);
  return VisitAtFirm{std::move(*stored), std::move(*firm)};
}

base::Result<Organisation> get_firm_for(db::Connection& connection, const Principal& principal,
                                        Action action, base::Id<Organisation> id) {
  auto firm = get_organisation_for(connection, principal, action, id);
  if (firm && firm->kind != model::OrganisationKind::company) return no_such("organisation");
  return firm;
}

}  // namespace workflow
