#include "doors/cli/report_table.h"

#include <fstream>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"

namespace cli {
namespace {

class ReportTable : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    const auto path = folder_.file(name);
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  ReportLines read(const std::string& text) {
    return read_report_table(write("table.csv", text),
                             base::parse_utc("2026-11-21T03:10:00Z").value());
  }

 private:
  db::ScratchFolder folder_;
};

TEST_F(ReportTable, a_row_becomes_a_report_with_its_encounter_and_persona) {
  const auto lines = read(
      "narrative,when,place_kind,area,lat,lon,technologies,wants,name,phone,organisation\n"
      "\"asked the way, twice\",2026-05,street,13109,35.6,139.7,"
      "semiconductor.etching;optics.lens,a catalogue,セルゲイ,090-0000-0000,alpha\n");
  ASSERT_TRUE(lines.errors.empty()) << lines.errors.front().text();
  ASSERT_EQ(lines.good.size(), 1U);
  const auto& report = lines.good.front().submission.report;
  EXPECT_EQ(report.narrative, "asked the way, twice");
  EXPECT_EQ(report.from.organisation, "alpha");
  ASSERT_EQ(report.encounters.size(), 1U);
  const auto& encounter = report.encounters.front();
  EXPECT_EQ(encounter.place.kind, model::PlaceKind::street);
  EXPECT_EQ(encounter.place.lat, 35.6);
  EXPECT_EQ(encounter.technologies.size(), 2U);
  EXPECT_EQ(encounter.asked_for.front().what, "a catalogue");
  EXPECT_EQ(encounter.personas, std::vector<std::size_t>{0});
  EXPECT_EQ(report.personas.front().phones.front(), "090-0000-0000");
}

TEST_F(ReportTable, a_wrong_value_is_named_by_line_and_column_and_the_rest_is_read) {
  const auto lines = read("narrative,when\nfirst,2026-05\nsecond,tomorrow\nthird,\n");
  EXPECT_EQ(lines.good.size(), 2U);
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_EQ(lines.errors.front().issues.front().pointer, "line 3 column when");
  EXPECT_EQ(lines.bad_lines.front(), "second,tomorrow");
}

TEST_F(ReportTable, a_number_that_is_none_is_refused_at_its_column) {
  const auto lines = read("narrative,lat,lon\nx,north,139\n");
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_EQ(lines.errors.front().issues.front().pointer, "line 2 column lat");
}

TEST_F(ReportTable, an_unknown_column_refuses_the_file) {
  const auto lines = read("narrative,nationality\nx,y\n");
  EXPECT_TRUE(lines.good.empty());
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_EQ(lines.errors.front().issues.front().pointer, "line 1 column 2");
}

TEST_F(ReportTable, a_row_with_too_few_fields_is_refused) {
  const auto lines = read("narrative,when\nonly words\n");
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_EQ(lines.errors.front().issues.front().pointer, "line 2");
}

TEST_F(ReportTable, the_sender_of_a_mail_is_its_sealed_reporter) {
  const auto lines = read_report_mail(
      write("memo.eml", "From: Taro <taro@firm.example>\nSubject: odd\n\nHe asked the way.\n"));
  ASSERT_EQ(lines.good.size(), 1U);
  const auto& submission = lines.good.front().submission;
  EXPECT_EQ(submission.report.narrative, "odd\n\nHe asked the way.");
  ASSERT_TRUE(submission.reporter);
  EXPECT_EQ(submission.reporter->reveal().contact, "Taro <taro@firm.example>");
}

TEST_F(ReportTable, the_same_id_twice_in_a_file_is_an_error_of_the_second_line) {
  const std::string line =
      R"({"kizuki":"report/1","id":"8f14e45f-ceea-467f-a0e6-0123456789ab","narrative":"x"})";
  const auto lines = read_report_lines(write("two.jsonl", line + "\n" + line + "\n"),
                                       base::parse_utc("2026-11-21T03:10:00Z").value());
  EXPECT_EQ(lines.good.size(), 1U);
  ASSERT_EQ(lines.errors.size(), 1U);
  EXPECT_EQ(lines.errors.front().issues.front().pointer, "line 2 /id");
}

}  // namespace
}  // namespace cli
