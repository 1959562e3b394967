#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/time.h"

namespace deliver {

/// A mail in plain text to one address.
struct Mail {
  std::string from, to;    ///< addresses only: "notices@kizuki.example"
  std::string subject;     ///< UTF-8, one line
  std::string body;        ///< UTF-8, lines end in "\n"
  std::string message_id;  ///< without angle brackets: "<unique>@<domain>"; the same on a repeat
  base::UtcTime date;
};

/// Whether a text is an address that can stand in an envelope and a header without quoting:
/// dot-atom local part and a domain of letters, digits and hyphens, ASCII, at most 254 bytes
/// (RFC 5321 section 4.5.3.1). Quoted local parts, address literals and non-ASCII are not taken.
[[nodiscard]] bool is_address(std::string_view text);

/// The message as RFC 5322 text with CRLF line ends: headers From, To, Subject, Date,
/// Message-ID, Auto-Submitted: auto-generated (RFC 3834); the subject in encoded words of at most
/// 75 characters that never split a character (RFC 2047); the body in base64 (RFC 2045).
/// invalid_input names the field when an address or the id is malformed, or the subject holds a
/// control character: no value can add a header.
[[nodiscard]] base::Result<std::string> compose(const Mail& mail);

/// Seam: how mail leaves. Implementations return
///   unavailable   not now: no connection, timeout, 4xx, connection dropped; try again later
///   refused       never: 5xx
///   invalid_input the mail itself is malformed
/// Error texts hold the server's code, never its words or an address.
class Mailer {
 public:
  virtual ~Mailer() = default;
  [[nodiscard]] virtual base::Result<void> send(const Mail& mail) = 0;
};

}  // namespace deliver
