#include "edges/codec/small_fact_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codec {
namespace {

using testing::HasSubstr;

constexpr auto fact_json =
    R"({"kind":"vehicle","seen_on":"2026-11-20~","seen_time":"18:30","area":"13109",)"
    R"("place":"北門","text":"白い車","plate":"品川 300 あ 12-34","phone":"03-0000-0000",)"
    R"("handle":{"service":"line","id":"ivan"},"url":"example.com/x",)"
    R"("purpose":"check_contact","why":"同じ車か"})";

model::SmallFact a_fact() {
  model::SmallFact fact;
  fact.id.bytes[15] = 7;
  fact.by = "officer";
  fact.content = decode<model::FactEdit>(fact_json).value();
  fact.expires_at = base::UtcTime{5'000'000};
  return fact;
}

std::string pointer_in_fact(std::string_view from, std::string_view to) {
  std::string json = fact_json;
  json.replace(json.find(from), from.size(), to);
  const auto refused = decode<model::FactEdit>(json);
  return refused ? "accepted" : refused.error().issues.front().pointer;
}

TEST(small_fact_json, an_edit_reads_back_what_it_wrote) {
  const auto edit = decode<model::FactEdit>(fact_json);
  ASSERT_TRUE(edit);
  EXPECT_TRUE(edit->seen_on.is_uncertain);
  EXPECT_EQ(edit->handle->id, "ivan");
  EXPECT_EQ(encode(*edit), fact_json);
}

TEST(small_fact_json, a_fact_reads_back_what_it_wrote) {
  auto fact = a_fact();
  fact.state = model::FactState::extended;
  fact.extended_by = "second";
  fact.extended_at = base::UtcTime{4'000'000};
  fact.extension_reason = "asked again";
  fact.revision = 2;
  const auto json = encode(fact);
  const auto back = decode<model::SmallFact>(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(encode(*back), json);
}

TEST(small_fact_json, refuses_what_is_no_kind_purpose_or_day_and_what_tells_of_a_person) {
  EXPECT_EQ(pointer_in_fact("vehicle", "suspect"), "/kind");
  EXPECT_EQ(pointer_in_fact("check_contact", "curious"), "/purpose");
  EXPECT_EQ(pointer_in_fact("2026-11-20~", "2026-13-20"), "/seen_on");
  EXPECT_EQ(pointer_in_fact("\"plate\"", "\"name\""), "/name");
  EXPECT_EQ(pointer_in_fact("\"seen_time\"", "\"score\""), "/score");
}

TEST(small_fact_json, a_hit_and_no_hit_have_the_same_members) {
  model::FactView view{a_fact(), {}};
  const auto none = encode(view);
  view.answer.hit = true;
  auto hit = encode(view);
  hit.replace(hit.find("\"hit\":true"), 10, "\"hit\":false");
  EXPECT_EQ(hit, none);
  EXPECT_THAT(none, HasSubstr("\"dossiers\":[]"));
}

}  // namespace
}  // namespace codec
