#pragma once

#include <filesystem>

#include "ground/base/result.h"

namespace db {

/// Ownership of a data folder: one process at a time. Held until destroyed, and let go by the
/// system when the process dies in any way, so no stale lock can be left behind.
class FolderLock {
 public:
  /// Fails with `unavailable` while another process owns the folder (naming its process
  /// number) and with `not_found` when there is no such folder.
  [[nodiscard]] static base::Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace db
