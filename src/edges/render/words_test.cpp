#include "edges/render/words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/render/phrase_table.h"
#include "ground/model/alert.h"
#include "ground/model/link.h"
#include "ground/model/principal.h"
#include "ground/model/report_record.h"
#include "ground/model/table_for_tests.h"

namespace {

using render::Locale;
using render::Names;
using testing::HasSubstr;

Names names() {
  model::IndicatorTable table;
  table.indicators.push_back({.id = "AP1",
                              .axis = "",
                              .name = {"道案内", "Directions"},
                              .description = "",
                              .cues_en = {},
                              .cues_ja = {},
                              .innocent_reading = ""});
  table.indicators.push_back({.id = "AP3",
                              .axis = "",
                              .name = {"お礼の誘い", "Thank-you drink"},
                              .description = "",
                              .cues_en = {},
                              .cues_ja = {},
                              .innocent_reading = ""});
  const std::vector<model::Technology> technologies = {{"battery.cathode", {"正極材", "cathodes"}}};
  return Names(table, technologies);
}

std::multiset<std::string> placeholders(std::string_view text) {
  static const std::regex pattern(R"(\{[a-z]?[0-9]\+?\})");
  const std::string copy(text);
  return {std::sregex_token_iterator(copy.begin(), copy.end(), pattern),
          std::sregex_token_iterator()};
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

TEST(phrase_table, every_code_has_both_languages_with_the_same_placeholders) {
  for (const auto& row : render::all_phrases()) {
    EXPECT_FALSE(row.ja.empty()) << row.code;
    EXPECT_FALSE(row.en.empty()) << row.code;
    EXPECT_EQ(placeholders(row.ja), placeholders(row.en)) << row.code;
    EXPECT_TRUE(is_ascii(row.en)) << row.code;
    EXPECT_FALSE(is_ascii(row.ja) && row.code != "entity.url" && !row.ja.starts_with("{"))
        << row.code;
  }
}

TEST(phrase_table, no_code_stands_twice) {
  const auto& rows = render::all_phrases();
  EXPECT_EQ(std::ranges::adjacent_find(rows, {}, &render::PhraseRow::code), rows.end());
}

template <class Enum, std::size_t Count>
void expect_names(std::string_view kind, const base::Vocabulary<Enum, Count>& vocabulary) {
  for (const auto word : vocabulary.words)
    EXPECT_NE(render::find_phrase(std::string(kind) + "." + std::string(word)), nullptr)
        << kind << "." << word;
}

TEST(phrase_table, every_word_of_a_vocabulary_has_its_name) {
  expect_names("stage", vocabulary(model::Stage{}));
  expect_names("band", vocabulary(model::Band{}));
  expect_names("kind", vocabulary(model::ReportKind{}));
  expect_names("role", vocabulary(model::Role{}));
  expect_names("link", vocabulary(model::LinkKind{}));
  expect_names("judgement", vocabulary(model::Judgement{}));
  expect_names("confidence", vocabulary(model::Confidence{}));
  expect_names("product", vocabulary(model::AlertProduct{}));
  expect_names("tick", vocabulary(model::Tick{}));
  expect_names("alert_state", vocabulary(model::AlertState{}));
  expect_names("report_state", vocabulary(model::ReportState{}));
  expect_names("organisation", vocabulary(model::OrganisationKind{}));
  expect_names("request", vocabulary(model::RequestClass{}));
  expect_names("entity", vocabulary(model::EntityKind{}));
}

/// Codes are written by steps that render cannot see, so their sources are searched for them.
std::set<std::string> codes_in_sources(const std::string& folder, const std::regex& pattern) {
  std::set<std::string> codes;
  const auto root = std::filesystem::path(KIZUKI_SOURCE_DIR) / "src" / "steps" / folder;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().filename().string().contains("_test")) continue;
    std::ifstream file(entry.path());
    const std::string text(std::istreambuf_iterator<char>(file), {});
    for (std::sregex_iterator found(text.begin(), text.end(), pattern), end; found != end; ++found)
      codes.insert((*found)[1].str());
  }
  return codes;
}

void expect_words(const std::set<std::string>& codes, std::size_t count_min) {
  EXPECT_GE(codes.size(), count_min) << "the search itself has to find something";
  for (const auto& code : codes)
    EXPECT_NE(render::find_phrase(code), nullptr) << code;
}

