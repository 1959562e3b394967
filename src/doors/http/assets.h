#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace http {

/// One file of the web part, carried inside the program.
struct Asset {
  std::string_view path;               ///< from the root of the site: "/index.html"
  std::string_view content_type;       ///< ready for the header Content-Type
  std::string_view etag;               ///< with its quotes; changes when the bytes change
  std::span<const std::uint8_t> gzip;  ///< empty where packing saves nothing: send `raw`
  std::span<const std::uint8_t> raw;
};

/// All files of web/dist at the time of the build, sorted by path; "/index.html" is always there.
/// When the web part was not built it is a plain page that says so. The views live as long as the
/// program.
[[nodiscard]] std::span<const Asset> assets();

}  // namespace http
