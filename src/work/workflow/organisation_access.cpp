#include "work/workflow/organisation_access.h"

#include "edges/store/organisation.h"
#include "work/workflow/record.h"

namespace workflow {

using model::Organisation;
using model::Principal;

rights::Facts facts_of(const Principal& principal, const Organisation& organisation) {
  rights::Facts facts;
  facts.owner = organisation.id;
  for (const auto& site : organisation.sites)
    facts.areas.push_back(site.area);
  facts.addressed =
      !organisation.station.empty() && organisation.station == principal.organisation_key;
  return facts;
}

base::Result<Organisation> get_organisation_for(db::Connection& connection,
                                                const Principal& principal, rights::Action action,
                                                base::Id<Organisation> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto organisation = store::find_organisation(connection, id);
  if (!organisation) return no_such("organisation");
  if (auto decided = rights::decide(principal, action, facts_of(principal, *organisation));
      !decided)
    return base::pass_on(decided);
  return std::move(*organisation);
}

}  // namespace workflow
