#include "doors/cli/operator_desk.h"

#include <algorithm>
#include <utility>

#include "work/workflow/organisations.h"

namespace cli {

OperatorDesk::OperatorDesk(std::unique_ptr<OpenStore> opened)
    : store(std::move(opened)), who(workflow::operator_principal(system_user())) {}

base::Result<std::unique_ptr<OperatorDesk>> open_desk(const std::string& data,
                                                      OpenStore::Ownership ownership) {
  auto store = OpenStore::open(data, ownership);
  if (!store) return base::pass_on(store);
  return std::make_unique<OperatorDesk>(std::move(*store));
}

base::Result<model::Organisation> find_organisation(OperatorDesk& desk, const std::string& key,
                                                    const std::string& option) {
  auto hub = desk.hub();
  workflow::OrganisationQuery query;
  query.text = key;
  model::PageRequest page;
  page.limit = model::PageRequest::limit_max;
  auto found = workflow::list_organisations(hub, desk.who, query, page);
  if (!found) return base::pass_on(found);
  const auto same = std::ranges::find(found->items, key, &model::Organisation::key);
  if (same != found->items.end()) return *same;
  return base::fail(base::ErrorKind::invalid_input, option,
                    "there is no organisation with this key",
                    "register it first, or see the administrator's pages for the keys");
}

}  // namespace cli
