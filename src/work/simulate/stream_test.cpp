#include "work/simulate/stream.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "work/simulate/words_for_tests.h"

namespace simulate {
namespace {

std::vector<SimulatedReport> all_of(const Settings& settings) {
  const auto words = words_for_tests();
  const auto world = make_world(settings, words, {{"battery.cathode", {}}, {"battery.anode", {}}});
  Stream stream(settings, world, words);
  std::vector<SimulatedReport> all;
  while (auto next = stream.next())
    all.push_back(std::move(*next));
  return all;
}

TEST(simulate_stream, gives_as_many_reports_as_asked_in_order_of_time) {
  const auto all = all_of({3, 500, 0});
  ASSERT_EQ(all.size(), 500U);
  for (std::size_t at = 1; at < all.size(); ++at)
    EXPECT_LE(*all[at - 1].report.reported_at, *all[at].report.reported_at);
  EXPECT_TRUE(all_of({3, 0, 0}).empty());
}

TEST(simulate_stream, the_same_seed_tells_the_same_and_another_does_not) {
  const auto once = all_of({3, 50, 0}), again = all_of({3, 50, 0}), other = all_of({4, 50, 0});
  for (std::size_t at = 0; at < once.size(); ++at) {
    EXPECT_EQ(once[at].report, again[at].report);
    EXPECT_EQ(once[at].truth.actor, again[at].truth.actor);
  }
  EXPECT_NE(once.front().report, other.front().report);
}

TEST(simulate_stream, every_report_is_a_valid_one_with_an_id_of_its_own) {
  std::set<base::UuidBytes> ids;
  for (const auto& one : all_of({5, 400, 0})) {
    EXPECT_TRUE(model::check(one.report, *one.report.reported_at + std::chrono::hours(24)));
    EXPECT_EQ(one.report.narrative.find("{name}"), std::string::npos);
    EXPECT_TRUE(ids.insert(*one.report.source_ref).second);
  }
}

TEST(simulate_stream, benign_reporters_are_more_than_the_others_but_not_all) {
  std::size_t benign = 0;
  for (const auto& one : all_of({6, 2'000, 0}))
    if (one.truth.side == Side::benign) ++benign;
  EXPECT_GT(benign, 1'000U);
  EXPECT_LT(benign, 1'500U);
}

TEST(simulate_stream, an_actor_goes_from_firm_to_firm_and_never_reaches_a_stage_when_harmless) {
  std::map<std::string, std::set<std::string>> firms_of;
  for (const auto& one : all_of({7, 1'000, 0})) {
    if (one.truth.side == Side::benign)
      EXPECT_EQ(one.truth.stage, model::Stage::none);
    else
      EXPECT_GE(one.truth.stage, model::Stage::approach);
    if (one.truth.side == Side::hostile)
      firms_of[one.truth.actor].insert(one.report.from.organisation);
  }
  EXPECT_TRUE(std::ranges::any_of(firms_of, [](const auto& row) { return row.second.size() > 2; }));
}

TEST(simulate_stream, no_report_is_of_a_later_day_than_the_end) {
  const auto end = base::tokyo_midnight(base::Day{std::chrono::year_month_day{
      std::chrono::year(2026), std::chrono::month(10), std::chrono::day(1)}});
  for (const std::size_t reports : {1U, 2U, 3U, 5U, 10U, 40U, 200U})
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
      EXPECT_LE(*all_of({seed, reports, 0}).back().report.reported_at, end)
          << seed << ' ' << reports;
}

TEST(simulate_stream, the_pace_is_that_of_a_year) {
  const auto all = all_of({8, 2'000, 0});
  const auto span = *all.back().report.reported_at - *all.front().report.reported_at;
  EXPECT_GT(span, std::chrono::hours(24 * 270));
  EXPECT_LT(span, std::chrono::hours(24 * 460));
}

}  // namespace
}  // namespace simulate
