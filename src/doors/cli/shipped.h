#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace cli {

/// A table or document that the program carries inside itself.
struct ShippedFile {
  std::string_view name;
  std::string_view text;
};

/// Everything shipped, sorted by name: the .json, .tsv, .csv and .scenario files of data/ under
/// their path within it ("indicators.json"), those of docs/schemas/ ("schemas/NAME") and
/// "openapi.json". The views live as long as the program.
[[nodiscard]] std::span<const ShippedFile> shipped_files();

[[nodiscard]] std::optional<std::string_view> find_shipped(std::string_view name);

/// One that must be there: our bug if it is not.
[[nodiscard]] std::string_view get_shipped(std::string_view name);

}  // namespace cli
