#pragma once

#include <source_location>

namespace base {

/// Our own bugs end the program, in every build. Never for input: that returns a Result.
void ensure(bool condition, const char* what = "",
            std::source_location where = std::source_location::current());

}  // namespace base
