#pragma once

#include <string>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/crypto/password.h"

namespace workflow {

/// Hashing a password takes 64 MiB: at most two run at once in this process, others wait.
[[nodiscard]] base::Result<std::string> hash_in_turn(const base::Sensitive<std::string>& password,
                                                     const crypto::PasswordCost& cost);

/// Whether the password is the one of the hash. Without a hash (no such account, no password yet)
/// the same work is done and the answer is no.
[[nodiscard]] bool matches_in_turn(const std::string& hash,
                                   const base::Sensitive<std::string>& password,
                                   const crypto::PasswordCost& cost);

}  // namespace workflow
