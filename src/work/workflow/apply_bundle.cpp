#include "work/workflow/apply_bundle.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/deliver/bundle_file.h"
#include "edges/store/exchange.h"
#include "edges/store/hub.h"
#include "edges/store/organisation.h"
#include "edges/store/partner.h"
#include "ground/access/access.h"
#include "steps/share/bundle.h"
#include "work/workflow/bundle_items.h"
#include "work/workflow/partners.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::Result;
using base::UuidBytes;
using model::BundleItem;
using model::Principal;
using rights::Action;

struct Arrived {
  model::Bundle bundle;
  BundleSource source;
};

/// The partner that made the bundle, which is for this hub.
Result<model::Partner> maker_of(Hub& hub, db::Connection& connection, const model::Bundle& bundle) {
  const auto own = crypto::SigningKey(hub.keys.signing).verifying_key();
  if (!std::ranges::equal(bundle.to_key, own.bytes))
    return base::fail(base::ErrorKind::refused, "/to_key", "the bundle is for another hub",
                      "take it to the hub that it was made for");
  auto partner = store::find_partner_by_key(connection, bundle.from_key);
  if (partner && partner->is_active) return std::move(*partner);
  return base::fail(base::ErrorKind::refused, "/from_key",
                    "the bundle is from no partner of this hub",
                    "compare its card by telephone and add it as a partner");
}

Result<Arrived> open(Hub& hub, db::Connection& connection, const Principal& principal,
                     std::string_view file) {
  rights::Facts facts;
  const auto home = store::find_home(connection).value();
  facts.owner = home;
  if (auto decided = rights::decide(principal, Action::bundle_apply, facts); !decided)
    return pass_on(decided);
  auto bundle = deliver::open_bundle(sealing_pair(hub), file);
  if (!bundle) return pass_on(bundle);
  auto partner = maker_of(hub, connection, *bundle);
  if (!partner) return pass_on(partner);
  Arrived arrived;
  arrived.bundle = std::move(*bundle);
  auto& source = arrived.source;
  source.organisation = store::find_organisation(connection, partner->organisation).value();
  source.home = store::find_organisation(connection, home).value();
  source.principal.kind = Principal::Kind::system;
  source.principal.name = "bundle of " + source.organisation.key;
  source.principal.organisation_kind = source.organisation.kind;
  source.principal.organisation_key = source.organisation.key;
  source.principal.caused_by = principal.name;
  return arrived;
}

Result<UuidBytes> apply_confirmation(db::Connection& connection, const BundleSource& source,
                                     const BundleItem& item) {
  auto confirmation = deliver::confirmation_in(item);
  if (!confirmation) return pass_on(confirmation);
  for (const auto& id : confirmation->bundles)
    store::confirm_sent_bundle(connection, source.organisation.id, id);
  return UuidBytes{};
}

Result<UuidBytes> apply_item(Hub& hub, db::Connection& connection, const BundleSource& source,
                             const BundleItem& item) {
  switch (item.kind) {
    case BundleItem::Kind::report:
      return apply_report(hub, connection, source, item);
    case BundleItem::Kind::withdrawal:
      return apply_withdrawal(hub, connection, source, item);
    case BundleItem::Kind::alert:
      return apply_alert(hub, connection, source, item);
    case BundleItem::Kind::answer:
      return apply_answer(hub, connection, source, item);
    case BundleItem::Kind::lesson:
      return apply_lesson(hub, connection, source, item);
    case BundleItem::Kind::confirmation:
      return apply_confirmation(connection, source, item);
  }
  return no_such("kind");
}

/// Applies one thing unless it is known in this state or a newer one. Says whether it was new.
Result<bool> apply_once(Hub& hub, const BundleSource& source, const BundleItem& item) {
  if (!share::may_bring(item.kind, source.organisation.kind, source.home.kind))
    return base::fail(base::ErrorKind::refused, "/kind", "does not come from such an organisation",
                      "ask the other hub why it sends this");
  return hub.database.write([&](db::Connection& connection) -> Result<bool> {
    const auto from = source.organisation.id;
    const bool is_kept = item.kind != BundleItem::Kind::confirmation;
    const auto known = store::find_applied(connection, from, item.kind, item.object);
    if (is_kept && known && known->version >= item.version) return false;
    const auto local_id = apply_item(hub, connection, source, item);
    if (!local_id) return std::unexpected(local_id.error());
    if (is_kept) store::note_applied(connection, from, item, *local_id);
    return true;
  });
}

base::Error at_item(base::Error error, std::size_t index) {
  for (auto& issue : error.issues)
    issue.pointer = fmt::format("/items/{}{}", index, issue.pointer);
  return error;
}

/// A bundle of confirmations alone is not confirmed, or two hubs would never stop.
bool needs_confirmation(const model::Bundle& bundle) {
  return std::ranges::any_of(bundle.items, [](const BundleItem& item) {
    return item.kind != BundleItem::Kind::confirmation;
  });
}

}  // namespace

Result<AppliedBundle> apply_bundle(Hub& hub, const Principal& principal, std::string_view file) {
  auto arrived = hub.database.read(
      [&](db::Connection& connection) { return open(hub, connection, principal, file); });
  if (!arrived) return pass_on(arrived);
  const auto& [bundle, source] = *arrived;
  AppliedBundle applied{bundle.id, source.organisation.id, source.organisation.key, 0, 0, {}};
  for (std::size_t index = 0; index < bundle.items.size(); ++index) {
    const auto is_new = apply_once(hub, source, bundle.items[index]);
    if (!is_new)
      applied.refused.push_back(at_item(is_new.error(), index));
    else
      ++(*is_new ? applied.applied : applied.were_there);
  }
  hub.database.write([&](db::Connection& connection) {
    if (applied.refused.empty() && needs_confirmation(bundle))
      store::note_received_bundle(connection, source.organisation.id, bundle);
    record(hub, connection, principal,
           {base::word_of(Action::bundle_apply), "bundle", bundle.id.bytes});
  });
  return applied;
}

}  // namespace workflow
