#include "work/workflow/seal_bundle.h"

#include <algorithm>
#include <array>
#include <utility>

#include "edges/codec/bundle_json.h"
#include "edges/store/partner.h"
#include "ground/crypto/sealed.h"
#include "ground/crypto/signing.h"
#include "work/workflow/partners.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;

constexpr std::string_view sealed_line = "kizuki sealed bundle/1\n";

std::array<std::uint8_t, 32> key_of(const base::Bytes& bytes) {
  std::array<std::uint8_t, 32> key{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
  return key;
}

/// The text of a file that is sealed to this hub, or the file itself.
Result<std::string> unseal(const Hub& hub, std::string_view file) {
  if (!file.starts_with(sealed_line)) return std::string(file);
  file.remove_prefix(sealed_line.size());
  while (file.ends_with('\n'))
    file.remove_suffix(1);
  auto sealed = base::parse_base64url(file);
  if (!sealed) return base::pass_on(sealed);
  auto opened = crypto::open_sealed(sealing_pair(hub), *sealed, base::as_bytes(bundle_purpose));
  if (!opened) return base::pass_on(opened);
  return base::to_text(*opened);
}

Result<void> check_signature(const model::Bundle& bundle, const codec::SignedText& split) {
  crypto::Signature signature{};
  if (split.signature.size() == signature.size()) {
    std::copy(split.signature.begin(), split.signature.end(), signature.begin());
    if (crypto::is_signed({key_of(bundle.from_key)}, bundle_purpose, base::as_bytes(split.text),
                          signature))
      return {};
  }
  return base::fail(ErrorKind::refused, "", "the signature does not fit: the bundle was altered",
                    "take the file once more from where it was made");
}

}  // namespace

std::string sign_bundle(const Hub& hub, const model::Bundle& bundle) {
  auto text = codec::write_bundle(bundle);
  const auto signature =
      crypto::SigningKey(hub.keys.signing).sign(bundle_purpose, base::as_bytes(text));
  return codec::with_signature(std::move(text), signature);
}

std::string seal_bundle(const model::Partner& partner, std::string_view bytes) {
  const std::array recipient = {crypto::PublicKey{key_of(partner.sealing_key)}};
  const auto sealed =
      crypto::seal_to(recipient, base::as_bytes(bytes), base::as_bytes(bundle_purpose)).value();
  return std::string(sealed_line) + base::base64url(sealed) + "\n";
}

Result<OpenedBundle> open_bundle(Hub& hub, db::Connection& connection, std::string_view file) {
  auto text = unseal(hub, file);
  if (!text) return base::pass_on(text);
  auto split = codec::split_signature(*text);
  if (!split) return base::pass_on(split);
  auto bundle = codec::read_bundle(split->text);
  if (!bundle) return base::pass_on(bundle);
  if (auto checked = check_signature(*bundle, *split); !checked) return base::pass_on(checked);
  const auto own = crypto::SigningKey(hub.keys.signing).verifying_key();
  if (key_of(bundle->to_key) != own.bytes)
    return base::fail(ErrorKind::refused, "/to_key", "the bundle is for another hub",
                      "take it to the hub that it was made for");
  auto partner = store::find_partner_by_key(connection, bundle->from_key);
  if (!partner || !partner->is_active)
    return base::fail(ErrorKind::refused, "/from_key", "the bundle is from no partner of this hub",
                      "compare its card by telephone and add it as a partner");
  return OpenedBundle{std::move(*bundle), std::move(*partner)};
}

}  // namespace workflow
