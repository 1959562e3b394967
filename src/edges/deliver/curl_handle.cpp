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
  host = host.substr(0, host.find('/'));
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
