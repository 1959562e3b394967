#include "doors/cli/shipped.h"

#include <algorithm>

#include "ground/base/ensure.h"

namespace cli {

std::optional<std::string_view> find_shipped(std::string_view name) {
  const auto files = shipped_files();
  const auto found = std::ranges::lower_bound(files, name, {}, &ShippedFile::name);
  if (found == files.end() || found->name != name) return std::nullopt;
  return found->text;
}

std::string_view get_shipped(std::string_view name) {
  const auto text = find_shipped(name);
  base::ensure(text.has_value(), "a table is shipped");
  return *text;
}

}  // namespace cli
