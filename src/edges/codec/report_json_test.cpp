#include "edges/codec/report_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/codec/json_lines.h"

namespace codec {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const base::UtcTime received = *base::parse_utc("2026-11-21T03:10:00Z");

/// A fictional report with every member given, in canonical order and form, but its reporter.
constexpr std::string_view full = R"({
"kizuki":"report/1","id":"8f14e45f-ceea-467f-a0e6-0123456789ab",
"reported_at":"2026-11-20T03:10:00Z","language":"ja",
"from":{"organisation":"org-semi-a","capacity":"company_officer","reporter_role":"engineer",
"may_contact":true,"may_share":"details"},
"how_learned":"told_by_approached","legal_basis":"voluntary","narrative":"道を聞かれた。",
"encounters":[{"when":"2020-12~","place":{"text":"駅近く","kind":"street","area":"13109",
"lat":35.62,"lon":139.72,"site_distance_m":400},"channel":"in_person","said":"道を教えてほしい",
"languages":["ja"],"personas":[0],"asked_about":["employer"],
"asked_for":[{"what":"contact details","class":"personal","managed_as_secret":false}],
"offered":[{"what":"a drink","kind":"meal"}],"technologies":["semiconductor.etching"],
"behaviours":["AP1","AP2"],"secrecy_asked":false,"pressure":"hint","next_fixed_by":"in_person"}],
"personas":[{"names":[{"text":"セルゲイ","certainty":"read"}],
"claimed":{"employer":"Fictional Trading","title":"buyer","reason":"lost","origin_as_told":"said so"},
"phones":["+81 90-0000-0000"],"emails":["x@example.com"],"handles":[{"service":"line","id":"abc"}],
"urls":["https://example.com/"],"vehicle":"品川 300","introduced_by":1,
"appearance":{"age":[35,45],"height_cm":[175,185],"build":"thin","hair":"grey","glasses":true,
"marks":"scar"}},{"vehicle":"bicycle"}],
"colleagues_approached":"no","innocent_reading":"may have been lost","response":"gave no details",
"grade":{"source":2,"information":"C","handling":"C","conditions":"ask first"},
"marking":{"tlp":"RED","pap":"GREEN","conditions":"eyes only"},
"linked_to":["0190a5d2-3c4b-7000-8000-000000000001"],
"attachments":[{"name":"card.jpg",
"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]})";

std::string one_line(std::string_view text) {
  std::string line(text);
  std::erase(line, '\n');
  return line;
}

std::vector<std::string> pointers(std::string_view json) {
  std::vector<std::string> all;
  const auto submission = parse_report(json, received);
  if (submission) return {"accepted"};
  for (const auto& issue : submission.error().issues)
    all.push_back(issue.pointer);
  return all;
}

TEST(report_json, canonical_text_of_a_full_report_comes_back_byte_for_byte) {
  const auto submission = parse_report(full, received);
  ASSERT_TRUE(submission) << submission.error().text();
  EXPECT_EQ(encode_report(submission->report), one_line(full));
}

TEST(report_json, reads_what_the_members_say) {
  const auto report = parse_report(full, received)->report;
  EXPECT_EQ(base::format_uuid(*report.source_ref), "8f14e45f-ceea-467f-a0e6-0123456789ab");
  EXPECT_EQ(report.from.capacity, model::Capacity::company_officer);
  EXPECT_EQ(report.encounters[0].when->edtf, "2020-12~");
  EXPECT_EQ(report.encounters[0].asked_for[0].kind, model::RequestClass::personal);
  EXPECT_EQ(report.personas[0].appearance.age, std::pair(35, 45));
  EXPECT_EQ(report.grade->source, model::SourceGrade::untested);
  EXPECT_EQ(report.linked_to.answer, model::Yes::yes);
  EXPECT_EQ(report.marking->tlp, model::Tlp::red);
}

TEST(report_json, a_call_in_the_night_is_enough) {
  const auto submission = parse_report(
      R"({"kizuki":"report/1","narrative":"A stranger phoned about my work."})", received);
  ASSERT_TRUE(submission) << submission.error().text();
  EXPECT_EQ(submission->report.from.capacity, model::Capacity::other);
  EXPECT_EQ(submission->report.how_learned, model::HowLearned::not_said);
  EXPECT_EQ(encode_report(submission->report),
            R"({"kizuki":"report/1","narrative":"A stranger phoned about my work."})");
}

TEST(report_json, an_unknown_organisation_is_no_organisation) {
  const auto submission = parse_report(
      R"({"kizuki":"report/1","from":{"organisation":"unknown"},"narrative":"x"})", received);
  ASSERT_TRUE(submission);
  EXPECT_EQ(submission->report.from.organisation, "");
}

TEST(report_json, the_reporter_is_sealed_away_from_the_report) {
  const auto submission = parse_report(
      R"({"kizuki":"report/1","narrative":"x","reporter":{"name":"Hanako Fictional","contact":"1"}})",
      received);
  ASSERT_TRUE(submission);
  EXPECT_EQ(submission->reporter->reveal().name, "Hanako Fictional");
  EXPECT_THAT(encode_report(submission->report), Not(HasSubstr("Hanako")));
  EXPECT_THAT(encode_report(submission->report), Not(HasSubstr("reporter")));
}

TEST(report_json, a_stored_report_has_no_place_for_a_reporter) {
  EXPECT_FALSE(decode<model::Report>(R"({"kizuki":"report/1","reporter":{"name":"x"}})"));
}

TEST(report_json, null_means_not_said_where_something_may_be_unknown) {
  EXPECT_THAT(pointers(R"({"kizuki":"report/1","narrative":"x","encounters":[{"when":null,
      "secrecy_asked":null}],"personas":[{"introduced_by":null,"appearance":{"age":null}}]})"),
              ElementsAre("accepted"));
}

