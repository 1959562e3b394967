#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/story_text.h"
#include "doors/cli/story_world.h"

namespace cli {

/// One expectation, or one step, that did not hold.
struct StoryFailure {
  std::size_t line = 0;
  std::string text;             ///< "expected stage test, was develop"
  bool is_of_the_text = false;  ///< the text cannot be understood: nothing was found out
};

/// What was done, for whoever wants to tell it (the demonstration).
using StoryListener = std::function<void(const StoryStatement&)>;

/// Plays the statements on a world, the jobs after each until nothing is left to do. A failed
/// expectation does not end the story, a step that could not be done does.
[[nodiscard]] std::vector<StoryFailure> play_story(StoryWorld& world,
                                                   const std::vector<StoryStatement>& statements,
                                                   const StoryListener& listener = {});

/// Plays one text against a new store in a folder that goes with it.
[[nodiscard]] std::vector<StoryFailure> run_story(std::string_view text);

}  // namespace cli
