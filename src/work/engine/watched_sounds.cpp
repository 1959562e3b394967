#include "work/engine/watched_sounds.h"

namespace engine {

WatchedSounds::WatchedSounds(const NameMatcher& matcher)
    : matcher_(matcher), comparer_(matcher), compiler_(matcher.compiler(watched_pool_)) {}

float WatchedSounds::bits(const WatchedName& watched, std::string_view found, float cutoff) {
  const auto [known, is_new] = watched_.try_emplace(&watched);
  if (is_new) known->second = compiler_.compile(watched.written);
  if (found != found_text_) {
    found_text_ = found;
    found_pool_.clear();
    found_ = matcher_.compiler(found_pool_).compile(found);
  }
  return comparer_.bits(known->second.in(watched_pool_), found_.in(found_pool_), cutoff);
}

}  // namespace engine
