#include "edges/db/folder_lock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include <fmt/core.h>

namespace db {
namespace {

constexpr const char* lock_name = "kizuki.lock";

std::string owner_written_in(int file) {
  std::array<char, 16> text{};
  const auto size = ::pread(file, text.data(), text.size(), 0);
  const std::string owner(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const bool is_number = !owner.empty() && owner.find_first_not_of("0123456789") == owner.npos;
  return is_number ? fmt::format("process {}", owner) : "another process";
}

void write_owner(int file) {
  const auto owner = fmt::format("{}", ::getpid());
  // The number only helps to find the owner; the lock holds without it.
  if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, owner.data(), owner.size(), 0);
}

}  // namespace

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  using base::ErrorKind;
  const int file = ::open((folder / lock_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) {
    return base::fail(ErrorKind::not_found, "data", "there is no such folder",
                      "make one with: kizuki init");
  }
  if (file < 0) throw base::OutsideFailure("the lock file of the data folder cannot be opened");
  FolderLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    return base::fail(ErrorKind::unavailable, "data",
                      fmt::format("is in use by {}", owner_written_in(file)),
                      "ask the running server over HTTP, or stop it first");
  }
  write_owner(file);
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace db
