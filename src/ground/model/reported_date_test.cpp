#include "ground/model/reported_date.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace model {
namespace {

/// "edtf earliest..latest" or "refused".
std::string read(std::string_view text) {
  const auto date = parse_reported_date(text);
  if (!date) return "refused";
  return date->edtf + " " + base::format_day(date->earliest) + ".." +
         base::format_day(date->latest);
}

std::string edtf(std::string_view text) {
  const auto date = parse_reported_date(text);
  return date ? date->edtf : "refused";
}

TEST(reported_date, plain_dates_mean_their_whole_day_month_or_year) {
  EXPECT_EQ(read("2020-02-29"), "2020-02-29 2020-02-29..2020-02-29");
  EXPECT_EQ(read("2020-02"), "2020-02 2020-02-01..2020-02-29");
  EXPECT_EQ(read("2021"), "2021 2021-01-01..2021-12-31");
}

TEST(reported_date, about_widens_by_precision) {
  EXPECT_EQ(read("2021-05-10~"), "2021-05-10~ 2021-05-07..2021-05-13");
  EXPECT_EQ(read("2020-12~"), "2020-12~ 2020-11-16..2021-01-15");
  EXPECT_EQ(read("2021%"), "2021% 2020-07-02..2022-07-02");
}

TEST(reported_date, doubt_is_marked_and_does_not_widen) {
  EXPECT_EQ(read("2021-05?"), "2021-05? 2021-05-01..2021-05-31");
  EXPECT_TRUE(parse_reported_date("2021-05?")->is_uncertain);
  EXPECT_FALSE(parse_reported_date("2021-05")->is_uncertain);
}

TEST(reported_date, unspecified_digits_span_what_they_can_mean) {
  EXPECT_EQ(read("202X"), "202X 2020-01-01..2029-12-31");
  EXPECT_EQ(read("19XX"), "19XX 1900-01-01..1999-12-31");
  EXPECT_EQ(read("2021-XX"), "2021-XX 2021-01-01..2021-12-31");
  EXPECT_EQ(read("2020-XX-03"), "2020-XX-03 2020-01-03..2020-12-03");
  EXPECT_EQ(read("2021-XX-31"), "2021-XX-31 2021-01-31..2021-12-31");
  EXPECT_EQ(read("2021-02-XX"), "2021-02-XX 2021-02-01..2021-02-28");
  EXPECT_EQ(read("202X-02-29"), "202X-02-29 2020-02-29..2028-02-29");
}

TEST(reported_date, seasons_are_three_months_and_winter_ends_next_year) {
  EXPECT_EQ(read("2021-21"), "2021-21 2021-03-01..2021-05-31");
  EXPECT_EQ(read("2021-23"), "2021-23 2021-09-01..2021-11-30");
  EXPECT_EQ(read("2023-24"), "2023-24 2023-12-01..2024-02-29");
}

TEST(reported_date, intervals_run_from_first_to_last_day) {
  EXPECT_EQ(read("2021-05/2021-11"), "2021-05/2021-11 2021-05-01..2021-11-30");
  EXPECT_EQ(read("2021-05-03/2021-05-03"), "2021-05-03/2021-05-03 2021-05-03..2021-05-03");
  EXPECT_EQ(read("2020-12~/2021-05"), "2020-12~/2021-05 2020-11-16..2021-05-31");
  EXPECT_EQ(read("2020/2021"), "2020/2021 2020-01-01..2021-12-31");
}

TEST(reported_date, open_ends_reach_the_ends_of_the_calendar) {
  EXPECT_EQ(read("2021-05/.."), "2021-05/.. 2021-05-01..2199-12-31");
  EXPECT_EQ(read("../2021"), "../2021 1900-01-01..2021-12-31");
  EXPECT_EQ(read("2021/"), "2021/ 2021-01-01..2199-12-31");
  EXPECT_EQ(read("/2021"), "/2021 1900-01-01..2021-12-31");
}

TEST(reported_date, a_time_of_day_is_dropped) {
  EXPECT_EQ(edtf("2021-05-03T18:30"), "2021-05-03");
  EXPECT_EQ(edtf("2021-05-03 18:30:05.25+09:00"), "2021-05-03");
  EXPECT_EQ(edtf("2021/5/3 18:30"), "2021-05-03");
  EXPECT_EQ(edtf("令和3年5月3日（月）午後6時半ごろ"), "2021-05-03");
  EXPECT_EQ(edtf("2021-05-03Tea"), "refused");
}

TEST(reported_date, reads_japanese_eras) {
  EXPECT_EQ(edtf("令和4年12月1日"), "2022-12-01");
  EXPECT_EQ(edtf("令和元年"), "2019");
  EXPECT_EQ(edtf("平成31年4月"), "2019-04");
  EXPECT_EQ(edtf("昭和63年"), "1988");
  EXPECT_EQ(edtf("大正15年12月24日"), "1926-12-24");
  EXPECT_EQ(edtf("明治45年7月"), "1912-07");
  EXPECT_EQ(edtf("平成三十一年四月三十日"), "2019-04-30");
  EXPECT_EQ(edtf("㋿4年1月"), "2022-01");
}

TEST(reported_date, reads_era_letters) {
  EXPECT_EQ(edtf("R4.12.1"), "2022-12-01");
  EXPECT_EQ(edtf("h31/4"), "2019-04");
  EXPECT_EQ(edtf("S63"), "1988");
  EXPECT_EQ(edtf("R4-12-01"), "2022-12-01");
  EXPECT_EQ(edtf("R4年12月"), "2022-12");
}

TEST(reported_date, reads_full_width_letters_and_spaces) {
  EXPECT_EQ(edtf("　２０２１－０５－０３ "), "2021-05-03");
  EXPECT_EQ(edtf("令和　４年　１２月"), "2022-12");
  EXPECT_EQ(edtf("Ｒ４．１２．１"), "2022-12-01");
}

TEST(reported_date, reads_western_dates_as_people_write_them) {
  EXPECT_EQ(edtf("2020年12月1日"), "2020-12-01");
  EXPECT_EQ(edtf("2020/12/1"), "2020-12-01");
  EXPECT_EQ(edtf("2020.12.1"), "2020-12-01");
  EXPECT_EQ(edtf("2020/12"), "2020-12");
  EXPECT_EQ(edtf("2020年12月頃"), "2020-12~");
  EXPECT_EQ(edtf("2020-12ごろ"), "2020-12~");
}

TEST(reported_date, reads_japanese_intervals) {
  EXPECT_EQ(edtf("令和3年5月～令和3年11月"), "2021-05/2021-11");
  EXPECT_EQ(edtf("2021年5月から2021年11月まで"), "2021-05/2021-11");
  EXPECT_EQ(edtf("2021年5月から"), "2021-05/..");
  EXPECT_EQ(edtf("2021/5/1/2021/5/3"), "2021-05-01/2021-05-03");
}

TEST(reported_date, refuses_what_no_calendar_holds) {
  for (const auto* text :
       {"2021-02-30", "2021-13", "2021-00", "2021-01-00", "2021-25", "1899", "2200", "20XX-13",
        "平成32年", "昭和65年1月", "令和0年", "令和4年13月", "明治30年", "R4.2.30", "2XXX", "XXXX",
        "2021-1X", "202X-21", "2021-06-XX-01"})
    EXPECT_EQ(read(text), "refused") << text;
}

TEST(reported_date, refuses_what_is_no_date) {
  for (const auto* text : {"",           " ",
                           "yesterday",  "12月ごろ",
                           "5/3",        "21-05-03",
                           "2021-5-3",   "../..",
                           "/",          "2021~~",
                           "~2021",      "2021-05/06",
                           "2021//2022", "2021-05-03/2021-04",
                           "+2021",      "２０２１年５",
                           "2021年5月3", "R",
                           "令和",       "午後6時",
                           "2021-05-"})
    EXPECT_EQ(read(text), "refused") << text;
}

TEST(reported_date, says_when_only_the_year_is_missing) {
  const auto date = parse_reported_date("12月ごろ", "/when");
  ASSERT_FALSE(date);
  EXPECT_EQ(date.error().issues[0].pointer, "/when");
  EXPECT_EQ(date.error().issues[0].problem, "is a date without a year");
}

TEST(reported_date, refuses_long_texts_unread) {
  EXPECT_EQ(read("2021" + std::string(200, ' ')), "refused");
}

TEST(reported_date, names_the_month_only_where_all_days_share_it) {
  EXPECT_EQ(month_of(*parse_reported_date("2020-12")), "2020-12");
  EXPECT_EQ(month_of(*parse_reported_date("2020-12-03")), "2020-12");
  EXPECT_EQ(month_of(*parse_reported_date("2020-12~")), std::nullopt);
  EXPECT_EQ(month_of(*parse_reported_date("2020")), std::nullopt);
}

TEST(reported_date, an_exact_day_reads_back_equal) {
  const auto day = *base::parse_day("2026-11-21");
  EXPECT_EQ(*parse_reported_date(exact_day(day).edtf), exact_day(day));
}

/// Any text of the forms above; some of them are refused by the calendar.
rc::Gen<std::string> any_single() {
  const auto year = rc::gen::map(rc::gen::inRange(1890, 2210),
                                 [](int value) { return fmt::format("{:04}", value); });
  const auto tail = rc::gen::oneOf(
      rc::gen::element<std::string>("", "-XX", "-21", "-24", "-XX-15", "/3/4", "年3月", "年3月4日"),
      rc::gen::map(rc::gen::pair(rc::gen::inRange(1, 14), rc::gen::inRange(1, 33)),
                   [](std::pair<int, int> pair) {
                     return fmt::format("-{:02}-{:02}", pair.first, pair.second);
                   }),
      rc::gen::map(rc::gen::inRange(1, 14),
                   [](int month) { return fmt::format("-{:02}", month); }));
  const auto mark = rc::gen::element<std::string>("", "", "~", "?", "%", "頃");
  return rc::gen::map(rc::gen::tuple(year, tail, mark), [](const auto& parts) {
    return std::get<0>(parts) + std::get<1>(parts) + std::get<2>(parts);
  });
}

rc::Gen<std::string> any_date() {
  return rc::gen::oneOf(
      any_single(),
      rc::gen::map(rc::gen::pair(any_single(), any_single()),
                   [](const auto& ends) { return ends.first + "/" + ends.second; }),
      rc::gen::map(any_single(), [](const std::string& start) { return start + "/.."; }),
      rc::gen::map(rc::gen::tuple(rc::gen::element<std::string>("明治", "昭和", "平成", "R", "H"),
                                  rc::gen::inRange(0, 70), rc::gen::inRange(0, 14)),
                   [](const auto& parts) {
                     return fmt::format("{}{}年{}月", std::get<0>(parts), std::get<1>(parts),
                                        std::get<2>(parts));
                   }));
}

RC_GTEST_PROP(reported_date, parsing_a_normal_form_changes_nothing, ()) {
  const auto date = parse_reported_date(*any_date());
  RC_PRE(date.has_value());
  const auto again = parse_reported_date(date->edtf);
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == *date);
}

RC_GTEST_PROP(reported_date, the_first_day_is_never_after_the_last, ()) {
  const auto date = parse_reported_date(*any_date());
  RC_PRE(date.has_value());
  RC_ASSERT(date->earliest <= date->latest);
}

RC_GTEST_PROP(reported_date, any_bytes_are_read_or_refused, (const std::string& text)) {
  const auto date = parse_reported_date(text, "/when");
  RC_ASSERT(date.has_value() || date.error().issues[0].pointer == "/when");
}

}  // namespace
}  // namespace model
