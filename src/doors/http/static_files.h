#pragma once

#include "doors/http/message.h"

namespace http {

/// The web part: a file of it, or the page itself for every address that a page handles in the
/// browser ("/queue", "/alerts/..."). Sends packed bytes to those who take them, ETag and 304;
/// files with a hash in their name may be kept for a year.
[[nodiscard]] Response static_file(const Request& request);

/// The headers that every answer carries (OWASP ASVS 5 chapter 3): no sniffing, no framing, no
/// referrer, and a content security policy that allows the own origin only.
void add_security_headers(Response& response);

}  // namespace http
