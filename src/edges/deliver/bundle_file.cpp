#include "edges/deliver/bundle_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "edges/codec/alert_json.h"
#include "edges/codec/bundle_json.h"
#include "edges/codec/lesson_json.h"
#include "edges/codec/parse_report.h"

namespace deliver {
namespace {

using base::ErrorKind;
using base::Result;
using model::BundleItem;

constexpr std::string_view sealed_line = "kizuki sealed bundle/1\n";

/// The text of a file that is sealed to this hub, or the file itself.
Result<std::string> unseal(const crypto::KeyPair& own, std::string_view file) {
  if (!file.starts_with(sealed_line)) return std::string(file);
  file.remove_prefix(sealed_line.size());
  while (file.ends_with('\n'))
    file.remove_suffix(1);
  auto sealed = base::parse_base64url(file);
  if (!sealed) return base::pass_on(sealed);
  auto opened = crypto::open_sealed(own, *sealed, base::as_bytes(bundle_purpose));
  if (!opened) return base::pass_on(opened);
  return base::to_text(*opened);
}

Result<void> check_signature(const model::Bundle& bundle, const codec::SignedText& split) {
  crypto::VerifyingKey key;
  crypto::Signature signature{};
  if (split.signature.size() == signature.size() && bundle.from_key.size() == key.bytes.size()) {
    std::ranges::copy(split.signature, signature.begin());
    std::ranges::copy(bundle.from_key, key.bytes.begin());
    if (crypto::is_signed(key, bundle_purpose, base::as_bytes(split.text), signature)) return {};
  }
  return base::fail(ErrorKind::refused, "", "the signature does not fit: the bundle was altered",
                    "take the file once more from where it was made");
}

}  // namespace

std::string sign_bundle(const crypto::SigningKey& key, const model::Bundle& bundle) {
  auto text = codec::write_bundle(bundle);
  const auto signature = key.sign(bundle_purpose, base::as_bytes(text));
  return codec::with_signature(std::move(text), signature);
}

std::string seal_bundle(const crypto::PublicKey& recipient, std::string_view bytes) {
  const std::array recipients = {recipient};
  const auto sealed =
      crypto::seal_to(recipients, base::as_bytes(bytes), base::as_bytes(bundle_purpose)).value();
  return std::string(sealed_line) + base::base64url(sealed) + "\n";
}

Result<model::Bundle> open_bundle(const crypto::KeyPair& own, std::string_view file) {
  auto text = unseal(own, file);
  if (!text) return base::pass_on(text);
  auto split = codec::split_signature(*text);
  if (!split) return base::pass_on(split);
  auto bundle = codec::read_bundle(split->text);
  if (!bundle) return base::pass_on(bundle);
  if (auto checked = check_signature(*bundle, *split); !checked) return base::pass_on(checked);
  return bundle;
}

std::string content_of(const model::HandedWithdrawal& withdrawal) {
  return codec::encode(withdrawal);
}
std::string content_of(const model::HandedAlert& alert) {
  return codec::encode(alert);
}
std::string content_of(const model::HandedAnswer& answer) {
  return codec::encode(answer);
}
std::string content_of(const model::HandedLesson& lesson) {
  return codec::encode(lesson);
}
std::string content_of(const model::HandedConfirmation& confirmation) {
  return codec::encode(confirmation);
}

Result<model::Report> report_in(const BundleItem& item, base::UtcTime received) {
  auto submission = codec::parse_report(item.content, received);
  if (!submission) return base::pass_on(submission);
  return std::move(submission->report);
}
Result<model::HandedWithdrawal> withdrawal_in(const BundleItem& item) {
  return codec::decode<model::HandedWithdrawal>(item.content);
}
Result<model::HandedAlert> alert_in(const BundleItem& item) {
  return codec::decode<model::HandedAlert>(item.content);
}
Result<model::HandedAnswer> answer_in(const BundleItem& item) {
  return codec::decode<model::HandedAnswer>(item.content);
}
Result<model::HandedLesson> lesson_in(const BundleItem& item) {
  return codec::decode<model::HandedLesson>(item.content);
}
Result<model::HandedConfirmation> confirmation_in(const BundleItem& item) {
  return codec::decode<model::HandedConfirmation>(item.content);
}

}  // namespace deliver
