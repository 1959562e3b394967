#include "doors/http/static_files.h"

#include <algorithm>
#include <string_view>

#include "doors/http/assets.h"

namespace http {
namespace {

const Asset* find_asset(std::string_view path) {
  auto all = assets();
  auto found =
      std::lower_bound(all.begin(), all.end(), path,
                       [](const Asset& asset, std::string_view at) { return asset.path < at; });
  return found != all.end() && found->path == path ? &*found : nullptr;
}

/// The page handles every address without a file ending by itself.
const Asset* asset_for(std::string_view path) {
  if (const auto* asset = find_asset(path)) return asset;
  auto last = path.substr(path.rfind('/') + 1);
  return last.find('.') == std::string_view::npos ? find_asset("/index.html") : nullptr;
}

}  // namespace

Response static_file(const Request& request) {
  const auto* asset = asset_for(request.path);
  if (request.method != Method::get || asset == nullptr)
    return problem(base::Error(base::ErrorKind::not_found, "", "there is nothing at this address",
                               "begin at /"));
  Response response;
  response.content_type = asset->content_type;
  bool is_kept = asset->path.starts_with("/assets/");
  response.with("ETag", std::string(asset->etag))
      .with("Vary", "Accept-Encoding")
      .with("Cache-Control", is_kept ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.header("if-none-match") == asset->etag) {
    response.status = 304;
    return response;
  }
  bool takes_gzip = request.header("accept-encoding").find("gzip") != std::string_view::npos;
  auto bytes = takes_gzip && !asset->gzip.empty() ? asset->gzip : asset->raw;
  if (takes_gzip && !asset->gzip.empty()) response.with("Content-Encoding", "gzip");
  response.body.assign(bytes.begin(), bytes.end());
  return response;
}

void add_security_headers(Response& response) {
  response
      .with("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src "
            "'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
            "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
      .with("X-Content-Type-Options", "nosniff")
      .with("X-Frame-Options", "DENY")
      .with("Referrer-Policy", "no-referrer")
      .with("Cross-Origin-Opener-Policy", "same-origin")
      .with("Cross-Origin-Resource-Policy", "same-origin")
      .with("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

}  // namespace http
