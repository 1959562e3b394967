#include "work/workflow/custodians.h"

#include <algorithm>

#include "edges/store/reporter.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::CustodianKey;
using model::Principal;
using rights::Action;

constexpr std::size_t key_bytes = 32;

base::Result<void> check_key(base::BytesView public_key) {
  const bool is_zero = std::all_of(public_key.begin(), public_key.end(),
                                   [](std::uint8_t byte) { return byte == 0; });
  if (public_key.size() == key_bytes && !is_zero) return {};
  return base::fail(ErrorKind::invalid_input, "/public_key", "is no key of 32 bytes",
                    "send the public half that was made with your secret key");
}

}  // namespace

base::Result<CustodianKey> register_custodian_key(Hub& hub, const Principal& principal,
                                                  base::BytesView public_key) {
  if (auto decided =
          rights::decide(principal, Action::custodian_register, rights::facts_of_own(principal));
      !decided)
    return base::pass_on(decided);
  if (auto checked = check_key(public_key); !checked) return base::pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> base::Result<CustodianKey> {
    CustodianKey key;
    key.public_key.assign(public_key.begin(), public_key.end());
    for (const auto& known : store::list_custodian_keys(connection))
      if (known.public_key == key.public_key)
        return base::fail(ErrorKind::conflict, "/public_key", "is registered already",
                          "nothing is left to do");
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
    return key;
  });
}

base::Result<std::vector<CustodianKey>> list_custodians(Hub& hub, const Principal& principal) {
  if (principal.kind == Principal::Kind::anonymous)
    return base::fail(ErrorKind::unauthenticated, "", "nobody is signed in", "sign in first");
  return hub.database.read(
      [](db::Connection& connection) { return store::list_custodian_keys(connection); });
}

}  // namespace workflow
