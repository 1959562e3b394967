#pragma once

#include <string_view>

namespace alert {

/// Whether folded words contain a folded name. A name of Latin letters must stand as a word of
/// its own ("ota" is not in "notary"); Japanese has no word boundaries. An empty name is nowhere.
[[nodiscard]] bool contains_name(std::u32string_view words, std::u32string_view name);

}  // namespace alert
