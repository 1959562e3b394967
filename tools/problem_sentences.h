#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layer_rules.h"

namespace tools {

/// A sentence that can reach a reader as a problem or next step, and where it is written. What
/// the program fills in stands as `{}`, be it by fmt::format or by `+`.
struct Sentence {
  std::string path;
  std::size_t line = 1;
  std::string text;
};

/// The sentences of src/, and the places where one is made but cannot be read off the call.
struct SpokenProblems {
  std::vector<Sentence> sentences;
  std::vector<Finding> unreadable;
};

/// Finds the sentences without a compiler. Words of a problem are
/// - the arguments of a function or lambda, where its declaration (in the same file or a header)
///   has a text parameter whose name begins with `problem`, `next_step` or `help`;
/// - the third and fourth argument of base::fail and of every list that begins with an ErrorKind;
/// - the second and third of a list pushed to `issues`;
/// - what base::OutsideFailure, db::Contention and no_such are given.
/// Each must be written in the call, or handed on by the same parameter names. Tests are skipped.
[[nodiscard]] SpokenProblems problem_sentences(const std::vector<SourceFile>& files);

}  // namespace tools
