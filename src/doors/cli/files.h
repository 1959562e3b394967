#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ground/base/result.h"

/// Files, in and out. Errors name the file and say what to do.
namespace cli {

/// "-" reads standard input. not_found where there is none; too_large over `bytes_max`.
[[nodiscard]] base::Result<std::string> read_file(const std::string& path,
                                                  std::size_t bytes_max = 64U << 20);

/// Writes a new file that only its owner may read and write, and makes it durable. Fails with
/// `conflict` where there is a file of that name; throws OutsideFailure when it cannot be written.
[[nodiscard]] base::Result<void> write_secret_file(const std::string& path, std::string_view text);

/// A file that somebody writes beside its place, and that stands under its name only once it is
/// whole.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(std::string path);
  ~UnfinishedFile();  ///< what was not put in place is taken away
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  /// Where to write.
  [[nodiscard]] const std::string& part() const { return part_; }
  /// Makes what was written durable under its name. Throws OutsideFailure when it cannot be.
  void put_in_place();

 private:
  std::string path_, part_;
  bool is_in_place_ = false;
};

/// An UnfinishedFile that is written bit by bit; only its owner may read it. "-" is standard
/// output, which gets the bits as they come, and so does a pipe or a device that stands there; a
/// symbolic link stays, and what it leads to is written.
class StreamedFile {
 public:
  /// Throws OutsideFailure where it cannot be made, and so does every other call that cannot write.
  explicit StreamedFile(std::string path);
  ~StreamedFile();  ///< without finish() nothing is left
  StreamedFile(const StreamedFile&) = delete;
  StreamedFile& operator=(const StreamedFile&) = delete;

  void write(std::string_view text);
  /// Puts the file in its place and makes it durable.
  void finish();

 private:
  void flush();

  std::string path_, held_;
  std::optional<UnfinishedFile> unfinished_;  ///< none where the bits go out as they come
  int file_ = -1;
};

/// A whole StreamedFile in one call: a reader sees the old text or the new one.
void write_file(const std::string& path, std::string_view text);

}  // namespace cli
