#include "doors/cli/command_story.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/story_run.h"

namespace cli {
namespace {

struct WantedStory {
  std::vector<std::string> files;
};

/// `no` where an expectation did not hold, `wrong_use` for a text that cannot be read.
ExitCode play_file(const std::string& path, Console& console) {
  const auto text = read_file(path, 1U << 20);
  if (!text) return complain(console, text.error());
  const auto failures = run_story(*text);
  console.out << (failures.empty() ? "ok    " : "FAIL  ") << path << '\n';
  for (const auto& failure : failures)
    console.out << fmt::format("{}:{}: {}\n", path, failure.line, failure.text);
  console.out.flush();
  if (failures.empty()) return ExitCode::done;
  return std::ranges::any_of(failures, &StoryFailure::is_of_the_text) ? ExitCode::wrong_use
                                                                      : ExitCode::no;
}

ExitCode run_story(const WantedStory& wanted, Console& console) {
  std::size_t passed = 0;
  auto code = ExitCode::done;
  for (const auto& path : wanted.files) {
    show_progress(console, path);
    const auto played = play_file(path, console);
    end_progress(console);
    if (played == ExitCode::done) ++passed;
    code = std::max(code, played);
  }
  const auto failed = wanted.files.size() - passed;
  console.out << fmt::format("{} passed, {} failed\n", passed, failed);
  return code;
}

Run prepare_story(Options& options) {
  auto wanted = std::make_shared<WantedStory>();
  options.texts("files", wanted->files, "scenario texts", Options::Need::must);
  return [wanted](Console& console) { return run_story(*wanted, console); };
}

}  // namespace

Command command_story() {
  return make_command(
      "story", "play scenario texts and say which expectation failed",
      "  kizuki story tests/scenarios/desk/*.scenario", prepare_story,
      "Each file plays against a new store that goes with it. docs/SCENARIOS.md has the language.");
}

}  // namespace cli
