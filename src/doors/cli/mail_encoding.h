#pragma once

#include <string>
#include <string_view>

/// The encodings of mail, forgiving: what cannot be decoded is passed over, since mail comes as
/// it comes.
namespace cli {

[[nodiscard]] std::string decode_base64(std::string_view text);            ///< RFC 2045, 6.8
[[nodiscard]] std::string decode_quoted_printable(std::string_view text);  ///< RFC 2045, 6.7

/// Encoded words in a header (RFC 2047): "=?ISO-2022-JP?B?...?=".
[[nodiscard]] std::string decode_words(std::string_view header);

/// Text in some charset ("" = UTF-8) as valid UTF-8; what is broken or in a charset that iconv
/// does not know becomes "?" or U+FFFD.
[[nodiscard]] std::string to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace cli
