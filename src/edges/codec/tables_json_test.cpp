#include "edges/codec/tables_json.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codec {
namespace {

using testing::ElementsAre;

std::string shipped(const std::string& name) {
  std::ifstream file(std::string(KIZUKI_SOURCE_DIR) + "/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

model::IndicatorTable table() {
  auto parsed = parse_indicator_table(shipped("indicators.json"));
  EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().text());
  return parsed ? *parsed : model::IndicatorTable{};
}

/// The shipped table with the first `from` replaced by `to`; pointers of its issues.
std::vector<std::string> pointers_after(const std::string& from, const std::string& to) {
  auto json = shipped("indicators.json");
  const auto at = json.find(from);
  if (at == std::string::npos) return {"text to replace is not there: " + from};
  const auto parsed = parse_indicator_table(json.replace(at, from.size(), to));
  if (parsed) return {"accepted"};
  std::vector<std::string> all;
  for (const auto& issue : parsed.error().issues)
    all.push_back(issue.pointer);
  return all;
}

TEST(indicator_table, the_shipped_table_is_read_whole) {
  const auto read = table();
  EXPECT_EQ(read.indicators.size(), 47U);
  EXPECT_EQ(read.counters.size(), 8U);
  EXPECT_EQ(read.playbooks.size(), 11U);
  EXPECT_EQ(read.combinations.size(), 7U);
  ASSERT_EQ(read.bands.size(), 4U);
  EXPECT_EQ(read.bands[3].score_min, 18);
  EXPECT_EQ(read.playbooks[0].minimum[1], (model::AnyOf{"AP3", "AP2"}));
}

TEST(case_table, the_shipped_cases_are_read_with_their_methods) {
  const auto cases = parse_cases(shipped("cases.json"));
  ASSERT_TRUE(cases) << cases.error().text();
  EXPECT_EQ(cases->size(), 22U);
  EXPECT_EQ(cases->front().id, "JP-2020-STREET");
  EXPECT_EQ(cases->front().method, "PB1");
  EXPECT_EQ(cases->front().year, 2020);
  auto twice = shipped("cases.json");
  twice.replace(twice.find("JP-2020-SOFTBANK"), 16, "JP-2020-STREET");
  EXPECT_EQ(parse_cases(twice).error().issues.front().pointer, "/cases/1/id");
}

TEST(indicator_table, everything_a_person_reads_is_there_in_both_languages) {
  const auto read = table();
  for (const auto& indicator : read.indicators)
    EXPECT_FALSE(indicator.name.ja.empty() || indicator.name.en.empty() ||
                 indicator.cues_en.empty() || indicator.cues_ja.empty() ||
                 indicator.innocent_reading.empty())
        << indicator.id;
  for (const auto& counter : read.counters)
    EXPECT_FALSE(counter.name.ja.empty() || counter.name.en.empty() || counter.cues_en.empty() ||
                 counter.cues_ja.empty())
        << counter.id;
}

TEST(indicator_table, only_protected_contact_stops) {
  for (const auto& counter : table().counters)
    EXPECT_EQ(counter.stops, counter.id == "OK8") << counter.id;
}

TEST(indicator_table, refuses_slips_with_their_pointer) {
  EXPECT_THAT(pointers_after("\"AP3|AP2\"", "\"AP3|AP99\""), ElementsAre("/playbooks/0/minimum/1"));
  EXPECT_THAT(pointers_after("\"id\": \"SP2\"", "\"id\": \"SP1\""),
              testing::Contains("/indicators/1/id"));
  EXPECT_THAT(pointers_after("\"weight\"", "\"wieght\""),
              ElementsAre("/indicators/0/weight", "/indicators/0/wieght"));
  EXPECT_THAT(pointers_after("\"min\": 5", "\"min\": 0"), ElementsAre("/score_bands/1"));
  EXPECT_THAT(pointers_after("\"effect\": -4", "\"effect\": 4"),
              testing::Contains("/counter_indicators/0/effect"));
}

TEST(technologies, the_shipped_vocabulary_is_read_whole) {
  const auto technologies = parse_technologies(shipped("technologies.json"));
  ASSERT_TRUE(technologies) << technologies.error().text();
  EXPECT_GE(technologies->size(), 90U);
  for (const auto* code : {"semiconductor.etching", "machine_tools.five_axis", "battery.cathode"})
    EXPECT_TRUE(std::ranges::any_of(*technologies, [&](const auto& technology) {
      return technology.code == code && !technology.name.ja.empty();
    })) << code;
}

TEST(technologies, refuses_codes_that_are_not_dotted_words_in_order) {
  const auto with = [](const std::string& first, const std::string& second) {
    const auto row = [](const std::string& code) {
      return R"({"code":")" + code + R"(","name_ja":"x","name_en":"x"})";
    };
    return parse_technologies("{\"technologies\":[" + row(first) + "," + row(second) + "]}")
        .has_value();
  };
  EXPECT_TRUE(with("a.b", "a.c_2"));
  EXPECT_FALSE(with("a.c", "a.b"));
  EXPECT_FALSE(with("a.b", "a.b"));
  for (const auto* code : {"ab", "a.", "a..b", "a.B", "a.2", "a b.c"})
    EXPECT_FALSE(with("a.a", code)) << code;
}

}  // namespace
}  // namespace codec
