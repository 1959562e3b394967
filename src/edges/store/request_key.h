#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "edges/db/connection.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

/// Answers to creates that carried an Idempotency-Key, so that a repeat makes nothing twice.
namespace store {

/// What a create made. The answer itself is not kept: it is made again from the object.
struct Replay {
  std::string request_hash;  ///< of what was sent
  std::string kind;          ///< "report", "organisation", ...
  base::UuidBytes object{};
  std::int64_t version = 0;  ///< of the object, as it was answered
};

/// `principal`: whose key it is; two principals may choose the same key.
[[nodiscard]] std::optional<Replay> find_replay(db::Connection& connection,
                                                std::string_view principal, std::string_view key);

/// To be written in the transaction of what it answers. A key that is there already is a
/// db::ConstraintViolation: look with find_replay first, in the same transaction.
void remember(db::Connection& connection, std::string_view principal, std::string_view key,
              const Replay& replay, base::UtcTime now);

/// Returns how many were forgotten.
std::int64_t forget_replays(db::Connection& connection, base::UtcTime before);

}  // namespace store
