#include "doors/cli/story_dates.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

using std::chrono::days;

TEST(story_dates, a_day_moves_by_days_and_a_month_to_the_nearest_month) {
  EXPECT_EQ(moved_date("2026-11-21", days(10)), "2026-12-01");
  EXPECT_EQ(moved_date("2026-11", days(30)), "2026-12");
  EXPECT_EQ(moved_date("2026", days(365)), "2027");
}

TEST(story_dates, marks_and_intervals_are_kept) {
  EXPECT_EQ(moved_date("2020-12~", days(31)), "2021-01~");
  EXPECT_EQ(moved_date("2020-12-31/2021", days(1)), "2021-01-01/2021");
}

TEST(story_dates, what_is_no_such_date_stays_as_it_is) {
  EXPECT_EQ(moved_date("unknown", days(1)), "unknown");
  EXPECT_EQ(moved_date("2026-02-31", days(1)), "2026-02-31");
  EXPECT_EQ(moved_date("令和8年5月", days(1)), "令和8年5月");
}

TEST(story_dates, all_days_of_a_story_move_together) {
  auto story = parse_story(
                   "Story: x\non 2026-06-01\nreport r1 from officer-a\n  when 2026-05-01\n"
                   "hold w1 until 2026-07-01 by i because x\nstatus d1 left as of 2026-07-02\n")
                   .value();
  move_dates(story.statements, days(1));
  EXPECT_EQ(story.statements[0].word(1), "2026-06-02");
  EXPECT_EQ(story.statements[1].below[0].word(1), "2026-05-02");
  EXPECT_EQ(story.statements[2].word(3), "2026-07-02");
  EXPECT_EQ(story.statements[3].word(5), "2026-07-03");
  EXPECT_EQ(last_day_of(story.statements), base::parse_day("2026-06-02").value());
}

}  // namespace
}  // namespace cli
