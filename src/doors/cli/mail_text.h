#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"

namespace cli {

/// What a person wrote in a mail.
struct MailText {
  std::string subject, sender;  ///< decoded; the sender with name and address as written
  std::string body;             ///< the first text/plain part, LF line ends
};

/// Reads an .eml file (RFC 5322, RFC 2045 to 2047): folded headers, encoded words, base64 and
/// quoted-printable, nested multiparts (8 deep), every charset that iconv knows. Attachments and
/// HTML are passed over. Fails with invalid_input when it has no header or no plain text.
[[nodiscard]] base::Result<MailText> read_mail(std::string_view eml);

}  // namespace cli
