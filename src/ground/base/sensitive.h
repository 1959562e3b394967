#pragma once

#include <utility>

namespace base {

/// A value that must not reach a log, an error text or a screen by accident: it cannot be
/// printed, compared or converted. reveal() is the only way in, and easy to search for.
template <class T>
class Sensitive {
 public:
  Sensitive() = default;
  explicit Sensitive(T value) : value_(std::move(value)) {}
  [[nodiscard]] const T& reveal() const { return value_; }

 private:
  T value_{};
};

}  // namespace base
