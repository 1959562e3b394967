#pragma once

#include <string_view>

namespace alert {

/// A sentence of our own about what bears this id, in both languages.
struct Phrase {
  std::string_view id, ja, en;
};

}  // namespace alert
