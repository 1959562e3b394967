#include "work/workflow/organisations.h"

#include "edges/store/organisation.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/record.h"
#include "work/workflow/register_rules.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Organisation;
using model::OrganisationKind;
using model::Principal;
using rights::Action;

/// Who gives an organisation a territory or police powers decides what it may read.
Action action_for(const Organisation& organisation) {
  const bool is_plain_firm =
      organisation.kind == OrganisationKind::company && organisation.territory.empty();
  return is_plain_firm ? Action::organisation_edit : Action::organisation_found;
}

base::Result<void> check_station(db::Connection& connection, const Organisation& organisation) {
  if (organisation.station.empty()) return {};
  const auto station = store::find_organisation_by_key(connection, organisation.station);
  if (station && station->kind == OrganisationKind::station) return {};
  return base::fail(ErrorKind::refused, "/station", "is no station of this register",
                    "add the station first, or give the key of one that is there");
}

base::Result<void> check_change(const Organisation& now, const Organisation& wanted,
                                std::int64_t revision) {
  if (now.revision != revision)
    return base::fail(ErrorKind::precondition_failed, "", "the organisation has changed since",
                      "read it again and repeat the change");
  if (now.key != wanted.key)
    return base::fail(ErrorKind::refused, "/key", "cannot be changed: others refer to it",
                      "send the key it has");
  return {};
}

}  // namespace

base::Result<Organisation> enter_organisation(Hub& hub, db::Connection& connection,
                                              const Principal& principal,
                                              Organisation organisation) {
  if (store::find_organisation_by_key(connection, organisation.key))
    return base::fail(ErrorKind::conflict, "/key", "is taken by another organisation",
                      "choose another key, or change the organisation that has it");
  if (auto checked = check_station(connection, organisation); !checked)
    return base::pass_on(checked);
  organisation.id = hub.ids.make<Organisation>(hub.clock.now());
  auto commitment =
      store::add_organisation(connection, hub.keys, organisation, search_text_of(organisation));
  record(hub, connection, principal,
         {.action = base::word_of(action_for(organisation)),
          .object_kind = "organisation",
          .object = organisation.id.bytes,
          .commitment = std::move(commitment)});
  return organisation;
}

base::Result<Organisation> add_organisation(Hub& hub, const Principal& principal,
                                            Organisation organisation, const RequestKey& request) {
  if (auto checked = check_organisation(organisation); !checked) return base::pass_on(checked);
  if (auto decided =
          rights::decide(principal, action_for(organisation), facts_of(principal, organisation));
      !decided)
    return base::pass_on(decided);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Organisation> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay) return store::find_organisation(connection, {(*replay)->object}).value();
    auto made = enter_organisation(hub, connection, principal, organisation);
    if (made)
      remember(hub, connection, principal, request, "organisation", made->id.bytes, made->revision);
    return made;
  });
}

base::Result<Organisation> edit_organisation(Hub& hub, const Principal& principal,
                                             base::Id<Organisation> id, std::int64_t revision,
                                             Organisation organisation) {
  if (auto checked = check_organisation(organisation); !checked) return base::pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Organisation> {
    auto now = store::find_organisation(connection, id);
    const auto action = now && action_for(*now) == Action::organisation_found
                            ? Action::organisation_found
                            : action_for(organisation);
    auto found = get_organisation_for(connection, principal, action, id);
    if (!found) return found;
    if (auto checked = check_change(*found, organisation, revision); !checked)
      return base::pass_on(checked);
    if (auto checked = check_station(connection, organisation); !checked)
      return base::pass_on(checked);
    organisation.id = id;
    organisation.revision = revision;
    auto commitment =
        store::update_organisation(connection, organisation, search_text_of(organisation));
    if (!commitment) return base::pass_on(commitment);
    record(hub, connection, principal,
           {.action = base::word_of(action),
            .object_kind = "organisation",
            .object = id.bytes,
            .commitment = std::move(*commitment)});
    return organisation;
  });
}

base::Result<Organisation> open_organisation(Hub& hub, const Principal& principal,
                                             base::Id<Organisation> id) {
  return hub.database.read([&](db::Connection& connection) {
    return get_organisation_for(connection, principal, Action::organisation_read, id);
  });
}

base::Result<model::Page<Organisation>> list_organisations(Hub& hub, const Principal& principal,
                                                           const OrganisationQuery& query,
                                                           const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::organisation_read); !tried)
    return base::pass_on(tried);
  const store::OrganisationFilter filter{
      .scope = rights::scope_of(principal, Action::organisation_read),
      .reader_key = principal.organisation_key,
      .kind = query.kind,
      .station = query.station,
      .folded_text = fold_for_search(query.text)};
  return hub.database.read([&](db::Connection& connection) {
    return store::list_organisations(connection, filter, page);
  });
}

base::Result<std::size_t> import_organisations(Hub& hub, const Principal& principal,
                                               const std::vector<Organisation>& organisations) {
  if (auto decided = rights::decide(principal, Action::organisation_found, {}); !decided)
    return base::pass_on(decided);
  for (const auto& organisation : organisations)
    if (auto checked = check_organisation(organisation); !checked) return base::pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<std::size_t> {
    std::size_t added = 0;
    for (const auto& organisation : organisations) {
      if (store::find_organisation_by_key(connection, organisation.key)) continue;
      if (auto made = enter_organisation(hub, connection, principal, organisation); !made)
        return base::pass_on(made);
      ++added;
    }
    return added;
  });
}

}  // namespace workflow
