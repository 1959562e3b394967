#include "edges/deliver/http_sender.h"

#include <fmt/format.h>

#include "edges/deliver/curl_handle.h"

namespace deliver {
namespace {

struct Download {
  std::string text;
  std::size_t bytes_max;
};

std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* download) {
  auto& into = *static_cast<Download*>(download);
  if (into.text.size() + size * count > into.bytes_max) return 0;  // libcurl ends the transfer
  into.text.append(bytes, size * count);
  return size * count;
}

std::unexpected<base::Error> no_answer(CURLcode outcome) {
  return base::fail(base::ErrorKind::unavailable, "",
                    fmt::format("the other server could not be reached or hung up (curl {})",
                                static_cast<int>(outcome)),
                    "it is tried again by itself");
}

}  // namespace

base::Result<HttpAnswer> CurlSender::post(const std::string& url, const std::string& content_type,
                                          const std::string& body) {
  if (!url.starts_with("https://") && !(url.starts_with("http://") && is_loopback(url)))
    return base::fail(base::ErrorKind::refused, "/url", "is no https address",
                      "give the https address of the other hub");
  constexpr long connect_max_ms = 10'000;
  auto handle = open_curl();
  Download download{"", answer_bytes_max_};
  CurlList headers(
      curl_slist_append(nullptr, fmt::format("Content-Type: {}", content_type).c_str()));
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, connect_max_ms);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(whole_max_.count()));
  if (is_loopback(url)) curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &take_bytes);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &download);
  const auto outcome = curl_easy_perform(handle.get());
  if (outcome != CURLE_OK) return no_answer(outcome);
  HttpAnswer answer;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  answer.body = std::move(download.text);
  return answer;
}

}  // namespace deliver
