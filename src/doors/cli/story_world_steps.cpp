#include <charconv>
#include <set>

#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "ground/base/working_days.h"

/// Statements that set the scene: firms and the passing of time.
namespace cli {
namespace {

const std::set<std::string_view> firm_words{"sector",  "technologies", "area",     "at",
                                            "station", "called",       "unstaffed"};

std::optional<double> degrees_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> list_after(const StoryStatement& line, std::string_view word) {
  std::vector<std::string> list;
  const auto begin = line.find(word);
  if (!begin) return list;
  for (auto at = *begin + 1; at < line.words.size() && !firm_words.contains(line.word(at)); ++at)
    list.push_back(line.words[at].text);
  return list;
}

/// The station that a story has for a ward, unless the line names one.
std::string station_of(const StoryStatement& line) {
  if (line.find("station")) return std::string(line.after("station"));
  if (line.after("area") == "13103") return "bay-ps";
  return line.after("area") == "13109" ? "gate-ps" : "";
}

model::Organisation firm_of(const StoryStatement& line, const std::string& key) {
  model::Organisation firm;
  firm.key = key;
  const auto names = list_after(line, "called");
  firm.name = names.size() == 2 ? model::Bilingual{names[0] + "（架空）", names[1] + " (fictional)"}
                                : model::Bilingual{"架空企業 " + key, "Fictional firm " + key};
  firm.sector = line.after("sector");
  firm.technologies = list_after(line, "technologies");
  firm.station = station_of(line);
  model::Site site;
  site.name = "本社";
  site.area = line.after("area");
  if (const auto at = line.find("at")) {
    site.lat = degrees_of(line.word(*at + 1));
    site.lon = degrees_of(line.word(*at + 2));
  }
  if (!site.area.empty() || site.lat) firm.sites = {site};
  return firm;
}

base::Result<void> add_fillers(StoryWorld& world, const StoryStatement& line) {
  const auto count = number_of(line.word(1));
  if (!count || *count < 1 || *count > 500)
    return story_fault(line, "there is no number of firms between 1 and 500");
  for (int number = 1; number <= *count; ++number) {
    auto added =
        world.add_firm(firm_of(line, fmt::format("filler-{}", number)), StoryWorld::Staff::none);
    if (!added) return added;
  }
  return {};
}

base::Result<void> go_to(StoryWorld& world, const StoryStatement& line) {
  const auto day = base::parse_day(line.word(1));
  if (!day) return story_fault(line, "the day cannot be read", "write it as 2026-06-03");
  const auto noon = base::tokyo_midnight(*day) + std::chrono::hours(12);
  if (noon < world.clock().now()) return story_fault(line, "time does not go back");
  world.clock().set(noon);
  return {};
}

base::Result<void> wait(StoryWorld& world, const StoryStatement& line) {
  const auto count = number_of(line.word(1));
  const auto now = world.clock().now();
  if (!count || *count < 0) return story_fault(line, "there is no number of days or hours");
  if (line.word(2) == "working")
    world.clock().set(base::working_days_after(now, *count));
  else if (line.word(2) == "days" || line.word(2) == "day")
    world.clock().advance(std::chrono::days(*count));
  else if (line.word(2) == "hours" || line.word(2) == "hour")
    world.clock().advance(std::chrono::hours(*count));
  else
    return story_fault(line, "it waits for days, working days or hours");
  return {};
}

}  // namespace

StoryStep play_world_step(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "firm")
    return world.add_firm(
        firm_of(line, std::string(line.word(1))),
        line.find("unstaffed") ? StoryWorld::Staff::none : StoryWorld::Staff::officer_and_employee);
  if (first == "tell" && line.words.size() == 3) return base::Result<void>();
  if (first == "firms") return add_fillers(world, line);
  if (first == "on") return go_to(world, line);
  if (first == "after") return wait(world, line);
  return std::nullopt;
}

std::optional<std::string> compare(std::string_view expected, std::string_view was) {
  if (expected == was) return std::nullopt;
  return fmt::format("expected {}, was {}", expected, was);
}

}  // namespace cli
