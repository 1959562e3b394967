#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>

/// For tests: a real SMTP server (tests/server/smtp_server.py) for as long as a test lasts.
namespace deliver {

class SmtpServer {
 public:
  enum class Offers { plain, starttls };
  /// `source_folder`: the root of the source tree, where the script lies.
  explicit SmtpServer(const std::string& source_folder, Offers offers = Offers::plain);
  ~SmtpServer();
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  /// Whether this machine has what it needs: Debian's python3-aiosmtpd.
  [[nodiscard]] static bool is_installed();

  [[nodiscard]] std::string url() const;
  [[nodiscard]] int count() const;  ///< mails taken
  [[nodiscard]] std::string mail(int number) const;
  [[nodiscard]] std::string envelope(int number) const;  ///< "from\nto\ntls\n"

 private:
  std::filesystem::path folder_;
  pid_t process_ = -1;
  int input_ = -1;
  std::string port_;
};

}  // namespace deliver
