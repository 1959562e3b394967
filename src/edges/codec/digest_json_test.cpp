#include "edges/codec/digest_json.h"

#include <gtest/gtest.h>

namespace codec {
namespace {

model::KeptFigures kept_loop() {
  model::LoopFigures loop;
  loop.firms = 12'550;
  loop.visited_percent = 23;
  loop.alert_days = {{model::AlertProduct::warning, 20, {6.5, 12.0}}};
  loop.warned = 500;
  loop.answered_percent = 70;
  loop.answer_days = {1.5, {}};
  loop.ceased = {{30, 200, {{"yes", 60}, {"", 40}}}};
  loop.around_visits = {500, {}, 50, {}, 10};
  model::KeptFigures kept;
  kept.id.bytes[15] = 7;
  kept.organisation.bytes[15] = 8;
  kept.month = "2026-10";
  kept.audience = "loop";
  kept.figures.loop = loop;
  return kept;
}

TEST(digest_json, kept_figures_of_a_loop_read_back_what_they_wrote) {
  const auto kept = kept_loop();
  const auto json = encode(kept);
  const auto back = decode<model::KeptFigures>(json);
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(back->figures, kept.figures);
  EXPECT_EQ(encode(*back), json);
}

TEST(digest_json, kept_figures_without_a_loop_are_written_as_before) {
  auto kept = kept_loop();
  kept.figures.loop.reset();
  const auto json = encode(kept);
  EXPECT_NE(json.find(R"("figures":{"stages":[],"methods":[],"meetings":0})"), std::string::npos);
  EXPECT_EQ(decode<model::KeptFigures>(json)->figures, model::Figures{});
}

TEST(digest_json, a_loop_leaves_out_what_is_not_told) {
  model::Loop loop;
  loop.since = "2025-11";
  loop.month = "2026-10";
  EXPECT_EQ(encode(loop),
            R"({"since":"2025-11","month":"2026-10","made_at":"1970-01-01T00:00:00Z",)"
            R"("tlp":"AMBER","alert_days":[],"ceased":[]})");
  loop.figures = *kept_loop().figures.loop;
  const auto json = encode(loop);
  EXPECT_NE(json.find(R"("days":{"median":6.5,"nine_in_ten":12)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("around_visits":{"firms":500,"reports_after":50,"percent_after":10})"),
            std::string::npos)
      << json;
  EXPECT_EQ(json.find("late_percent"), std::string::npos);
}

}  // namespace
}  // namespace codec
