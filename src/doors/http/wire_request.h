#pragma once

#include <optional>
#include <string>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "doors/http/message.h"

namespace http {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// What was read from the wire as the routes see it; takes its body away. Of several header
/// fields of one name the last counts. Nothing when the target cannot be decoded.
[[nodiscard]] std::optional<Request> request_of(WireRequest& from, std::string peer);

/// What all fields X-Forwarded-For say, as one list. "Forwarded" (RFC 7239) is not read: a proxy
/// that writes the one passes the other on as the client wrote it.
[[nodiscard]] std::string forwarded_for(const WireRequest& from);

}  // namespace http
