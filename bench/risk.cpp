// How early the firm that is told of next stands among 500: campaigns of invented actors, ranked by
// `risk` after each report, beside two rankings that need no program: the firms of the same sector,
// and the nearest firms.
// usage: bench_risk [REPORTS [SEED]]     3,000 reports and seed 11 without them
//
// SIMULATED: the actors follow a rule of our own (work/simulate/story.h), so these figures say how
// well the ranking sees through the telling, not how well it would do in the world.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/shipped_tables.h"
#include "doors/cli/simulation_tables.h"
#include "timing.h"
#include "work/engine/knowledge.h"
#include "work/engine/match_reports.h"
#include "work/engine/risk_reports.h"
#include "work/simulate/stream.h"

namespace {

constexpr std::size_t firms_count = 500, looked_at = 10;
using Keys = std::vector<std::string>;

/// A report of a hostile actor after which another firm tells of him.
struct Question {
  std::size_t report = 0;
  std::string next;            ///< the firm of his next report
  std::set<std::string> told;  ///< firms that told of him so far
};

struct Trial {
  std::vector<model::Report> reports;
  std::vector<simulate::Truth> truths;
  std::vector<Question> questions;
};

Trial make_trial(const simulate::Settings& settings, const simulate::World& world,
                 const simulate::Words& words) {
  Trial trial;
  simulate::Stream stream(settings, world, words);
  while (auto next = stream.next()) {
    trial.reports.push_back(std::move(next->report));
    trial.truths.push_back(std::move(next->truth));
  }
  std::map<std::string, std::vector<std::size_t>> by_actor;
  for (std::size_t at = 0; at < trial.truths.size(); ++at)
    if (trial.truths[at].side == simulate::Side::hostile)
      by_actor[trial.truths[at].actor].push_back(at);
  for (const auto& [actor, reports] : by_actor) {
    Question question;
    for (std::size_t at = 0; at + 1 < reports.size(); ++at) {
      question.report = reports[at];
      question.told.insert(trial.reports[reports[at]].from.organisation);
      question.next = trial.reports[reports[at + 1]].from.organisation;
      if (!question.told.contains(question.next)) trial.questions.push_back(question);
    }
  }
  return trial;
}

/// The first of the ranking that have not told of him yet.
bool is_early(const Keys& ranking, const Question& question) {
  std::size_t seen = 0;
  for (const auto& key : ranking) {
    if (question.told.contains(key)) continue;
    if (key == question.next) return true;
    if (++seen == looked_at) return false;
  }
  return false;
}

const model::Organisation& firm_of(const simulate::World& world, const std::string& key) {
  return *std::ranges::find(world.firms, key, &model::Organisation::key);
}

Keys by_sector(const simulate::World& world, const std::string& last) {
  Keys keys;
  for (const auto& firm : world.firms)
    if (firm.sector == firm_of(world, last).sector) keys.push_back(firm.key);
  return keys;
}

Keys by_distance(const simulate::World& world, const std::string& last) {
  const auto& from = firm_of(world, last).sites.front();
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& firm : world.firms)
    ranked.emplace_back(outreach::distance_km(*from.lat, *from.lon, *firm.sites.front().lat,
                                              *firm.sites.front().lon),
                        firm.key);
  std::ranges::sort(ranked);
  Keys keys;
  for (auto& [kilometres, key] : ranked)
    keys.push_back(std::move(key));
  return keys;
}

Keys keys_of(const engine::RiskAfter& after) {
  Keys keys;
  for (const auto& firm : after.firms)
    keys.push_back(firm.organisation_key);
  return keys;
}

}  // namespace

int main(int count, char** arguments) {
  simulate::Settings settings{11, 3'000, firms_count};
  if (count > 1) settings.reports = std::strtoull(arguments[1], nullptr, 10);
  if (count > 2) settings.seed = std::strtoull(arguments[2], nullptr, 10);
  const auto words = cli::shipped_simulation();
  const auto world = simulate::make_world(settings, words, cli::shipped_technologies());
  const auto trial = make_trial(settings, world, words);
  const engine::Knowledge knowledge(cli::shipped_indicators(), {}, cli::shipped_weights());
  const auto start = bench::Stopwatch::now();
  const auto matches = engine::match_reports(trial.reports, knowledge.cues(), knowledge.weights());
  std::vector<std::size_t> afters;
  for (const auto& question : trial.questions)
    afters.push_back(question.report);
  const auto ranked = engine::risk_after(afters, trial.reports, matches, world.firms);
  const auto seconds = bench::seconds_since(start);
  std::array<std::size_t, 3> early{};
  for (std::size_t at = 0; at < ranked.size(); ++at) {
    const auto& question = trial.questions[at];
    const auto& last = trial.reports[question.report].from.organisation;
    early[0] += is_early(keys_of(ranked[at]), question) ? 1 : 0;
    early[1] += is_early(by_sector(world, last), question) ? 1 : 0;
    early[2] += is_early(by_distance(world, last), question) ? 1 : 0;
  }
  const auto share = [&](std::size_t hits) {
    return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(ranked.size(), 1));
  };
  fmt::print("simulated: {} reports, {} firms, {} times another firm told next; {:.1f} s\n",
             trial.reports.size(), world.firms.size(), ranked.size(), seconds);
  fmt::print("next firm among the first {}: risk {:.3f}, same sector {:.3f}, nearest {:.3f}\n",
             looked_at, share(early[0]), share(early[1]), share(early[2]));
  fmt::print("ratio to the better of both: {:.1f}x (at least 2x)\n",
             static_cast<double>(early[0]) /
                 static_cast<double>(std::max<std::size_t>({early[1], early[2], 1})));
  return 0;
}
