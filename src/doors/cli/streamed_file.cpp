#include "doors/cli/streamed_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <unistd.h>

#include <fmt/format.h>

#include "ground/base/error.h"

namespace cli {
namespace {

constexpr std::size_t held_bytes_max = 256U << 10U;

[[noreturn]] void fail_outside(const std::string& path, std::string_view problem) {
  throw base::OutsideFailure(fmt::format("{}: {}: {}", path, problem, std::strerror(errno)));
}

}  // namespace

StreamedFile::StreamedFile(std::string path)
    : path_(std::move(path)), beside_(fmt::format("{}.{}.part", path_, ::getpid())) {
  if (path_ == "-") return;
  file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file_ < 0) fail_outside(path_, "cannot be made");
}

StreamedFile::~StreamedFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(beside_.c_str());
}

void StreamedFile::write(std::string_view text) {
  held_ += text;
  if (held_.size() >= held_bytes_max) flush();
}

void StreamedFile::flush() {
  if (path_ == "-") {
    std::cout << held_ << std::flush;
  } else {
    std::string_view rest = held_;
    while (!rest.empty()) {
      const auto written = ::write(file_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail_outside(path_, "cannot be written");
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  held_.clear();
}

void StreamedFile::finish() {
  flush();
  if (path_ == "-") return;
  if (::fsync(file_) != 0) fail_outside(path_, "cannot be made durable");
  ::close(file_);
  file_ = -1;
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) {
    ::unlink(beside_.c_str());
    fail_outside(path_, "cannot be put in place");
  }
}

}  // namespace cli
