#include "doors/cli/shipped.h"

#include <algorithm>

namespace cli {

std::optional<std::string_view> find_shipped(std::string_view name) {
  const auto files = shipped_files();
  const auto found = std::ranges::lower_bound(files, name, {}, &ShippedFile::name);
  if (found == files.end() || found->name != name) return std::nullopt;
  return found->text;
}

}  // namespace cli
