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

bool is_loopback(std::string_view url) {
  auto host = url.substr(std::min(url.size(), url.find("://") + 3));
  if (auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  auto is_host = [&](std::string_view name) {
    return host.starts_with(name) &&
           (host.size() == name.size() || host[name.size()] == ':' || host[name.size()] == '/');
  };
  return host.starts_with("127.") || is_host("localhost") || is_host("[::1]");
}

bool is_out_of_reach(CURLcode outcome) {
  return outcome == CURLE_COULDNT_RESOLVE_HOST || outcome == CURLE_COULDNT_CONNECT ||
         outcome == CURLE_OPERATION_TIMEDOUT;
}

}  // namespace deliver
