#include "ground/crypto/password.h"

#include <array>

#include <sodium.h>

#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

constexpr std::size_t kibibyte = 1024;

}  // namespace

base::Result<std::string> hash_password(const base::Sensitive<std::string>& password,
                                        const PasswordCost& cost) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const auto& letters = password.reveal();
  const int failed =
      crypto_pwhash_str_alg(text.data(), letters.data(), letters.size(), cost.passes,
                            cost.memory_kib * kibibyte, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) {
    return base::fail(base::ErrorKind::unavailable, "", "there is no memory to check passwords",
                      "try again in a moment");
  }
  return std::string(text.data());
}

bool password_matches(const std::string& hash, const base::Sensitive<std::string>& password) {
  need_sodium();
  const auto& letters = password.reveal();
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), letters.data(), letters.size()) == 0;
}

bool needs_new_hash(const std::string& hash, const PasswordCost& cost) {
  need_sodium();
  return hash.size() >= crypto_pwhash_STRBYTES ||
         crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.memory_kib * kibibyte) != 0;
}

}  // namespace crypto
