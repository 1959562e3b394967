#pragma once

#include <string>
#include <string_view>

namespace cli {

/// A file that is written bit by bit and stands under its name only once it is whole; only its
/// owner may read it. "-" is standard output, which gets the bits as they come.
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

  std::string path_, beside_, held_;
  int file_ = -1;
};

}  // namespace cli
