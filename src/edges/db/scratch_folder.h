#pragma once

#include <filesystem>
#include <string>

namespace db {

/// A new, empty, private folder under the system's temporary folder, removed with everything in
/// it at the end. For tests and benchmarks.
class ScratchFolder {
 public:
  ScratchFolder();  ///< throws OutsideFailure when it cannot be made
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace db
