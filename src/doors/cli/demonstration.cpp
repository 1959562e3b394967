#include "doors/cli/demonstration.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/shipped.h"
#include "doors/cli/story_dates.h"
#include "edges/db/migrations.h"
#include "edges/render/words.h"
#include "ground/base/ensure.h"
#include "work/jobs/sealer.h"
#include "work/workflow/invite.h"
#include "work/workflow/organisations.h"

namespace cli {
namespace {

constexpr std::string_view scenario_name = "demonstration.scenario";
constexpr std::string_view administrator_name = "administrator-1";

/// At least one account for each role; those of firms stand in the scenario. That of tango is the
/// recipient of the caution that waits for approval.
constexpr std::array<std::string_view, 16> shown_names{
    "employee-alpha", "officer-alpha", "officer-delta",  "officer-tango",
    "officer-gate",   "officer-bay",   "analyst-1",      "analyst-2",
    "approver-1",     "approver-2",    "investigator-1", "liaison-1",
    "custodian-1",    "custodian-2",   "auditor-1",      administrator_name};

constexpr std::array<std::string_view, 16> things{
    "maple",  "crane",  "harbour", "lantern", "willow", "pebble", "kettle", "bamboo",
    "tunnel", "orchid", "marble",  "window",  "basket", "anchor", "candle", "saddle"};
constexpr std::array<std::string_view, 16> colours{
    "amber",  "indigo", "silver", "crimson", "golden",  "purple", "copper", "violet",
    "orange", "ivory",  "cobalt", "scarlet", "emerald", "bronze", "coral",  "yellow"};

namespace fs = std::filesystem;

/// Says that the folder is a demonstration, and of which story and schema.
fs::path marker_of(const fs::path& folder) {
  return folder / "demonstration";
}
/// Stands there while it is being made.
fs::path draft_marker_of(const fs::path& folder) {
  return folder / "demonstration.part";
}

std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 1469598103934665603ULL) {
  for (const char letter : text)  // FNV-1a: the same in every build
    hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  return hash;
}

/// Changes with whatever makes a demonstration of an earlier program useless.
std::string marker_text() {
  auto hash = hash_of(find_shipped(scenario_name).value_or(""));
  for (const auto& migration : db::migrations())
    hash = hash_of(migration.sqlite, hash);
  return fmt::format("Everything in this folder is fictional. {:016x}\n", hash);
}

/// Only what a store is made of, so that nothing else in the folder is lost.
void remove_store(const fs::path& folder) {
  for (const auto* name : {"kizuki.db", "kizuki.db-wal", "kizuki.db-shm", "master.key",
                           "demonstration", "demonstration.part"})
    fs::remove(folder / name);
}

Story shipped_story() {
  const auto text = find_shipped(scenario_name);
  base::ensure(text.has_value(), "the demonstration is shipped");
  auto story = parse_story(*text);
  base::ensure(story.has_value(), "the demonstration can be read");
  return std::move(*story);
}

/// How far the story moves so that its last day is yesterday, whatever the hour of today.
std::chrono::days distance(const Story& story, base::UtcTime today) {
  const auto last = last_day_of(story.statements);
  base::ensure(last.has_value(), "the demonstration has days");
  return base::tokyo_day(today) - std::chrono::days(1) - *last;
}

void tell(const StoryStatement& line, const base::Clock& clock, Console& console) {
  if (line.word(0) != "tell") return;
  const auto day = base::format_day(base::tokyo_day(clock.now()));
  console.out << fmt::format("{}  {}\n            {}\n", day, line.words.at(1).text,
                             line.words.at(2).text);
  console.out.flush();
}

base::Result<std::vector<StoryFailure>> play(OpenStore& store, const model::Organisation& home,
                                             const Story& story, base::SetClock& clock,
                                             Console& console) {
  base::SystemIds ids;
  auto hub = store.hub(clock, ids);
  StoryWorld world(hub, clock, demonstration_password);
  if (auto founded = world.found(home); !founded) return base::pass_on(founded);
  auto failures = play_story(world, story.statements,
                             [&](const StoryStatement& line) { tell(line, clock, console); });
  jobs::seal_waiting(hub);
  return failures;
}

workflow::Settings demonstration_settings() {
  workflow::Settings settings;
  settings.password_cost = demonstration_password_cost();
  return settings;
}

}  // namespace

bool is_demonstration(const fs::path& folder) {
  std::error_code error;
  return fs::exists(marker_of(folder), error) || fs::exists(draft_marker_of(folder), error);
}

bool is_demonstration_ready(const fs::path& folder) {
  const auto marker = read_file(marker_of(folder).string());
  return marker && *marker == marker_text();
}

base::Result<std::vector<StoryFailure>> make_demonstration(const fs::path& folder,
                                                           base::UtcTime today, Console& console) {
  auto story = shipped_story();
  const auto by = distance(story, today);
  move_dates(story.statements, by);
  base::SetClock clock(story_start() + by);
  if (is_demonstration(folder)) remove_store(folder);
  if (has_store(folder))
    return base::fail(base::ErrorKind::conflict, "--data", "the store in this folder is a real one",
                      "leave --demonstration out, or give another folder");
  fs::create_directories(folder);
  write_file(draft_marker_of(folder).string(), marker_text());
  const auto made = make_store(folder,
                               {.home = story_bureau(),
                                .administrator = "first-administrator",
                                .recovery = crypto::make_keypair().open_half,
                                .operator_name = "demonstration"},
                               clock);
  if (!made) return std::unexpected(made.error());
  auto store = OpenStore::open(folder, OpenStore::Ownership::alone, demonstration_settings());
  if (!store) return base::pass_on(store);
  auto failures = play(**store, made->home, story, clock, console);
  if (failures) fs::rename(draft_marker_of(folder), marker_of(folder));
  return failures;
}

std::string demonstration_password(std::string_view name) {
  const auto hash = hash_of(name);
  return fmt::format("{}-{}-{}", colours[hash % colours.size()],
                     things[(hash / 64) % things.size()], 10 + (hash / 4096) % 90);
}

std::vector<http::SignInHint> demonstration_hints(workflow::Hub& hub) {
  const auto who = workflow::operator_principal("demonstration");
  std::vector<http::SignInHint> hints;
  model::PageRequest request;
  request.limit = model::PageRequest::limit_max;
  const auto accounts = workflow::list_accounts(hub, who, request);
  if (!accounts) return hints;
  for (const auto name : shown_names) {
    const auto account = std::ranges::find(accounts->items, name, &model::Account::name);
    if (account == accounts->items.end()) continue;
    const auto organisation = workflow::open_organisation(hub, who, account->organisation);
    hints.push_back({account->name, demonstration_password(account->name), account->roles,
                     organisation ? organisation->name : model::Bilingual{}});
  }
  return hints;
}

void tell_how_to_sign_in(const std::vector<http::SignInHint>& hints, const std::string& address,
                         Console& console) {
  console.out << fmt::format("\nSign in at {} / サインイン\n\n", address);
  for (const auto& hint : hints) {
    const auto role = render::name_of("role", hint.roles.front());
    console.out << fmt::format("  {:<17} {:<22} {} / {} — {}\n", hint.name, hint.password, role.ja,
                               role.en, hint.organisation.en);
  }
  console.out << "\n  Nobody needs an account to ask \"is this odd?\" or to report.\n"
                 "  通報と相談はサインインなしでできます。\n\n";
  console.out.flush();
}

crypto::PasswordCost demonstration_password_cost() {
  return {.memory_kib = 1024, .passes = 1};
}

}  // namespace cli
