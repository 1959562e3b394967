#include "edges/deliver/curl_handle.h"

#include <algorithm>
#include <mutex>

#include "ground/base/error.h"

namespace deliver {

CurlHandle open_curl() {
  static std::once_flag started;
  std::call_once(started, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
      throw base::OutsideFailure("libcurl does not start");
  });
  CurlHandle handle(curl_easy_init());
  if (!handle) throw base::OutsideFailure("libcurl gives no handle");
  return handle;
}

namespace {

/// What stands between the scheme and the path: "user:password@host:25".
std::string_view authority_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find('/'));
}

}  // namespace

bool has_credentials(std::string_view url) {
  return authority_of(url).find('@') != std::string_view::npos;
}

bool is_loopback(std::string_view url) {
  auto host = authority_of(url);
  if (auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
  host = host.substr(0, host.find(':'));
  // Of a name that only begins like an address the rest is not digits and dots.
  const bool is_address = host.find_first_not_of("0123456789.") == host.npos;
  return host == "localhost" || (is_address && host.starts_with("127."));
}

bool is_out_of_reach(CURLcode outcome) {
  return outcome == CURLE_COULDNT_RESOLVE_HOST || outcome == CURLE_COULDNT_CONNECT ||
         outcome == CURLE_OPERATION_TIMEDOUT;
}

}  // namespace deliver
