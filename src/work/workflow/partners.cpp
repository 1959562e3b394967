#include "work/workflow/partners.h"

#include <utility>

#include "edges/store/hub.h"
#include "edges/store/organisation.h"
#include "edges/store/partner.h"
#include "ground/access/access.h"
#include "ground/base/blank.h"
#include "ground/crypto/digest.h"
#include "work/workflow/exchange.h"
#include "work/workflow/organisations.h"
#include "work/workflow/record.h"
#include "work/workflow/register_rules.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::HubCard;
using model::Partner;
using model::Principal;
using rights::Action;

base::Bytes bytes_of(const std::array<std::uint8_t, 32>& key) {
  return {key.begin(), key.end()};
}

base::Result<void> check_keys(const Hub& hub, const HubCard& card) {
  if (card.verifying_key == bytes_of(crypto::SigningKey(hub.keys.signing).verifying_key().bytes))
    return base::fail(ErrorKind::refused, "/card/verifying_key", "is the key of this very hub",
                      "take the card of the other one");
  if (!crypto::public_key_from(card.sealing_key))
    return base::fail(ErrorKind::invalid_input, "/card/sealing_key",
                      "is no key to which anything can be sealed",
                      "ask the other hub for its card again");
  return {};
}

/// The organisation behind a card in this register; a new row where its key is unknown.
base::Result<model::Organisation> organisation_of(Hub& hub, db::Connection& connection,
                                                  const Principal& principal, const HubCard& card) {
  if (const auto known = store::find_organisation_by_key(connection, card.organisation.key)) {
    if (known->kind == card.organisation.kind) return *known;
    return base::fail(ErrorKind::conflict, "/card/organisation/kind",
                      "is another one than in this register", "compare the two by telephone");
  }
  auto organisation = card.organisation;
  organisation.station.clear();
  if (auto checked = check_organisation(organisation); !checked) return pass_on(checked);
  return enter_organisation(hub, connection, principal, std::move(organisation));
}

base::Result<Partner> save(Hub& hub, db::Connection& connection, const Principal& principal,
                           Partner partner, base::Bytes commitment) {
  record(hub, connection, principal,
         {base::word_of(Action::partner_edit), "partner", partner.id.bytes, std::move(commitment)});
  return partner;
}

}  // namespace

crypto::KeyPair sealing_pair(const Hub& hub) {
  return crypto::keypair_of(crypto::derive_key(hub.keys.signing, "bundle sealing"));
}

base::Result<HubCard> own_card(Hub& hub, const Principal& principal) {
  if (auto tried = rights::may_try(principal, Action::partner_read); !tried) return pass_on(tried);
  HubCard card;
  card.verifying_key = bytes_of(crypto::SigningKey(hub.keys.signing).verifying_key().bytes);
  card.sealing_key = bytes_of(sealing_pair(hub).open_half.bytes);
  if (hub.settings.public_url.starts_with("https://")) card.url = hub.settings.public_url;
  card.organisation = hub.database.read([](db::Connection& connection) {
    return store::find_organisation(connection, store::find_home(connection).value()).value();
  });
  return card;
}

std::string fingerprint(const HubCard& card) {
  base::Bytes both = card.verifying_key;
  both.insert(both.end(), card.sealing_key.begin(), card.sealing_key.end());
  const auto digits = base::hex(crypto::digest(both));
  std::string groups;
  for (std::size_t at = 0; at < digits.size(); at += 4)
    groups += (at == 0 ? "" : " ") + digits.substr(at, 4);
  return groups;
}

base::Result<void> check_hub_card(const Hub& hub, const Principal& principal, const HubCard& card) {
  if (auto decided = rights::decide(principal, Action::partner_edit, {}); !decided) return decided;
  return check_keys(hub, card);
}

base::Result<Partner> add_partner(Hub& hub, const Principal& principal, const HubCard& card,
                                  const std::string& verified_how, const RequestKey& request) {
  if (auto decided = rights::decide(principal, Action::partner_edit, {}); !decided)
    return pass_on(decided);
  if (base::is_blank(verified_how))
    return base::fail(ErrorKind::refused, "/verified_how", "is empty",
                      "say whom you called, at which number, and how you found that number");
  if (auto checked = check_keys(hub, card); !checked) return pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Partner> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return pass_on(replay);
    if (*replay) return store::find_partner(connection, {(*replay)->object}).value();
    auto organisation = organisation_of(hub, connection, principal, card);
    if (!organisation) return pass_on(organisation);
    if (store::find_partner(connection, organisation->id) ||
        store::find_partner_by_key(connection, card.verifying_key))
      return base::fail(ErrorKind::conflict, "/card", "is a partner already",
                        "end the exchange with the old key first if it has a new one");
    Partner partner;
    partner.verified_at = hub.clock.now();
    partner.id = hub.ids.make<Partner>(partner.verified_at);
    partner.organisation = organisation->id;
    partner.organisation_key = organisation->key;
    partner.verifying_key = card.verifying_key;
    partner.sealing_key = card.sealing_key;
    partner.url = card.url;
    partner.verified_how = verified_how;
    partner.verified_by = principal.name;
    auto commitment = store::insert_partner(connection, partner);
    request_exchange(hub, connection, principal, partner);
    remember(hub, connection, principal, request, "partner", partner.organisation.bytes, 1);
    return save(hub, connection, principal, std::move(partner), std::move(commitment));
  });
}

base::Result<Partner> edit_partner(Hub& hub, const Principal& principal,
                                   base::Id<model::Organisation> organisation,
                                   std::int64_t revision, const PartnerEdit& edit) {
  if (auto decided = rights::decide(principal, Action::partner_edit, {}); !decided)
    return pass_on(decided);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Partner> {
    auto partner = store::find_partner(connection, organisation);
    if (!partner) return no_such("partner");
    partner->revision = revision;
    partner->is_active = edit.is_active;
    partner->url = edit.url;
    auto commitment = store::update_partner(connection, *partner);
    if (!commitment) return pass_on(commitment);
    request_exchange(hub, connection, principal, *partner);
    return save(hub, connection, principal, std::move(*partner), std::move(*commitment));
  });
}

base::Result<std::vector<Partner>> list_partners(Hub& hub, const Principal& principal) {
  if (auto tried = rights::may_try(principal, Action::partner_read); !tried) return pass_on(tried);
  return hub.database.read(
      [](db::Connection& connection) { return store::list_partners(connection); });
}

}  // namespace workflow
