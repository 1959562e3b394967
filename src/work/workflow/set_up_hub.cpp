#include "work/workflow/set_up_hub.h"

#include <chrono>

#include "edges/store/account.h"
#include "edges/store/audit.h"
#include "edges/store/hub.h"
#include "edges/store/organisation.h"
#include "edges/store/reporter.h"
#include "ground/crypto/token.h"
#include "work/workflow/invite.h"
#include "work/workflow/register_rules.h"

namespace workflow {
namespace {

using model::Principal;

/// The first writes of a hub that does not exist yet.
class Founding {
 public:
  Founding(db::Connection& connection, base::IdSource& ids, base::UtcTime now, const SetUp& set_up,
           store::Keys keys)
      : connection_(connection), ids_(ids), now_(now), set_up_(set_up), keys_(std::move(keys)) {}

  NewHub found() {
    NewHub made;
    made.home = add_home();
    add_recovery_key();
    made.administrator = set_up_.administrator;
    made.invitation_expires_at = now_ + invitation_days;
    const auto code = crypto::issue_token();
    add_administrator(made, code.hash);
    made.invitation_code = code.text.reveal();
    return made;
  }

 private:
  void record(std::string_view action, std::string_view kind, const base::UuidBytes& object,
              base::Bytes commitment) {
    model::AuditEntry entry;
    entry.id = ids_.make<model::AuditEntry>(now_);
    entry.at = now_;
    entry.principal = operator_principal(set_up_.operator_name).name;
    entry.action = action;
    entry.object_kind = kind;
    entry.object = object;
    entry.commitment = std::move(commitment);
    store::append_audit(connection_, entry);
  }

  model::Organisation add_home() {
    auto home = set_up_.home;
    home.id = ids_.make<model::Organisation>(now_);
    auto commitment = store::add_organisation(connection_, keys_, home, search_text_of(home));
    store::set_home(connection_, home.id);
    record("organisation.found", "organisation", home.id.bytes, std::move(commitment));
    return home;
  }

  void add_recovery_key() {
    model::CustodianKey key;
    key.id = ids_.make<model::CustodianKey>(now_);
    key.public_key.assign(set_up_.recovery.bytes.begin(), set_up_.recovery.bytes.end());
    key.made_at = now_;
    auto commitment = store::add_custodian_key(connection_, key, {});
    record("custodian.register", "custodian_key", key.id.bytes, std::move(commitment));
  }

  void add_administrator(const NewHub& made, const crypto::TokenHash& code_hash) {
    store::StoredAccount stored;
    stored.account.id = ids_.make<model::Account>(now_);
    stored.account.organisation = made.home.id;
    stored.account.name = made.administrator;
    stored.account.roles = {model::Role::administrator};
    auto commitment = store::add_account(connection_, keys_, stored);
    store::add_invitation(connection_, code_hash,
                          {stored.account.id, operator_principal(set_up_.operator_name).name, now_,
                           made.invitation_expires_at});
    record("account.invite", "account", stored.account.id.bytes, std::move(commitment));
  }

  db::Connection& connection_;
  base::IdSource& ids_;
  base::UtcTime now_;
  const SetUp& set_up_;
  store::Keys keys_;
};

}  // namespace

base::Result<NewHub> set_up_hub(db::Database& database, const base::Clock& clock,
                                base::IdSource& ids, const crypto::KeyVault& vault,
                                const SetUp& set_up) {
  if (auto checked = check_organisation(set_up.home); !checked) return base::pass_on(checked);
  if (auto checked = check_sign_in_name(set_up.administrator, "administrator"); !checked)
    return base::pass_on(checked);
  return database.write([&](db::Connection& connection) -> base::Result<NewHub> {
    auto keys = store::make_keys(connection, vault.master());
    if (!keys) return base::pass_on(keys);
    return Founding(connection, ids, clock.now(), set_up, *keys).found();
  });
}

base::Result<store::Keys> open_keys(db::Database& database, const crypto::KeyVault& vault) {
  return database.read(
      [&](db::Connection& connection) { return store::open_keys(connection, vault.master()); });
}

Principal operator_principal(std::string_view user_name) {
  return system_principal(std::string("operator:") + std::string(user_name));
}

Principal system_principal(std::string_view name, std::string_view caused_by) {
  Principal principal;
  principal.kind = Principal::Kind::system;
  principal.name = name;
  principal.caused_by = caused_by;
  return principal;
}

}  // namespace workflow
