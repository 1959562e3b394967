#include "work/workflow/edit_alert.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/store/organisation.h"
#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Alert;

base::Result<void> exclude(Alert& alert, const std::vector<model::AlertEdit::Exclusion>& list) {
  for (std::size_t index = 0; index < list.size(); ++index) {
    auto listed = std::ranges::find(alert.audience, list[index].organisation,
                                    &model::Recipient::organisation);
    if (listed == alert.audience.end())
      return base::fail(ErrorKind::invalid_input, fmt::format("/exclude/{}/organisation", index),
                        "is not on the list", "take out only who stands in the audience");
    listed->excluded = true;
    listed->excluded_reason = list[index].reason;
  }
  return {};
}

base::Result<void> include(db::Connection& connection, Alert& alert,
                           const std::vector<base::Id<model::Organisation>>& list) {
  for (std::size_t index = 0; index < list.size(); ++index) {
    auto listed = std::ranges::find(alert.audience, list[index], &model::Recipient::organisation);
    if (listed != alert.audience.end()) {
      listed->excluded = false;
      listed->excluded_reason.clear();
      continue;
    }
    const auto firm = store::find_organisation(connection, list[index]);
    if (!firm || firm->kind != model::OrganisationKind::company)
      return base::fail(ErrorKind::invalid_input, fmt::format("/include/{}", index),
                        "is no firm of the register", "choose a company");
    alert.audience.push_back(
        {firm->id, firm->key, {{"added_by_person", {}, 0, std::nullopt, std::nullopt}}, false, ""});
  }
  return {};
}

}  // namespace

base::Result<Alert> edit_alert(Hub& hub, const model::Principal& principal, base::Id<Alert> id,
                               std::int64_t revision, model::AlertEdit edit) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, rights::Action::alert_draft, id, revision);
    if (!stored) return base::pass_on(stored);
    auto& alert = stored->alert;
    if (auto next = alert::advance(alert.state, alert::Act::edit); !next)
      return base::pass_on(next);
    alert.text = edit.text;
    alert.contrary_evidence = edit.contrary_evidence;
    alert.confidence = edit.confidence;
    if (edit.marking) alert.marking = *edit.marking;
    alert.expires_at = edit.expires_at;
    if (auto done = exclude(alert, edit.exclude); !done) return base::pass_on(done);
    if (auto done = include(connection, alert, edit.include); !done) return base::pass_on(done);
    add_step(hub, principal, alert, Alert::Step::Kind::edited);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.edit"); !saved)
      return base::pass_on(saved);
    return std::move(alert);
  });
}

}  // namespace workflow
