#pragma once

#include <string>
#include <string_view>

#include "edges/db/database.h"
#include "edges/store/keys.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/crypto/keys.h"
#include "ground/crypto/sealed.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"

/// The birth of a hub, and the opening of one that exists.
namespace workflow {

struct SetUp {
  model::Organisation home;                     ///< who runs it; its id is made here
  std::string administrator = "administrator";  ///< sign-in name of the first account
  crypto::PublicKey recovery;  ///< whose secret half the caller has written away and keeps not
  std::string operator_name;   ///< the system's user name, for the record
};

struct NewHub {
  model::Organisation home;
  std::string administrator;
  std::string invitation_code;  ///< shown once; good for seven days
  base::UtcTime invitation_expires_at;
};

/// Fills a migrated, empty database: keys wrapped by the vault's master key, the home
/// organisation, the recovery key's public half and an invitation for the first administrator. No
/// account with a password exists afterwards. Fails with `conflict` when it was set up before.
[[nodiscard]] base::Result<NewHub> set_up_hub(db::Database& database, const base::Clock& clock,
                                              base::IdSource& ids, const crypto::KeyVault& vault,
                                              const SetUp& set_up);

/// The keys of a hub that was set up: not_found before, refused with another master key.
[[nodiscard]] base::Result<store::Keys> open_keys(db::Database& database,
                                                  const crypto::KeyVault& vault);

/// Whoever works at the machine itself: "operator:root". In the record as everybody else.
[[nodiscard]] model::Principal operator_principal(std::string_view user_name);

/// The program's own work, caused by somebody: "system:jobs for hanako".
[[nodiscard]] model::Principal system_principal(std::string_view name,
                                                std::string_view caused_by = "");

}  // namespace workflow
