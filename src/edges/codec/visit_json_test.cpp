#include "edges/codec/visit_json.h"

#include <gtest/gtest.h>

namespace codec {
namespace {

constexpr auto edit_json = R"({"firm":"01900000-0000-7000-8000-000000000001","site":"本社",)"
                           R"("visited_at":"2026-11-20T01:00:00Z","attendees":["security"],)"
                           R"("shown":[{"kind":"method","id":"PB1"}],"asked":"x","note":"y",)"
                           R"("promises":[{"what":"send the card","due_on":"2026-11-27"}]})";

std::string pointer_in_visit(const std::string& json) {
  const auto refused = decode<model::VisitEdit>(json);
  return refused ? "accepted" : refused.error().issues.front().pointer;
}

TEST(visit_json, an_edit_reads_back_what_it_wrote) {
  const auto edit = decode<model::VisitEdit>(edit_json);
  ASSERT_TRUE(edit);
  EXPECT_EQ(edit->attendees, std::vector{model::Attendee::security});
  EXPECT_EQ(encode(*edit), edit_json);
}

TEST(visit_json, a_visit_reads_back_what_it_wrote) {
  auto edit = decode<model::VisitEdit>(edit_json).value();
  model::Visit visit;
  visit.id.bytes[15] = 7;
  visit.firm = edit.firm;
  visit.by = "officer";
  visit.attendees = edit.attendees;
  visit.shown = edit.shown;
  visit.promises = edit.promises;
  visit.promises[0].kept_at = base::UtcTime{5'000'000};
  visit.promises[0].kept_by = "officer";
  visit.revision = 2;
  const auto json = encode(visit);
  const auto back = decode<model::Visit>(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->promises, visit.promises);
  EXPECT_EQ(encode(*back), json);
}

TEST(visit_json, refuses_names_roles_and_days_that_are_none) {
  std::string json = edit_json;
  EXPECT_EQ(pointer_in_visit(json.replace(json.find("security"), 8, "somebody")), "/attendees/0");
  json = edit_json;
  EXPECT_EQ(pointer_in_visit(json.replace(json.find("2026-11-27"), 10, "2026-13-27")),
            "/promises/0/due_on");
  json = edit_json;
  EXPECT_EQ(pointer_in_visit(json.replace(json.find("\"asked\""), 7, "\"names\"")), "/names");
}

}  // namespace
}  // namespace codec
