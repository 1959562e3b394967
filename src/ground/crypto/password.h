#pragma once

#include <cstddef>
#include <string>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"

namespace crypto {

/// The price of one guess. 64 MiB and two passes take about 80 ms of one core; OWASP asks for
/// at least 19 MiB and two passes. Tests use less.
struct PasswordCost {
  std::size_t memory_kib = 64 * 1024;
  unsigned passes = 2;
};

/// Argon2id in its usual text form ("$argon2id$v=19$..."), with the salt and the cost inside.
/// Fails with `unavailable` when there is no memory for it. The caller limits how many run at
/// once; each takes `memory_kib`.
[[nodiscard]] base::Result<std::string> hash_password(const base::Sensitive<std::string>& password,
                                                      const PasswordCost& cost = {});

/// Takes as long as hashing did. For an unknown account, check against the hash of a random
/// password made at the start, so that the time does not tell who has an account.
[[nodiscard]] bool password_matches(const std::string& hash,
                                    const base::Sensitive<std::string>& password);

/// Whether the hash was made at another cost and should be replaced at the next sign-in.
[[nodiscard]] bool needs_new_hash(const std::string& hash, const PasswordCost& cost = {});

}  // namespace crypto
