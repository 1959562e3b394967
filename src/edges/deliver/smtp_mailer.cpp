#include "edges/deliver/smtp_mailer.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "edges/deliver/curl_handle.h"
#include "ground/base/error.h"

namespace deliver {
namespace {

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

/// A password goes over no line that somebody can read, even where the server's offer of STARTTLS
/// was taken out on the way. On one machine there is no way.
long tls_wanted(const std::string& url) {
  const bool must = has_credentials(url) && !is_loopback(url);
  return must ? static_cast<long>(CURLUSESSL_ALL) : static_cast<long>(CURLUSESSL_TRY);
}

void set_up(CURL* handle, const SmtpSettings& settings) {
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, tls_wanted(settings.url));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(settings.connect_max.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.send_max.count()));
  if (!is_loopback(settings.url)) return;
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 0L);
}

base::Result<void> judge(CURLcode outcome, long code) {
  if (outcome == CURLE_OK) return {};
  if (outcome == CURLE_USE_SSL_FAILED)
    return base::fail(base::ErrorKind::unavailable, "",
                      "the mail server offers no TLS, and without it no password is sent",
                      "let the server offer STARTTLS, or name it as smtps://");
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

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {}

base::Result<void> SmtpMailer::send(const Mail& mail) {
  using std::chrono::steady_clock;
  auto message = compose(mail);
  if (!message) return base::pass_on(message);
  if (steady_clock::now() < paused_until_.load())
    return base::fail(base::ErrorKind::unavailable, "", "the mail server was not there just now",
                      "it is tried again by itself");
  auto handle = open_curl();
  set_up(handle.get(), settings_);
  auto sender = fmt::format("<{}>", mail.from);
  auto recipient = fmt::format("<{}>", mail.to);
  CurlList recipients(curl_slist_append(nullptr, recipient.c_str()));
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
