#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ground/base/result.h"

/// Whole files, in and out. Errors name the file and say what to do.
namespace cli {

/// "-" reads standard input. not_found where there is none; too_large over `bytes_max`.
[[nodiscard]] base::Result<std::string> read_file(const std::string& path,
                                                  std::size_t bytes_max = 64U << 20);

/// Writes a new file that only its owner may read and write, and makes it durable. Fails with
/// `conflict` where there is a file of that name; throws OutsideFailure when it cannot be written.
[[nodiscard]] base::Result<void> write_secret_file(const std::string& path, std::string_view text);

/// Replaces a file in one step: a reader sees the old text or the new one. "-" is standard
/// output. Throws OutsideFailure.
void write_file(const std::string& path, std::string_view text);

}  // namespace cli
