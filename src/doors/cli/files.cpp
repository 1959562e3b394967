#include "doors/cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace cli {
namespace {

constexpr std::size_t held_bytes_max = 256U << 10U;

/// Closes at the end of its scope.
class OpenFile {
 public:
  explicit OpenFile(int number) : number_(number) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail_outside(const std::string& path, std::string_view problem) {
  throw base::OutsideFailure(fmt::format("{}: {}: {}", path, problem, std::strerror(errno)));
}

void write_all(int file, const std::string& path, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return;  // nobody reads the pipe any more: no error
    if (written < 0) fail_outside(path, "cannot be written");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Of a file or a folder; `path` is what is told where it fails.
void make_durable(const std::string& written, const std::string& path) {
  const OpenFile file(::open(written.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0 || ::fsync(file.number()) != 0)
    fail_outside(path, "cannot be made durable");
}

/// What cannot be replaced by a file that was written beside it: a pipe, a device, a socket.
bool is_written_straight(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

/// Where a symbolic link leads, whether something stands there or not; else the path itself.
std::string end_of_links(const std::string& path) {
  constexpr int links_max = 40;
  std::filesystem::path end = path;
  std::error_code error;
  for (int link = 0; link < links_max && std::filesystem::is_symlink(end, error); ++link)
    end = end.parent_path() / std::filesystem::read_symlink(end, error);
  return end.string();
}

}  // namespace

base::Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  const OpenFile file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0)
    return base::fail(base::ErrorKind::invalid_input, path,
                      fmt::format("cannot be opened: {}", std::strerror(errno)),
                      "check the name of the file");
  std::string text;
  std::array<char, 64 * 1024> buffer{};
  while (true) {
    const auto size = ::read(file.number(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) fail_outside(path, "cannot be read");
    if (size == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(size));
    if (text.size() > bytes_max)
      return base::fail(base::ErrorKind::too_large, path,
                        fmt::format("is over {} bytes", bytes_max), "split it");
  }
}

base::Result<void> write_secret_file(const std::string& path, std::string_view text) {
  const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.number() < 0 && errno == EEXIST)
    return base::fail(base::ErrorKind::conflict, path, "is there already",
                      "give the name of a new file");
  if (file.number() < 0) fail_outside(path, "cannot be made");
  write_all(file.number(), path, text);
  if (::fsync(file.number()) != 0) fail_outside(path, "cannot be made durable");
  return {};
}

UnfinishedFile::UnfinishedFile(std::string path)
    : path_(std::move(path)), part_(fmt::format("{}.{}.part", path_, ::getpid())) {}

UnfinishedFile::~UnfinishedFile() {
  if (!is_in_place_) ::unlink(part_.c_str());
}

void UnfinishedFile::put_in_place() {
  make_durable(part_, path_);
  if (std::rename(part_.c_str(), path_.c_str()) != 0) fail_outside(path_, "cannot be put in place");
  is_in_place_ = true;
  make_durable(std::filesystem::absolute(path_).parent_path(), path_);
}

StreamedFile::StreamedFile(std::string path) : path_(std::move(path)) {
  if (path_ == "-") return;
  if (is_written_straight(path_)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    unfinished_.emplace(end_of_links(path_));
    file_ = ::open(unfinished_->part().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  }
  if (file_ < 0) fail_outside(path_, "cannot be made");
}

StreamedFile::~StreamedFile() {
  if (file_ >= 0) ::close(file_);
}

void StreamedFile::write(std::string_view text) {
  held_ += text;
  if (held_.size() >= held_bytes_max) flush();
}

void StreamedFile::flush() {
  if (path_ == "-") {
    std::cout << held_ << std::flush;
  } else {
    write_all(file_, path_, held_);
  }
  held_.clear();
}

void StreamedFile::finish() {
  flush();
  if (unfinished_) unfinished_->put_in_place();
}

void write_file(const std::string& path, std::string_view text) {
  StreamedFile file(path);
  file.write(text);
  file.finish();
}

}  // namespace cli
