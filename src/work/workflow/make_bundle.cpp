#include "work/workflow/make_bundle.h"

#include <utility>

#include "edges/deliver/bundle_file.h"
#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "edges/store/exchange.h"
#include "edges/store/hub.h"
#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/partner.h"
#include "edges/store/report.h"
#include "ground/access/access.h"
#include "steps/share/bundle.h"
#include "work/workflow/partners.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::Result;
using model::Bundle;
using model::BundleItem;
using model::Partner;
using model::Principal;
using rights::Action;
using Reach = share::Audience::Reach;

/// Collects what waits for one partner, inside one transaction.
class Gathering {
 public:
  Gathering(Hub& hub, db::Connection& connection, const Partner& partner,
            const BundleLimits& limits = {})
      : hub_(hub), connection_(connection), partner_(partner), limits_(limits) {}

  Bundle run() {
    add_confirmation();
    const auto home = find(store::find_home(connection_).value());
    const auto other = find(partner_.organisation);
    if (share::hands_reports(home.kind, other.kind)) {
      add_reports();
      add_withdrawals();
    }
    if (model::is_police(home.kind)) {
      add_alerts();
      add_lessons(other.kind);
    }
    add_answers();
    bundle_.made_at = hub_.clock.now();
    bundle_.id = hub_.ids.make<Bundle>(bundle_.made_at);
    const auto key = crypto::SigningKey(hub_.keys.signing).verifying_key();
    bundle_.from_key.assign(key.bytes.begin(), key.bytes.end());
    bundle_.to_key = partner_.verifying_key;
    return std::move(bundle_);
  }

 private:
  model::Organisation find(base::Id<model::Organisation> id) {
    return store::find_organisation(connection_, id).value();
  }

  void add(BundleItem::Kind kind, const base::UuidBytes& object, std::int64_t version,
           std::string content) {
    const bool is_first = bytes_ == 0;
    bytes_ += content.size();
    if (bytes_ > limits_.bytes_max && !is_first) return;
    bundle_.items.push_back({kind, object, version, std::move(content)});
  }

  void add_reports() {
    for (const auto& waiting :
         store::list_waiting_reports(connection_, partner_.organisation, limits_.items_max)) {
      const auto stored = store::find_report(connection_, hub_.keys, waiting.id).value();
      auto content =
          store::find_content_json(connection_, stored, static_cast<int>(waiting.version));
      if (content)
        add(BundleItem::Kind::report, waiting.id.bytes, waiting.version, std::move(*content));
    }
  }

  void add_withdrawals() {
    for (const auto& id :
         store::list_waiting_withdrawals(connection_, partner_.organisation, limits_.items_max)) {
      const auto stored = store::find_report(connection_, hub_.keys, id).value();
      add(BundleItem::Kind::withdrawal, id.bytes, 1,
          deliver::content_of(model::HandedWithdrawal{stored.record.set_aside_reason}));
    }
  }

  void add_alerts() {
    for (const auto& waiting :
         store::list_waiting_deliveries(connection_, partner_.organisation, limits_.items_max)) {
      auto delivery = store::find_delivery(connection_, hub_.keys, waiting.id).value().delivery;
      auto alert = store::find_alert(connection_, hub_.keys, delivery.alert).value().alert;
      const share::Audience audience{Reach::named, partner_.organisation_key};
      const auto cleared_delivery = share::clear_for(std::move(delivery), alert, audience);
      const auto cleared = share::clear_for(std::move(alert), audience);
      if (cleared && cleared_delivery)
        add(BundleItem::Kind::alert, waiting.id.bytes, waiting.version,
            deliver::content_of(share::hand_alert(*cleared, *cleared_delivery)));
    }
  }

  void add_lessons(model::OrganisationKind kind) {
    const share::Audience audience{share::lesson_reach(kind), partner_.organisation_key};
    for (const auto& waiting : store::list_waiting_lessons(
             connection_, partner_.organisation, model::is_police(kind), limits_.items_max)) {
      auto lesson = store::find_lesson(connection_, hub_.keys, waiting.id).value().lesson;
      if (const auto cleared = share::clear_for(std::move(lesson), audience))
        add(BundleItem::Kind::lesson, waiting.id.bytes, waiting.version,
            deliver::content_of(share::hand_lesson(*cleared)));
    }
  }

