#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "work/engine/name_matcher.h"
#include "work/engine/watch_index.h"

namespace engine {

/// Compares watched names with names in other letters. Each watched name is compiled when it is
/// first met, the name of a row once for all it meets. One thread at a time.
class WatchedSounds {
 public:
  /// The matcher must outlive it, and so must all watched names that it is asked about.
  explicit WatchedSounds(const NameMatcher& matcher);

  /// What NameMatcher::compare gives where that is above the cut-off; else something at most that.
  [[nodiscard]] float bits(const WatchedName& watched, std::string_view found, float cutoff);

 private:
  const NameMatcher& matcher_;
  NameComparer comparer_;
  model::TokenPool watched_pool_, found_pool_;
  normalise::NameCompiler compiler_;
  std::unordered_map<const WatchedName*, model::CompiledName> watched_;
  std::string found_text_;
  model::CompiledName found_;
};

}  // namespace engine
