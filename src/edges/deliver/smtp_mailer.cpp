#include "edges/deliver/smtp_mailer.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include <curl/curl.h>
#include <fmt/format.h>

#include "ground/base/error.h"

namespace deliver {
namespace {

struct CloseHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

struct Upload {
  std::string_view rest;
};

std::size_t give_bytes(char* room, std::size_t size, std::size_t count, void* upload) {
  auto& rest = static_cast<Upload*>(upload)->rest;
  auto taken = std::min(size * count, rest.size());
  std::memcpy(room, rest.data(), taken);
  rest.remove_prefix(taken);
  return taken;
}

void start_libcurl() {
  static std::once_flag started;
  std::call_once(started, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
      throw base::OutsideFailure("libcurl does not start");
  });
}

Handle open_handle() {
  Handle handle(curl_easy_init());
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

void set_up(CURL* handle, const SmtpSettings& settings) {
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(settings.connect_max.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.send_max.count()));
  if (!is_loopback(settings.url)) return;
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 0L);
}

bool is_out_of_reach(CURLcode outcome) {
  return outcome == CURLE_COULDNT_RESOLVE_HOST || outcome == CURLE_COULDNT_CONNECT ||
         outcome == CURLE_OPERATION_TIMEDOUT;
}

base::Result<void> judge(CURLcode outcome, long code) {
  if (outcome == CURLE_OK) return {};
  if (code >= 500 && code < 600)
    return base::fail(base::ErrorKind::refused, "",
                      fmt::format("the mail server refused it ({})", code),
                      "check the address, or hand it over");
  if (code >= 400 && code < 500)
    return base::fail(base::ErrorKind::unavailable, "",
                      fmt::format("the mail server asks to come back later ({})", code),
                      "it is tried again by itself");
  return base::fail(base::ErrorKind::unavailable, "",
                    fmt::format("the mail server could not be reached or hung up (curl {})",
                                static_cast<int>(outcome)),
                    "it is tried again by itself");
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {
  start_libcurl();
}

base::Result<void> SmtpMailer::send(const Mail& mail) {
  using std::chrono::steady_clock;
  auto message = compose(mail);
  if (!message) return base::pass_on(message);
  if (steady_clock::now() < paused_until_.load())
    return base::fail(base::ErrorKind::unavailable, "", "the mail server was not there just now",
                      "it is tried again by itself");
  auto handle = open_handle();
  set_up(handle.get(), settings_);
  auto sender = fmt::format("<{}>", mail.from);
  auto recipient = fmt::format("<{}>", mail.to);
  List recipients(curl_slist_append(nullptr, recipient.c_str()));
  Upload upload{*message};
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, &give_bytes);
  curl_easy_setopt(handle.get(), CURLOPT_READDATA, &upload);
  auto outcome = curl_easy_perform(handle.get());
  long code = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
  if (is_out_of_reach(outcome)) paused_until_ = steady_clock::now() + settings_.pause;
  return judge(outcome, code);
}

base::Result<void> NoMailer::send(const Mail& /*mail*/) {
  return base::fail(base::ErrorKind::refused, "", "no mail server is set",
                    "name one in the hub's settings, or hand the alert over");
}

}  // namespace deliver
