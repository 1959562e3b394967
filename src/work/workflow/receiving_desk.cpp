#include "work/workflow/receiving_desk.h"

#include <array>

#include "edges/store/organisation.h"

namespace workflow {

using model::Organisation;
using model::OrganisationKind;

std::optional<Organisation> find_home_desk(db::Connection& connection) {
  constexpr std::array kinds = {OrganisationKind::bureau, OrganisationKind::prefecture,
                                OrganisationKind::national_desk, OrganisationKind::industry_body};
  for (const auto kind : kinds) {
    std::optional<Organisation> first;
    store::for_each_organisation(connection, kind, [&](const Organisation& organisation) {
      if (!first) first = organisation;
    });
    if (first) return first;
  }
  return std::nullopt;
}

Organisation receiving_desk(db::Connection& connection, const Organisation& home,
                            const std::vector<std::string>& areas) {
  for (const auto& area : areas)
    for (const auto& police : store::list_police_of_area(connection, area))
      if (police.kind == OrganisationKind::station) return police;
  return home;
}

model::Role desk_role(const model::Principal& principal) {
  return principal.has(model::Role::station_officer) ? model::Role::station_officer
                                                     : model::Role::analyst;
}

}  // namespace workflow
