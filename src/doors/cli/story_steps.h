#pragma once

#include <optional>

#include "doors/cli/story_world.h"

/// The statements of a story, a file for each part of the desk. Every function gives nothing back
/// when the statement is not of its part. Errors of use cases pass through.
namespace cli {

using StoryStep = std::optional<base::Result<void>>;

[[nodiscard]] StoryStep play_world_step(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryStep play_register_step(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryStep play_report_step(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryStep play_link_step(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryStep play_alert_step(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryStep play_delivery_step(StoryWorld& world, const StoryStatement& line);

/// An expectation: nothing when it holds, else what was expected and what was there; an error of
/// the text or of a use case as Result. `from` is where the words behind "expect" begin.
using StoryFinding = base::Result<std::optional<std::string>>;
using StoryCheck = std::optional<StoryFinding>;

[[nodiscard]] StoryCheck check_report(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryCheck check_link(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryCheck check_alert(StoryWorld& world, const StoryStatement& line);
[[nodiscard]] StoryCheck check_desk(StoryWorld& world, const StoryStatement& line);

/// "expected X, was Y" unless they are the same.
[[nodiscard]] std::optional<std::string> compare(std::string_view expected, std::string_view was);

}  // namespace cli
