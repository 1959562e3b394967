#include "ground/base/ensure.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/core.h>

namespace base {

void ensure(bool condition, const char* what, std::source_location where) {
  if (condition) return;
  fmt::print(stderr, "kizuki: broken promise in {} line {}: {}\n", where.file_name(), where.line(),
             what);
  std::abort();
}

}  // namespace base
