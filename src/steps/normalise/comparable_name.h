#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ground/model/name_tokens.h"
#include "steps/normalise/name_tables.h"

namespace normalise {

/// Brings names into the form that resolve::NameScorer compares: every likely way to part a name
/// (kanji, kana and hangul are written without blanks) and every likely sound of each part. A part
/// that came before is not worked out again. One thread at a time.
class NameCompiler {
 public:
  /// Both must outlive it.
  NameCompiler(const NameTables& tables, model::TokenPool& into) : tables_(tables), into_(into) {}

  /// Empty, broken, very long input: what can be read of the first kilobyte; no parses where that
  /// is nothing.
  /// Ways to part it that cost more than `prior_max` bits are left out.
  [[nodiscard]] model::CompiledName compile(std::string_view field, float prior_max = 255);
  /// Gives back the memory of what came before.
  void forget() { memo_ = {}; }

 private:
  const NameTables& tables_;
  model::TokenPool& into_;
  std::unordered_map<std::u32string, model::TokenId> memo_;
};

}  // namespace normalise
