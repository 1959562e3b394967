#include "doors/cli/command_story.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/story_run.h"

namespace cli {
namespace {

struct WantedStory {
  std::vector<std::string> files;
};

/// True when every expectation of the file held.
bool play_file(const std::string& path, Console& console) {
  const auto text = read_file(path, 1U << 20);
  if (!text) {
    complain(console, text.error());
    return false;
  }
  const auto failures = run_story(*text);
  console.out << (failures.empty() ? "ok    " : "FAIL  ") << path << '\n';
  for (const auto& failure : failures)
    console.out << fmt::format("{}:{}: {}\n", path, failure.line, failure.text);
  console.out.flush();
  return failures.empty();
}

ExitCode run_story(const WantedStory& wanted, Console& console) {
  std::size_t passed = 0;
  for (const auto& path : wanted.files) {
    show_progress(console, path);
    const bool holds = play_file(path, console);
    end_progress(console);
    if (holds) ++passed;
  }
  const auto failed = wanted.files.size() - passed;
  console.out << fmt::format("{} passed, {} failed\n", passed, failed);
  return failed == 0 ? ExitCode::done : ExitCode::no;
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
