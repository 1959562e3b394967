#pragma once

#include <string_view>

#include "doors/http/message.h"
#include "edges/render/words.h"

namespace http {

/// Which of our languages an `Accept-Language` asks for first (RFC 9110, section 12.5.4): by
/// quality, of equals the one named first; "ja-JP" is Japanese. English where neither is named,
/// so that programs, which send no such header, read what they always read.
[[nodiscard]] render::Locale language_of(std::string_view accept_language);
[[nodiscard]] render::Locale language_of(const Request& request);

/// Tells a problem in the reader's language and says so in the header. Any other response stays.
void tell_problem_in(Response& response, render::Locale locale);

}  // namespace http
