#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/crypto/sealed.h"
#include "ground/crypto/signing.h"
#include "ground/model/bundle.h"

/// Bundles as files: signed by the hub that made one, sealed to the one it is for; and the contents
/// of their items.
namespace deliver {

/// Under which purpose bundles are signed, and what their sealing is bound to.
inline constexpr std::string_view bundle_purpose = "kizuki.bundle/1";

/// The lines of the bundle with a signature.
[[nodiscard]] std::string sign_bundle(const crypto::SigningKey& key, const model::Bundle& bundle);

/// A signed bundle that only one hub can open: a line that says what it is, then base64url.
[[nodiscard]] std::string seal_bundle(const crypto::PublicKey& recipient, std::string_view bytes);

/// Opens what is sealed to `own`, or takes an unsealed file as it is. Refused when the signature is
/// not that of the bundle's `from_key`; whose key that is, and for whom the bundle is, the caller
/// has to judge.
[[nodiscard]] base::Result<model::Bundle> open_bundle(const crypto::KeyPair& own,
                                                      std::string_view file);

[[nodiscard]] std::string content_of(const model::HandedWithdrawal& withdrawal);
[[nodiscard]] std::string content_of(const model::HandedAlert& alert);
[[nodiscard]] std::string content_of(const model::HandedAnswer& answer);
[[nodiscard]] std::string content_of(const model::HandedLesson& lesson);
[[nodiscard]] std::string content_of(const model::HandedConfirmation& confirmation);

/// A report as it was released; invalid_input says where it is none. Never a reporter.
[[nodiscard]] base::Result<model::Report> report_in(const model::BundleItem& item,
                                                    base::UtcTime received);
[[nodiscard]] base::Result<model::HandedWithdrawal> withdrawal_in(const model::BundleItem& item);
[[nodiscard]] base::Result<model::HandedAlert> alert_in(const model::BundleItem& item);
[[nodiscard]] base::Result<model::HandedAnswer> answer_in(const model::BundleItem& item);
[[nodiscard]] base::Result<model::HandedLesson> lesson_in(const model::BundleItem& item);
[[nodiscard]] base::Result<model::HandedConfirmation> confirmation_in(
    const model::BundleItem& item);

}  // namespace deliver
