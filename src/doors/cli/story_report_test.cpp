#include "doors/cli/story_report.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

base::Result<model::Submission> read(const std::string& below) {
  auto story = parse_story("Story: s\nreport r1 from employee-alpha\n" + below);
  if (!story) return base::pass_on(story);
  return report_of(story->statements.at(0));
}

TEST(story_report, an_encounter_and_a_persona_are_read_in_full) {
  auto read_back = read(
      "  \"\"\"\n  He asked the way.\n  \"\"\"\n  when 2026-05\n    place street 13109 \"near a "
      "station\" at 35.5 139.5\n    channel in_person\n    wants internal \"process sheet\"\n    "
      "offers drink \"a beer\"\n    acts AP1 AP2\n    pressure threat\n    secrecy\n  persona "
      "\"セルゲイ\" \"Sergey\"\n    phone \"+81 90-0000-0001\"\n    handle line \"abc\"\n    looks "
      "age 35-45 glasses\n  innocent \"lost\"\n");
  ASSERT_TRUE(read_back) << read_back.error().text();
  const auto& report = read_back->report;
  EXPECT_EQ(report.narrative, "He asked the way.");
  ASSERT_EQ(report.encounters.size(), 1U);
  const auto& encounter = report.encounters[0];
  EXPECT_EQ(encounter.when->edtf, "2026-05");
  EXPECT_EQ(encounter.place.area, "13109");
  EXPECT_EQ(encounter.place.text, "near a station");
  EXPECT_DOUBLE_EQ(*encounter.place.lat, 35.5);
  EXPECT_EQ(encounter.asked_for[0].kind, model::RequestClass::internal);
  EXPECT_EQ(encounter.personas, std::vector<std::size_t>{0});
  EXPECT_EQ(encounter.pressure, model::Pressure::threat);
  ASSERT_EQ(report.personas.size(), 1U);
  EXPECT_EQ(report.personas[0].names.size(), 2U);
  EXPECT_EQ(report.personas[0].appearance.age, (std::pair{35, 45}));
  EXPECT_EQ(report.innocent_reading, "lost");
}

TEST(story_report, a_line_that_cannot_be_read_is_named) {
  auto wrong = read("  when 2026-05\n    place moon 13109\n");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().issues[0].pointer, "line 4");
  EXPECT_FALSE(read("  when never\n"));
  EXPECT_FALSE(read("  weather fine\n"));
}

TEST(story_report, the_reporter_travels_apart) {
  auto read_back = read("  reporter \"Fictional Reporter\" \"reporter@example.org\"\n");
  ASSERT_TRUE(read_back);
  ASSERT_TRUE(read_back->reporter);
  EXPECT_EQ(read_back->reporter->reveal().name, "Fictional Reporter");
}

}  // namespace
}  // namespace cli
