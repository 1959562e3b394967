#include "work/workflow/custodians.h"

#include "edges/store/reporter.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::CustodianKey;
using model::Principal;
using rights::Action;

}  // namespace

base::Result<CustodianKey> register_custodian_key(Hub& hub, const Principal& principal,
                                                  base::BytesView public_key,
                                                  const RequestKey& request) {
  if (auto decided =
          rights::decide(principal, Action::custodian_register, rights::facts_of_own(principal));
      !decided)
    return base::pass_on(decided);
  if (auto usable = crypto::public_key_from(public_key, "/public_key"); !usable)
    return base::pass_on(usable);
  return hub.database.write([&](db::Connection& connection) -> base::Result<CustodianKey> {
    CustodianKey key;
    key.public_key.assign(public_key.begin(), public_key.end());
    const auto in_use = store::list_custodian_keys(connection);
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      for (const auto& known : in_use)
        if (known.id.bytes == (*replay)->object) return known;
    for (const auto& known : in_use)
      if (known.public_key == key.public_key)
        return base::fail(ErrorKind::conflict, "/public_key", "is registered already",
                          "nothing is left to do");
    if (in_use.size() >= crypto::recipients_max)
      return base::fail(ErrorKind::conflict, "/public_key",
                        "is one too many: identities are sealed to at most 32 keys",
                        "disable the account of a custodian who has left: his keys end with it");
    const auto now = hub.clock.now();
    key.id = hub.ids.make<CustodianKey>(now);
    key.name = principal.name;
    key.made_at = now;
    auto commitment = store::add_custodian_key(connection, key, principal.account);
    record(hub, connection, principal,
           {.action = base::word_of(Action::custodian_register),
            .object_kind = "custodian_key",
            .object = key.id.bytes,
            .commitment = std::move(commitment)});
    remember(hub, connection, principal, request, "custodian_key", key.id.bytes, 1);
    return key;
  });
}

void retire_keys_of(const Hub& hub, db::Connection& connection, const Principal& principal,
                    base::Id<model::Account> custodian) {
  for (auto& retired : store::retire_custodian_keys(connection, custodian, hub.clock.now()))
    record(hub, connection, principal,
           {.action = "custodian.retire",
            .object_kind = "custodian_key",
            .object = retired.id.bytes,
            .commitment = std::move(retired.commitment)});
}

base::Result<std::vector<CustodianKey>> list_custodians(Hub& hub, const Principal& principal) {
  if (principal.kind == Principal::Kind::anonymous)
    return base::fail(ErrorKind::unauthenticated, "", "nobody is signed in", "sign in first");
  return hub.database.read(
      [](db::Connection& connection) { return store::list_custodian_keys(connection); });
}

}  // namespace workflow
