#pragma once

#include <string>

#include "edges/deliver/mail.h"
#include "steps/alert/approved.h"
#include "steps/share/clear.h"

namespace deliver {

enum class Occasion { notice, correction, reminder, follow_up };

/// From whom and to whom a notice goes.
struct Envelope {
  std::string from, to;    ///< addresses
  std::string public_url;  ///< where to sign in: "https://hub.example"
  std::string message_id;
  base::UtcTime date;
};

/// The mail that says that something waits behind sign-in, in Japanese and English. It names
/// neither the alert nor its kind, place or person: mail is read by many eyes. It takes proof that
/// the alert was approved and that this recipient is cleared for it; refused when both proofs are
/// not of the same alert.
[[nodiscard]] base::Result<Mail> notice_mail(const alert::Approved& approved,
                                             const share::Cleared<model::Delivery>& cleared,
                                             Occasion occasion, const Envelope& envelope);

/// "<unique>@<domain of the sender>", the same for the same unique part.
[[nodiscard]] std::string message_id(const std::string& unique, const std::string& from);

}  // namespace deliver
