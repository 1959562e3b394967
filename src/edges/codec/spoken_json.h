#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/knowledge.h"

namespace codec {

/// Turns a stored code with its parameters into words of both languages; empty words where the
/// code is not known.
using Speak = std::function<model::Bilingual(std::string_view code,
                                             const std::vector<std::string>& parameters)>;

/// What is stored as codes is shown with its words: every object that has a `code` gets `words`
/// beside it, a list `advice` of codes becomes a list of words, a `guard` gets `guard_words`.
/// `json` is what encode() wrote; everything else in it stays as it is.
[[nodiscard]] std::string spoken(std::string_view json, const Speak& speak);

}  // namespace codec
