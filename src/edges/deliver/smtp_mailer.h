#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "edges/deliver/mail.h"

namespace deliver {

struct SmtpSettings {
  /// "smtp://host:25", "smtps://host:465", with "user:password@" before the host if need be.
  std::string url;
  std::chrono::milliseconds connect_max{10'000};
  std::chrono::milliseconds send_max{60'000};  ///< the whole conversation
  /// After a server could not be reached, mails are unavailable at once for so long: a queue of
  /// notices must not wait for each in turn.
  std::chrono::milliseconds pause{30'000};
};

/// Sends through a mail server by libcurl, one conversation a mail. With smtp:// it asks for
/// STARTTLS wherever the server offers it, and with a password sends nothing without; certificates
/// are verified, except on a loopback address, where a mail server of the same machine usually has
/// a made-up one. Safe to use from several threads. Throws OutsideFailure when libcurl itself
/// cannot start.
class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpSettings settings);
  [[nodiscard]] base::Result<void> send(const Mail& mail) override;

 private:
  SmtpSettings settings_;
  std::atomic<std::chrono::steady_clock::time_point> paused_until_{};
};

/// Where no mail server is set: every mail is `refused`, so that the notice is shown as failed
/// and a station hands the alert over.
class NoMailer final : public Mailer {
 public:
  [[nodiscard]] base::Result<void> send(const Mail& mail) override;
};

}  // namespace deliver
