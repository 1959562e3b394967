#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace normalise {

/// "Taro.Yamada+x@Example.JP" -> "taro.yamada@example.jp": folded, the part after "+" dropped (mail
/// reaches the same box), dots dropped where the provider ignores them (gmail.com). Nothing where
/// it is no address.
[[nodiscard]] std::optional<std::string> email_of(std::string_view text);

/// "service:id", folded: services under their usual names (微信 -> wechat, twitter -> x), ids
/// without
/// "@", blanks and profile addresses ("https://t.me/abc" -> "telegram:abc"). Where the id of a
/// messenger is a telephone number it is given as E.164. Nothing without an id.
[[nodiscard]] std::optional<std::string> handle_of(std::string_view service, std::string_view id);

/// The telephone number that a messenger's handle stands for ("whatsapp:+8190..."), if it is one.
[[nodiscard]] std::optional<std::string> phone_of_handle(std::string_view handle);

/// Host and path, folded: without scheme, "www.", port, query, fragment and closing slash. Nothing
/// for what is no address and for the front page of a platform that everybody uses.
[[nodiscard]] std::optional<std::string> url_of(std::string_view text);

/// The account a profile address of a known service shows ("linkedin.com/in/abc" ->
/// "linkedin:abc"); `url` as url_of gives it.
[[nodiscard]] std::optional<std::string> handle_of_url(std::string_view url);

}  // namespace normalise
