#include "ground/crypto/token.h"

#include <sodium.h>

#include "ground/base/bytes.h"
#include "ground/crypto/canonical.h"
#include "ground/crypto/letters.h"
#include "ground/crypto/random.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

constexpr std::string_view token_opening = "kizuki_";
constexpr std::size_t token_bytes = 32;
constexpr std::size_t receipt_bytes = 16;

TokenHash hash(std::string_view use, base::BytesView secret) {
  need_sodium();
  CanonicalBytes input;
  input.add(use).add(secret);
  TokenHash hash{};
  crypto_generichash(hash.data(), hash.size(), input.view().data(), input.view().size(), nullptr,
                     0);
  return hash;
}

}  // namespace

IssuedToken issue_token() {
  auto text = std::string(token_opening) + base::base64url(random_bytes(token_bytes));
  const auto hash = hash_of_token(text);
  return {base::Sensitive(std::move(text)), hash};
}

TokenHash hash_of_token(std::string_view text) {
  return hash("token", base::as_bytes(text));
}

IssuedToken issue_receipt() {
  const auto secret = random_bytes(receipt_bytes);
  return {base::Sensitive(write_letters(secret)), hash("receipt", secret)};
}

base::Result<TokenHash> hash_of_receipt(std::string_view typed, std::string_view pointer) {
  auto secret = parse_letters(typed, receipt_bytes, pointer);
  if (!secret) return pass_on(secret);
  return hash("receipt", *secret);
}

}  // namespace crypto
