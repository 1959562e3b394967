#include "edges/deliver/test_smtp_server.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace deliver {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string read_line(int descriptor) {
  std::string line;
  char letter = 0;
  while (::read(descriptor, &letter, 1) == 1 && letter != '\n')
    line += letter;
  return line;
}

}  // namespace

bool SmtpServer::is_installed() {
  return std::system("/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null") == 0;
}

SmtpServer::SmtpServer(const std::string& source_folder, Offers offers) {
  const auto script = source_folder + "/tests/server/smtp_server.py";
  auto pattern = (std::filesystem::temp_directory_path() / "kizuki-smtp-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  std::array<int, 2> to_server{}, from_server{};
  if (::pipe(to_server.data()) != 0 || ::pipe(from_server.data()) != 0) std::abort();
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(to_server[0], STDIN_FILENO);
    ::dup2(from_server[1], STDOUT_FILENO);
    ::close(to_server[1]);
    ::close(from_server[0]);
    ::execl("/usr/bin/python3", "python3", script.c_str(), folder_.c_str(),
            offers == Offers::starttls ? "--starttls" : nullptr, nullptr);
    ::_exit(127);
  }
  ::close(to_server[0]);
  ::close(from_server[1]);
  input_ = to_server[1];
  auto line = read_line(from_server[0]);
  ::close(from_server[0]);
  port_ = line.substr(line.find(' ') + 1);
}

SmtpServer::~SmtpServer() {
  ::close(input_);
  ::waitpid(process_, nullptr, 0);
  std::filesystem::remove_all(folder_);
}

std::string SmtpServer::url() const {
  return "smtp://127.0.0.1:" + port_;
}

int SmtpServer::count() const {
  int count = 0;
  while (std::filesystem::exists(folder_ / (std::to_string(count + 1) + ".env")))
    ++count;
  return count;
}

std::string SmtpServer::mail(int number) const {
  return read_file(folder_ / (std::to_string(number) + ".eml"));
}

std::string SmtpServer::envelope(int number) const {
  return read_file(folder_ / (std::to_string(number) + ".env"));
}

}  // namespace deliver
