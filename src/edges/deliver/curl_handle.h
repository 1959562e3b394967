#pragma once

#include <memory>
#include <string_view>

#include <curl/curl.h>

/// libcurl with owners for what it hands out. Included by the .cpp files of this folder only.
namespace deliver {

struct CloseCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeCurlList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CloseCurl>;
using CurlList = std::unique_ptr<curl_slist, FreeCurlList>;

/// A new handle; starts libcurl the first time. Throws OutsideFailure when it gives none.
[[nodiscard]] CurlHandle open_curl();

/// Whether the host of an address is this very machine.
[[nodiscard]] bool is_loopback(std::string_view url);

/// Whether an address carries a user and a password: "smtp://user:password@host".
[[nodiscard]] bool has_credentials(std::string_view url);

/// No name, no way or no answer: nothing of what was sent has arrived.
[[nodiscard]] bool is_out_of_reach(CURLcode outcome);

}  // namespace deliver
