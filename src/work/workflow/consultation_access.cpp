#include "work/workflow/consultation_access.h"

#include "edges/store/organisation.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/record.h"

namespace workflow {

using model::Consultation;
using model::Principal;
using model::Role;
using rights::Action;

namespace {

rights::Facts facts_here(db::Connection& connection, const Principal& principal,
                         const Consultation& consultation) {
  rights::Facts facts;
  if (const auto firm = store::find_organisation(connection, consultation.firm))
    facts = facts_of(principal, *firm);
  facts.owner = consultation.organisation;
  const bool is_investigator = principal.has(Role::investigator);
  facts.addressed = facts.addressed || (is_investigator && consultation.referred_at.has_value());
  return facts;
}

}  // namespace

base::Result<store::StoredConsultation> get_consultation_for(const Hub& hub,
                                                             db::Connection& connection,
                                                             const Principal& principal,
                                                             Action action,
                                                             base::Id<Consultation> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_consultation(connection, hub.keys, id);
  if (!stored) return no_such("consultation");
  const auto facts = facts_here(connection, principal, stored->consultation);
  if (auto decided = rights::decide(principal, action, facts); !decided)
    return base::pass_on(decided);
  return std::move(*stored);
}

}  // namespace workflow
