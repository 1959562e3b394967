#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ground/model/knowledge.h"
#include "work/simulate/words.h"
#include "work/simulate/world.h"

namespace simulate {

enum class Side { hostile, benign };
constexpr auto vocabulary(Side) {
  return base::make_vocabulary<Side>("hostile", "benign");
}

/// Who is behind a story, as the truth knows it.
struct Actor {
  Side side = Side::benign;
  std::string theme;                 ///< cover: "street", "tourist", ...
  std::size_t person = 0;            ///< in Words::persons
  std::size_t employer = 0;          ///< claimed; in Words::employers
  std::string phone, email, handle;  ///< "" = never given
  std::string wanted;                ///< technology that a hostile actor is after
};

/// One report that will be made of a story.
struct Telling {
  double after_days = 0;                    ///< since the story began
  std::size_t firm = 0;                     ///< whose employee tells it; in World::firms
  model::Stage stage = model::Stage::none;  ///< the highest that is told
  std::size_t step = 0;                     ///< which firm of the story's row, from 0
  bool is_repeat = false;                   ///< a colleague tells of what the telling before tells
};

/// A campaign of one actor from firm to firm, or one harmless acquaintance.
struct Story {
  Actor actor;
  std::vector<Telling> tellings;  ///< by time; at least one
};

/// The story of that seed in that world, the same each time it is asked for. A hostile actor
/// wants one field, stays mostly within some tens of kilometres of where he was last and goes
/// further at some firms than at others; not every firm tells. Judgement from public cases,
/// not statistics; the next firm is drawn by its own rule, not by the ranking of `risk`.
[[nodiscard]] Story make_story(std::uint64_t seed, const World& world, const Words& words);

/// Reports that a story gives in the mean; measured over many seeds, used to pace the stream.
inline constexpr double tellings_mean = 1.6;

}  // namespace simulate
