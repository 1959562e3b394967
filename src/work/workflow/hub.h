#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "edges/db/database.h"
#include "edges/store/keys.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/crypto/password.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"
#include "work/engine/knowledge.h"

namespace workflow {

/// What a hub was set to. Times are spans; working days are counted by base/working_days.h.
struct Settings {
  std::string public_url = "http://127.0.0.1:8080";  ///< as written in notices
  std::string mail_from = "kizuki@localhost";
  std::string smtp_url;                ///< "" = no mail leaves, notices say so
  std::string emergency_line = "110";  ///< shown first where there is a threat
  std::chrono::days receipt_days_max{180};
  std::chrono::hours session_idle_max{8};
  std::chrono::hours session_absolute_max{24};
  std::chrono::seconds exchange_every{300};  ///< rounds with partners over the network
  crypto::PasswordCost password_cost;        ///< of one guess; each hashing takes that memory
  /// Hears of every failure of the outside and of the program, in words without content; called
  /// from several threads. Nothing: nobody hears.
  std::function<void(const std::string&)> tell_operator;
};

/// One running hub: the parts that every use case needs. Made once in cli, passed by
/// reference; it owns nothing.
struct Hub {
  db::Database& database;
  base::Clock& clock;
  base::IdSource& ids;
  const store::Keys& keys;
  const engine::Knowledge& knowledge;
  const Settings& settings;
};

/// A client's Idempotency-Key with the hash of what it sent: the same key and the same hash
/// give the first answer again, the same key with another hash is a conflict.
struct RequestKey {
  std::string key;  ///< "" = none was given
  std::string request_hash;
};

}  // namespace workflow
