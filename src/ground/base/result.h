#pragma once

#include <expected>
#include <utility>

#include "ground/base/error.h"

namespace base {

/// A value or a foreseeable Error. It is std::expected, made [[nodiscard]].
template <class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
 public:
  using std::expected<T, Error>::expected;
};

/// `return fail(ErrorKind::invalid_input, "/met_on", "is in the future", "give a past date");`
template <class... Arguments>
[[nodiscard]] std::unexpected<Error> fail(ErrorKind kind, Arguments&&... arguments) {
  return std::unexpected<Error>(Error(kind, std::forward<Arguments>(arguments)...));
}

/// `if (!x) return pass_on(x);` hands an inner failure to the caller unchanged.
template <class T>
[[nodiscard]] std::unexpected<Error> pass_on(Result<T>& failed) {
  return std::unexpected<Error>(std::move(failed).error());
}

}  // namespace base