  void add_answers() {
    for (const auto& waiting :
         store::list_waiting_answers(connection_, partner_.organisation, limits_.items_max)) {
      const auto delivery =
          store::find_delivery(connection_, hub_.keys, waiting.id).value().delivery;
      add(BundleItem::Kind::answer, waiting.id.bytes, waiting.version,
          deliver::content_of(model::HandedAnswer{delivery.acknowledged, delivery.follow_ups}));
    }
  }

  /// Before all else and whatever the limit: what it confirms is never told again.
  void add_confirmation() {
    auto bundles = store::list_unconfirmed(connection_, partner_.organisation);
    if (bundles.empty()) return;
    bundle_.items.push_back({BundleItem::Kind::confirmation,
                             {},
                             1,
                             deliver::content_of(model::HandedConfirmation{std::move(bundles)})});
  }

  Hub& hub_;
  db::Connection& connection_;
  const Partner& partner_;
  const BundleLimits limits_;
  std::size_t bytes_ = 0;
  Bundle bundle_;
};

/// The bytes for the partner alone; a store from elsewhere may hold a key that is none.
Result<std::string> sealed_to(const Partner& partner, std::string_view bytes) {
  const auto key = crypto::public_key_from(partner.sealing_key);
  if (!key)
    return base::fail(base::ErrorKind::refused, "", "nothing can be sealed to this partner's key",
                      "end the exchange with this partner and ask it for a new card");
  return deliver::seal_bundle(*key, bytes);
}

Result<Partner> active_partner(db::Connection& connection, base::Id<model::Organisation> id) {
  auto partner = store::find_partner(connection, id);
  if (!partner || !partner->is_active) return no_such("partner");
  return std::move(*partner);
}

Result<void> may_make(db::Connection& connection, const Principal& principal) {
  rights::Facts facts;
  facts.owner = store::find_home(connection).value_or(base::Id<model::Organisation>{});
  return rights::decide(principal, Action::bundle_make, facts);
}

bool holds_confirmation(const Bundle& bundle) {
  return std::ranges::any_of(bundle.items, [](const BundleItem& item) {
    return item.kind == BundleItem::Kind::confirmation;
  });
}

void hand_over_all(Hub& hub, db::Connection& connection, const Principal& principal,
                   const Partner& partner, const Bundle& bundle) {
  store::note_sent_bundle(connection, partner.organisation, bundle);
  if (holds_confirmation(bundle))
    store::note_confirmation_sent(connection, partner.organisation,
                                  store::list_unconfirmed(connection, partner.organisation));
  record(hub, connection, principal,
         {base::word_of(Action::bundle_make), "bundle", bundle.id.bytes});
}

}  // namespace

Result<Bundle> preview_bundle(Hub& hub, const Principal& principal,
                              base::Id<model::Organisation> partner) {
  return hub.database.write([&](db::Connection& connection) -> Result<Bundle> {
    if (auto may = may_make(connection, principal); !may) return pass_on(may);
    auto known = active_partner(connection, partner);
    if (!known) return pass_on(known);
    record(hub, connection, principal, {"bundle.preview", "partner", known->id.bytes});
    return Gathering(hub, connection, *known).run();
  });
}

Result<BundleFile> make_bundle(Hub& hub, const Principal& principal,
                               base::Id<model::Organisation> partner, const BundleForm& form) {
  return hub.database.write([&](db::Connection& connection) -> Result<BundleFile> {
    if (auto may = may_make(connection, principal); !may) return pass_on(may);
    auto known = active_partner(connection, partner);
    if (!known) return pass_on(known);
    auto bundle = Gathering(hub, connection, *known, form.limits).run();
    if (bundle.items.empty() && !form.may_be_empty)
      return base::fail(base::ErrorKind::refused, "", "nothing waits for this partner",
                        "release a report or send an alert first");
    if (!bundle.items.empty()) hand_over_all(hub, connection, principal, *known, bundle);
    auto bytes = deliver::sign_bundle(crypto::SigningKey(hub.keys.signing), bundle);
    if (!form.is_sealed) return BundleFile{std::move(bundle), std::move(bytes)};
    auto sealed = sealed_to(*known, bytes);
    if (!sealed) return pass_on(sealed);
    return BundleFile{std::move(bundle), std::move(*sealed)};
  });
}

}  // namespace workflow
