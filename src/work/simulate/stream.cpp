#include "work/simulate/stream.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "work/simulate/chance.h"
#include "work/simulate/tell.h"

namespace simulate {
namespace {

constexpr base::Day first_day{std::chrono::year_month_day{
    std::chrono::year(2025), std::chrono::October, std::chrono::day(1)}};
constexpr double span_days = 365;

base::UtcTime time_of(double day) {
  const std::chrono::duration<double, std::ratio<86'400>> since(day);
  return base::tokyo_midnight(first_day) + std::chrono::duration_cast<std::chrono::seconds>(since);
}

}  // namespace

void Stream::Plan::begin_stories_before(double day) {
  const auto gap_days = span_days * tellings_mean / static_cast<double>(settings_.reports);
  while (next_story_day_ <= day) {
    const auto seed = seed_of(settings_.seed, ++stories_);
    const auto story = make_story(seed, world_, words_);
    for (std::size_t telling = 0; telling < story.tellings.size(); ++telling)
      due_.push({next_story_day_ + story.tellings[telling].after_days, stories_, telling});
    next_story_day_ += Chance(seed_of(seed, 1)).wait(gap_days);
  }
}

Stream::Due Stream::Plan::next() {
  if (due_.empty()) begin_stories_before(next_story_day_);
  // A story that begins later may still be told before what waits.
  while (next_story_day_ <= due_.top().day)
    begin_stories_before(due_.top().day);
  const auto due = due_.top();
  due_.pop();
  return due;
}

Stream::Stream(const Settings& settings, const World& world, const Words& words)
    : settings_(settings), world_(world), words_(words), plan_(settings_, world_, words_) {
  Plan whole(settings_, world_, words_);
  double last_day = 0;
  for (std::size_t report = 0; report < settings_.reports; ++report)
    last_day = whole.next().day;
  days_too_many_ = std::max(0.0, last_day - span_days);
}

std::optional<SimulatedReport> Stream::next() {
  if (given_ == settings_.reports) return std::nullopt;
  ++given_;
  const auto due = plan_.next();
  const auto seed = seed_of(settings_.seed, due.story);
  const auto story = make_story(seed, world_, words_);
  const auto& telling = story.tellings[due.telling];
  return SimulatedReport{tell(story, telling, world_, words_, seed_of(seed, 2 + due.telling),
                              time_of(due.day - days_too_many_)),
                         {fmt::format("actor-{}", due.story), story.actor.side, story.actor.theme,
                          telling.stage, telling.step, telling.is_repeat}};
}

}  // namespace simulate
