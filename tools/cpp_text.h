#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tools {

/// An `#include` of one file; `line` counts from 1.
struct Include {
  std::size_t line = 0;
  std::string path;
};

/// A string literal. Literals that only white space and comments part are one, as the
/// compiler sees them; `line` and `place` (in bytes, the same in text and code) are where the
/// first begins.
struct Literal {
  std::size_t line = 0;
  std::string text;
  std::size_t place = 0;
};

/// What a rule about C++ text needs to see, made without a compiler.
struct CppText {
  std::vector<Include> includes;
  std::vector<Literal> literals;
  /// The text with comments and the contents of literals blanked; line breaks are kept.
  std::string code;
  std::size_t line_count = 0;
};

/// Reads any text; broken C++ gives a best guess, never an error. Conditional compilation is
/// not followed: an include counts whatever `#if` stands around it.
[[nodiscard]] CppText read_cpp(std::string_view text);

}  // namespace tools
