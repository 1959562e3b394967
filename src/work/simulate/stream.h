#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "ground/model/report.h"
#include "work/simulate/story.h"
#include "work/simulate/world.h"

namespace simulate {

/// What is true of a report, whatever it says.
struct Truth {
  std::string actor;  ///< "actor-17": the same for all reports of one story
  Side side = Side::benign;
  std::string theme;
  model::Stage stage = model::Stage::none;  ///< the highest that is told
  std::size_t step = 0;                     ///< which firm of the actor's row, from 0
  bool is_repeat = false;                   ///< a colleague tells the same again
};

struct SimulatedReport {
  model::Report report;
  Truth truth;
};

/// Settings::reports reports in order of time, from 2025-10-01 on for about a year; where the
/// stories would go on for longer they begin earlier, so that none is told after 2026-09-30. Memory
/// grows with the stories under way, not with the reports: a story is made anew from its seed
/// whenever one of its tellings is due. The same settings and tables give the same bytes.
class Stream {
 public:
  /// `world` and `words` must outlive the stream.
  Stream(const Settings& settings, const World& world, const Words& words);

  [[nodiscard]] std::optional<SimulatedReport> next();

 private:
  /// A telling that waits for its time, or the story after the last one begun.
  struct Due {
    double day = 0;
    std::uint64_t story = 0;
    std::size_t telling = 0;
    [[nodiscard]] auto operator<=>(const Due&) const = default;
  };

  /// The plan: which telling comes when. It can be run through without telling anything.
  class Plan {
   public:
    Plan(const Settings& settings, const World& world, const Words& words)
        : settings_(settings), world_(world), words_(words) {}
    [[nodiscard]] Due next();

   private:
    void begin_stories_before(double day);

    Settings settings_;
    const World& world_;
    const Words& words_;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due_;
    std::uint64_t stories_ = 0;
    double next_story_day_ = 0;
  };

  Settings settings_;
  const World& world_;
  const Words& words_;
  Plan plan_;
  double days_too_many_ = 0;  ///< that the plan would go on after the end
  std::size_t given_ = 0;
};

}  // namespace simulate
