#include "doors/cli/story_run.h"

#include <array>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/story_steps.h"
#include "edges/db/scratch_folder.h"
#include "work/jobs/loop.h"

namespace cli {
namespace {

constexpr std::array steps{play_world_step, play_register_step, play_report_step,
                           play_link_step,  play_alert_step,    play_delivery_step};
constexpr std::array checks{check_report, check_link, check_alert, check_desk};

/// The statement without its first words.
StoryStatement without_first(const StoryStatement& line, std::size_t count) {
  StoryStatement rest = line;
  rest.words.erase(rest.words.begin(), rest.words.begin() + static_cast<std::ptrdiff_t>(count));
  return rest;
}

base::Result<void> play_step(StoryWorld& world, const StoryStatement& line) {
  for (const auto step : steps)
    if (auto played = step(world, line)) return *played;
  return story_fault(line, fmt::format("'{}' is no statement", line.word(0)));
}

StoryFailure failure_of(const StoryStatement& line, const base::Error& error,
                        const std::string& before = "") {
  return {line.line, before + error.text(), is_story_fault(error)};
}

std::optional<StoryFailure> play_refused(StoryWorld& world, const StoryStatement& line) {
  const bool names_kind = line.word(1) == "as";
  const auto played = play_step(world, without_first(line, names_kind ? 3 : 1));
  if (played) return StoryFailure{line.line, "expected a refusal, was done"};
  if (is_story_fault(played.error())) return failure_of(line, played.error());
  auto was = std::string(base::word(played.error().kind));
  std::ranges::replace(was, '-', '_');
  if (names_kind && was != line.word(2))
    return StoryFailure{line.line,
                        fmt::format("expected a refusal as {}, was {}", line.word(2), was)};
  return std::nullopt;
}

std::optional<StoryFailure> check(StoryWorld& world, const StoryStatement& line) {
  const auto inner = without_first(line, 1);
  for (const auto one : checks) {
    const auto found = one(world, inner);
    if (!found) continue;
    if (!*found) return failure_of(line, found->error());
    if (!**found) return std::nullopt;
    return StoryFailure{line.line, ***found};
  }
  return failure_of(line, story_fault(line, "this is no expectation").error());
}

/// One statement with the work that it causes.
std::optional<StoryFailure> play(StoryWorld& world, const StoryStatement& line, bool& may_go_on) {
  std::optional<StoryFailure> failure;
  if (line.word(0) == "expect") return check(world, line);
  if (line.word(0) == "refused") {
    failure = play_refused(world, line);
  } else if (const auto done = play_step(world, line); !done) {
    failure = failure_of(line, done.error(), "could not be done: ");
    may_go_on = false;
  }
  jobs::run_until_idle(world.hub());
  return failure;
}

/// Hashing a password at full cost proves nothing in a story and takes a tenth of a second.
workflow::Settings story_settings() {
  workflow::Settings settings;
  settings.password_cost = {.memory_kib = 64, .passes = 1};
  return settings;
}

}  // namespace

std::vector<StoryFailure> play_story(StoryWorld& world,
                                     const std::vector<StoryStatement>& statements,
                                     const StoryListener& listener) {
  std::vector<StoryFailure> failures;
  bool may_go_on = true;
  for (const auto& line : statements) {
    if (!may_go_on) break;
    if (auto failure = play(world, line, may_go_on))
      failures.push_back(std::move(*failure));
    else if (listener)
      listener(line);
  }
  return failures;
}

std::vector<StoryFailure> run_story(std::string_view text) {
  const auto story = parse_story(text);
  if (!story) return {{0, story.error().text(), true}};
  const db::ScratchFolder folder;
  base::SetClock clock(story_start());
  base::CountingIds ids;
  const auto made = make_store(folder.path() / "store",
                               {.home = story_bureau(),
                                .administrator = "first-administrator",
                                .recovery = crypto::make_keypair().open_half,
                                .operator_name = "story"},
                               clock);
  if (!made) return {{0, made.error().text()}};
  auto store =
      OpenStore::open(folder.path() / "store", OpenStore::Ownership::alone, story_settings());
  if (!store) return {{0, store.error().text()}};
  auto hub = (*store)->hub(clock, ids);
  StoryWorld world(hub, clock, [](const std::string&) { return "a password of a story"; });
  if (const auto founded = world.found(made->home); !founded) return {{0, founded.error().text()}};
  return play_story(world, story->statements);
}

}  // namespace cli
