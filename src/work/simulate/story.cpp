#include "work/simulate/story.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "work/simulate/chance.h"

namespace simulate {
namespace {

using model::Stage;

// Judgement, in one place.
constexpr double hostile_share = 0.28;       // of stories; of reports less than a half
constexpr double told_share = 0.65;          // of approached firms, some employee reports
constexpr double told_later_share = 0.25;    // the same employee reports again, further on
constexpr double repeat_share = 0.08;        // a colleague tells the same
constexpr double wanted_field_share = 0.75;  // of the firms that an actor looks at
constexpr double other_field_weight = 0.15, wanted_code_weight = 1.5;
constexpr double next_benign_share = 0.15;  // a recruiter or salesman calls at a further firm
constexpr std::array reaches_km{3.0, 8.0, 20.0, 60.0, 400.0};
constexpr std::size_t looked_at = 30, firms_in_step_max = 7;

double kilometres(const model::Site& left, const model::Site& right) {
  constexpr double degree_km = 111.2;
  const auto north = (*left.lat - *right.lat) * degree_km;
  const auto east = (*left.lon - *right.lon) * degree_km *
                    std::cos((*left.lat + *right.lat) / 2 * std::numbers::pi / 180);
  return std::hypot(north, east);
}

/// What a hostile actor is after, and how far afield.
struct Aim {
  std::string field, code;
  double reach_km = 0;
};

double appeal(const model::Organisation& firm, const model::Organisation* last, const Aim& aim) {
  auto weight = firm.sector == aim.field ? 1.0 : other_field_weight;
  if (std::ranges::find(firm.technologies, aim.code) != firm.technologies.end())
    weight *= wanted_code_weight;
  if (last != nullptr)
    weight *= std::exp(-kilometres(firm.sites.front(), last->sites.front()) / aim.reach_km);
  return weight;
}

/// One of some firms that the actor looks at, by appeal; those approached already not again.
std::size_t next_firm(const World& world, const std::vector<std::size_t>& approached,
                      const Aim& aim, Chance& chance) {
  const auto* last = approached.empty() ? nullptr : &world.firms[approached.back()];
  const auto own = world.by_field.find(aim.field);
  std::array<std::size_t, looked_at> firms{};
  std::array<double, looked_at> appeals{};
  double sum = 0;
  for (std::size_t at = 0; at < looked_at; ++at) {
    const bool in_field = own != world.by_field.end() && chance.happens(wanted_field_share);
    firms[at] = in_field ? chance.pick(std::span<const std::size_t>(own->second))
                         : chance.below(world.firms.size());
    if (std::ranges::find(approached, firms[at]) == approached.end())
      appeals[at] = appeal(world.firms[firms[at]], last, aim);
    sum += appeals[at];
  }
  auto left = sum * chance.unit();
  for (std::size_t at = 0; at < looked_at; ++at)
    if ((left -= appeals[at]) < 0) return firms[at];
  return firms.back();
}

Stage further(Stage stage, int steps) {
  return static_cast<Stage>(
      std::min(static_cast<int>(stage) + steps, static_cast<int>(Stage::run)));
}

Actor make_actor(Side side, const Words& words, Chance& chance) {
  Actor actor;
  actor.side = side;
  const auto& themes = side == Side::hostile ? words.themes_hostile : words.themes_benign;
  actor.theme = chance.pick(std::span<const std::string>(themes));
  actor.person = chance.below(words.persons.size());
  actor.employer = chance.below(words.employers.size());
  // Numbers and addresses that nobody has: reserved for documents (RFC 2606) or never given out.
  if (chance.happens(0.4)) actor.phone = fmt::format("090-0000-{:04}", chance.below(10'000));
  if (chance.happens(0.3))
    actor.email = fmt::format("contact{}@example.com", chance.below(10'000'000));
  if (chance.happens(0.2)) actor.handle = fmt::format("sim_{}", chance.below(10'000'000));
  return actor;
}

void add_hostile(Story& story, const World& world, Chance& chance) {
  const auto& first = world.firms[chance.below(world.firms.size())];
  const Aim aim{first.sector, chance.pick(std::span<const std::string>(first.technologies)),
                chance.pick(std::span<const double>(reaches_km))};
  story.actor.wanted = aim.code;
  const auto pace_days = chance.between(5, 45);
  const auto wanted =
      1 + std::min(chance.below(firms_in_step_max), chance.below(firms_in_step_max));
  std::vector<std::size_t> approached;
  double day = 0;
  for (std::size_t step = 0; step < wanted; ++step) {
    approached.push_back(next_firm(world, approached, aim, chance));
    const bool is_last_hope = step + 1 == wanted && story.tellings.empty();
    auto stage = further(Stage::approach, static_cast<int>(chance.below(3) + chance.below(3)));
    if (chance.happens(told_share) || is_last_hope) {
      story.tellings.push_back({day, approached.back(), stage, step, false});
      if (chance.happens(repeat_share))
        story.tellings.push_back({day + 1, approached.back(), stage, step, true});
      if (chance.happens(told_later_share)) {
        stage = chance.happens(0.1) ? Stage::coerce : further(stage, chance.between(1, 2));
        story.tellings.push_back(
            {day + chance.between(20, 90), approached.back(), stage, step, false});
      }
    }
    day += 1 + chance.wait(pace_days);
  }
  std::ranges::stable_sort(story.tellings, {}, &Telling::after_days);
}

void add_benign(Story& story, const World& world, Chance& chance) {
  double day = 0;
  std::size_t step = 0;
  do {
    const auto firm = chance.below(world.firms.size());
    story.tellings.push_back({day, firm, Stage::none, step++, false});
    if (chance.happens(repeat_share))
      story.tellings.push_back({day + 1, firm, Stage::none, step - 1, true});
    day += 1 + chance.wait(20);
  } while (chance.happens(next_benign_share));
}

}  // namespace

Story make_story(std::uint64_t seed, const World& world, const Words& words) {
  Chance chance(seed);
  Story story;
  const auto side = chance.happens(hostile_share) ? Side::hostile : Side::benign;
  story.actor = make_actor(side, words, chance);
  if (side == Side::hostile)
    add_hostile(story, world, chance);
  else
    add_benign(story, world, chance);
  return story;
}

}  // namespace simulate