TEST(phrase_table, every_code_that_a_step_writes_has_its_words) {
  const std::regex prefixed(R"re("((?:advice|guard|risk)_[a-z_0-9]+|own_staff)")re");
  expect_words(codes_in_sources("assess", prefixed), 20);
  expect_words(codes_in_sources("intake", prefixed), 5);
  expect_words(codes_in_sources("outreach", prefixed), 5);
  expect_words(codes_in_sources("resolve", std::regex(R"re(string_view [a-z_]+ = "([a-z_]+)")re")),
               20);
  expect_words(codes_in_sources("assess", std::regex(R"re(\{\s*"([a-z_]+)",\s*\{)re")), 6);
}

TEST(words, confidence_uses_the_fixed_words_only) {
  EXPECT_EQ(render::name_of("confidence", model::Confidence::likely).ja, "可能性がある");
  EXPECT_EQ(render::name_of("confidence", model::Confidence::very_likely).ja, "可能性が高い");
  EXPECT_EQ(render::name_of("confidence", model::Confidence::almost_certain).ja, "ほぼ確実");
  EXPECT_EQ(render::name_of("confidence", model::Confidence::almost_certain).en, "almost certain");
}

TEST(words, a_reason_names_its_indicator_in_both_languages) {
  const model::Reason reason{"indicator", {"AP1", "proposed"}, 1, {}, {}};
  const auto words = render::reason_words(reason, names());
  EXPECT_EQ(words.ja, "道案内（AP1）：提案（半分で計算）");
  EXPECT_EQ(words.en, "Directions (AP1): proposed (counts half)");
}

TEST(words, lists_are_joined_whether_they_come_as_one_parameter_or_many) {
  const model::Reason many{"combination", {"CR1", "AP1", "AP3"}, 4, {}, {}};
  EXPECT_EQ(render::reason_words(many, names()).en,
            "Combination CR1: Directions (AP1), Thank-you drink (AP3)");
  const model::Reason one{"script_same", {"AP1 AP3", "7"}, 6.2, {}, {}};
  EXPECT_EQ(render::reason_words(one, names()).ja,
            "同じ行為です：道案内（AP1）、お礼の誘い（AP3）（最も珍しいものは全体の7%）。");
}

TEST(words, the_first_parameter_may_choose_the_sentence) {
  const model::Reason whole{"name_same", {"whole"}, 9, {}, {}};
  EXPECT_EQ(render::reason_words(whole, names()).en, "The whole name given is the same.");
  const model::Reason near{"place_near", {"2"}, 1.5, {}, {}};
  EXPECT_EQ(render::reason_words(near, names()).en, "The places are near each other (about 2 km).");
  const model::Reason area{"place_near", {"area"}, 1.5, {}, {}};
  EXPECT_EQ(render::reason_words(area, names()).en, "The places are in the same municipality.");
}

TEST(words, lines_say_what_a_reason_added) {
  const model::Reason reason{"phone_same", {}, 12.345, {}, {}};
  EXPECT_EQ(render::reason_line(reason, names(), render::Unit::bits).en,
            "The phone number is the same. (+12.3 bits)");
  const model::Reason against{"counter", {"OK5", "ticked"}, -1.5, {}, {}};
  EXPECT_THAT(render::reason_line(against, names(), render::Unit::points).ja,
              HasSubstr("（-1.5点）"));
  const model::Reason none{"no_acts", {}, 0, {}, {}};
  EXPECT_EQ(render::reason_line(none, names(), render::Unit::points).en,
            render::reason_words(none, names()).en);
}

TEST(words, technologies_and_request_classes_have_names) {
  const model::Reason technology{"risk_technology", {"battery.cathode"}, 3, {}, {}};
  EXPECT_THAT(render::reason_words(technology, names()).ja, HasSubstr("正極材"));
  const model::Reason request{"request_same", {"internal public"}, 3, {}, {}};
  EXPECT_EQ(render::reason_words(request, names()).en,
            "The same kind of request: internal material, public material");
}

TEST(words, an_unknown_code_stays_readable) {
  EXPECT_EQ(render::words_of("of_years_ago").ja, "of_years_ago");
  EXPECT_EQ(names().of("ZZ9").en, "ZZ9");
}

TEST(words, missing_parameters_leave_a_gap_and_foreign_braces_stay) {
  EXPECT_EQ(render::words_of("time_near").en, "The times are close ( days apart).");
  const std::vector<std::string> odd = {"{0}{i1}"};
  EXPECT_EQ(render::words_of("time_near", odd).en, "The times are close ({0}{i1} days apart).");
}

TEST(words, advice_comes_in_the_language_asked_for) {
  const std::vector<std::string> codes = {"advice_safety_first", "guard_origin"};
  EXPECT_THAT(render::advice_words(codes, Locale::en).at(0), HasSubstr("Your safety"));
  EXPECT_THAT(render::advice_words(codes, Locale::ja).at(1), HasSubstr("国籍"));
}

}  // namespace