TEST(report_json, every_issue_is_given_at_once) {
  EXPECT_THAT(pointers(R"({"kizuki":"report/2","narrativ":"x","from":{"capacity":"spy"},
      "encounters":[{"place":{"lat":91}},{"personas":["0"]}],"linked_to":["x"],
      "grade":{"source":4,"information":"F"}})"),
              ElementsAre("/kizuki", "/from/capacity", "/encounters/0/place/lat",
                          "/encounters/1/personas/0", "/grade/source", "/grade/information",
                          "/linked_to/0", "/narrativ"));
}

TEST(report_json, rules_beyond_the_shape_are_checked_too) {
  EXPECT_THAT(pointers(R"({"kizuki":"report/1","encounters":[{"personas":[0]}]})"),
              ElementsAre("/encounters/0/personas/0"));
  EXPECT_THAT(pointers(R"({"kizuki":"report/1"})"), ElementsAre(""));
}

TEST(report_json, limits_hold_at_their_very_number) {
  const auto with_narrative = [](std::size_t bytes) {
    return R"({"kizuki":"report/1","narrative":")" + std::string(bytes, 'x') + R"("})";
  };
  EXPECT_THAT(pointers(with_narrative(64 << 10)), ElementsAre("accepted"));
  EXPECT_THAT(pointers(with_narrative((64 << 10) + 1)), ElementsAre("/narrative"));
  const auto with_encounters = [](int count) {
    std::string list = "{}";
    for (int index = 1; index < count; ++index)
      list += ",{}";
    return R"({"kizuki":"report/1","encounters":[)" + list + "]}";
  };
  EXPECT_THAT(pointers(with_encounters(200)), ElementsAre("accepted"));
  EXPECT_THAT(pointers(with_encounters(201)), ElementsAre("/encounters"));
}

TEST(report_json, more_than_a_mebibyte_is_too_large) {
  const auto submission = parse_report(std::string((1 << 20) + 1, ' '), received);
  ASSERT_FALSE(submission);
  EXPECT_EQ(submission.error().kind, base::ErrorKind::too_large);
}

TEST(report_json, no_message_repeats_what_the_report_says) {
  const auto submission = parse_report(
      R"({"kizuki":"report/1","narrative":7,"reporter":{"name":["Hanako Fictional"]},
          "encounters":[{"when":"last Hanako day","channel":"Hanako"}]})",
      received);
  ASSERT_FALSE(submission);
  EXPECT_EQ(submission.error().issues.size(), 4U);
  EXPECT_THAT(submission.error().text(), Not(HasSubstr("Hanako")));
}

TEST(report_json, a_line_of_a_file_is_named_by_its_number) {
  const auto submission = parse_report_line({7, R"({"kizuki":"report/1","x":1})", false}, received);
  ASSERT_FALSE(submission);
  EXPECT_EQ(submission.error().issues[0].pointer, "line 7 /x");
  const auto empty = parse_report_line({8, R"({"kizuki":"report/1"})", false}, received);
  EXPECT_EQ(empty.error().issues[0].pointer, "line 8");
  const auto long_line = parse_report_line({9, "", true}, received);
  EXPECT_EQ(long_line.error().kind, base::ErrorKind::too_large);
  EXPECT_EQ(long_line.error().issues[0].pointer, "line 9");
}

}  // namespace
}  // namespace codec
