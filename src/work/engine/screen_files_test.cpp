#include "work/engine/screen_files.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "work/engine/screen_for_tests.h"

namespace {

using engine::screened;
using Lines = std::vector<std::string>;

// Every person, number and firm here is fictional.
const std::string list =
    "id,name,alias,dob,phone,email,handle,employer\n"
    "w1,Sergei Ivanov,Сергей Иванов,1978-04-05,+81 90-0000-1234,s.ivanov@trade.example,,Acme "
    "Trading\n"
    "w2,Anna Smirnova,,1985-11-30,,anna@mail.example,line:anna_s85,\n"
    "w3,田中 健一,,,03-0000-4321,,,架空商事\n";

TEST(screening, a_name_with_one_more_field_is_a_hit) {
  const auto found = screened(list, {"visitor,dob,company\n"
                                     "Sergei Ivanov,1978-04-05,\n"
                                     "Sergei Ivanov,,Acme Trading Ltd\n"
                                     "Boris Petrov,1978-04-05,Other\n"});
  EXPECT_EQ(found.lines(), (Lines{"w1 1 name;birth_date", "w1 2 name;employer"}));
}

TEST(screening, a_name_alone_is_shown_apart_and_is_no_hit) {
  const auto found = screened(list, {"name,phone\nSergei Ivanov,\nSergei Ivanov,070-9999-8888\n"});
  EXPECT_TRUE(found.lines().empty());
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_TRUE(found.hits.front().is_name_only);
  EXPECT_EQ(found.summary->names_only, 2U);
  EXPECT_EQ(found.summary->hits, 0U);
}

TEST(screening, a_telephone_number_is_found_however_it_is_written) {
  const auto found = screened(list, {"name,tel\n"
                                     "Sergei Ivanov,090-0000-1234\n"
                                     "Sergei Ivanov,(+81)90 0000 1234\n"
                                     ",０９０－００００－１２３４\n"
                                     "Sergei Ivanov,03-1111-2222 / 09000001234\n"});
  EXPECT_EQ(found.lines(),
            (Lines{"w1 1 name;phone", "w1 2 name;phone", "w1 3 phone", "w1 4 name;phone"}));
}

TEST(screening, kin_with_the_same_telephone_are_no_hit) {
  const auto found = screened(list, {"given_name,surname,phone\n"
                                     "Olga,Ivanov,090-0000-1234\n"
                                     "Sergei,Ivanov,090-0000-1234\n"});
  EXPECT_EQ(found.lines(), (Lines{"w1 2 name;phone"}));
}

TEST(screening, names_meet_across_scripts) {
  const auto found = screened(list, {"氏名,電話,生年月日\n"
                                     "セルゲイ・イワノフ様,090-0000-1234,\n"
                                     "セルゲイ イワノフ,,昭和53年4月5日\n"
                                     "アンナ・スミルノワ,,1985/11/30\n"
                                     "セルゲイ・イワノフ,,\n"});
  EXPECT_EQ(found.lines(),
            (Lines{"w1 1 name;phone", "w1 2 name;birth_date", "w2 3 name;birth_date"}));
}

TEST(screening, kanji_names_meet_with_and_without_blanks) {
  const auto found = screened(list, {"来訪者名,会社名,TEL\n"
                                     "田中健一,架空商事株式会社,\n"
                                     "田中　健一様,,03-0000-4321\n"
                                     "田中健二,,\n"});
  EXPECT_EQ(found.lines(), (Lines{"w3 1 name;employer", "w3 2 name;phone"}));
}

TEST(screening, mail_headers_give_names_and_addresses) {
  const auto found =
      screened(list, {"Date,From,To,Subject\n"
                      "2026-01-01,\"Anna S. <Anna+x@Mail.example>\",host@firm.example,hello\n"
                      "2026-01-02,other@firm.example,\"x@y.example, anna@mail.example\",re\n"});
  ASSERT_EQ(found.lines().size(), 2U);
  EXPECT_EQ(found.hits[0].row, 1U);
  EXPECT_EQ(found.fields[1], "email");
}

TEST(screening, an_account_is_found_under_any_spelling) {
  const auto found = screened(list, {"name,LINE ID\nx,@Anna-S85\ny,anna_s86\n"});
  EXPECT_EQ(found.lines(), (Lines{"w2 1 handle"}));
}

TEST(screening, rows_of_several_files_are_counted_each_from_one) {
  const auto found = screened(
      list, {"name,email\na,b@c.example\nx,anna@mail.example\n", "email\nanna@mail.example\n"});
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_EQ(found.hits[0].file, 0U);
  EXPECT_EQ(found.hits[0].row, 2U);
  EXPECT_EQ(found.hits[1].file, 1U);
  EXPECT_EQ(found.hits[1].row, 1U);
}

TEST(screening, the_first_bad_row_is_named_with_line_and_column) {
  const auto found = screened(list, {"name,email\n\"a\" b,c\nx,anna@mail.example\n"});
  ASSERT_FALSE(found.summary.has_value());
  EXPECT_EQ(found.summary.error().issues.front().pointer, "log1.csv, line 2, column 1");
  const auto skipping = screened(list, {"name,email\n\"a\" b,c\nx,anna@mail.example\n"}, 1, true);
  EXPECT_EQ(skipping.lines(), (Lines{"w2 2 email"}));
  EXPECT_EQ(skipping.summary->skipped, 1U);
}

TEST(screening, a_row_of_another_width_is_bad) {
  const auto found = screened(list, {"name,email\na,b,c\n"});
  ASSERT_FALSE(found.summary.has_value());
  EXPECT_EQ(found.summary.error().issues.front().pointer, "log1.csv, line 2");
}

TEST(screening, a_file_without_a_useful_column_is_refused) {
  EXPECT_FALSE(screened(list, {"id,gender\n1,f\n"}).summary.has_value());
}

/// A log of strangers with some watched persons in it; every row is another one.
std::string log_of(std::size_t rows, std::uint32_t seed) {
  std::string csv = "name,dob,phone\n";
  for (std::size_t row = 0; row < rows; ++row) {
    seed = seed * 1664525U + 1013904223U;
    if (seed % 97 == 0)
      csv += "Anna Smirnova,1985-11-30,\n";
    else if (seed % 89 == 0)
      csv += "Sergey Ivanov,,+819000001234\n";
    else
      csv += "Name" + std::to_string(seed % 5000) + " Other" + std::to_string(seed % 777) + ",19" +
             std::to_string(50 + seed % 50) + "-01-02,070" +
             std::to_string(10000000 + seed % 80000000) + "\n";
  }
  return csv;
}

TEST(screening, the_number_of_workers_changes_nothing) {
  const auto log = log_of(120'000, 7);
  const auto one = screened(list, {log, log_of(100, 8)}, 1);
  const auto four = screened(list, {log, log_of(100, 8)}, 4);
  ASSERT_GT(one.lines().size(), 100U);
  EXPECT_EQ(one.lines(), four.lines());
  EXPECT_EQ(one.summary->rows, four.summary->rows);
}

RC_GTEST_PROP(screening, nothing_but_a_name_never_makes_a_hit, ()) {
  const auto names = Lines{"Sergei Ivanov",      "Сергей Иванов", "IVANOV, Sergei", "Anna Smirnova",
                           "セルゲイ・イワノフ", "田中健一",      "田中 健一"};
  std::string csv = "name,フリガナ,dob\n";
  const auto count = *rc::gen::inRange<std::size_t>(1, 20);
  for (std::size_t row = 0; row < count; ++row)
    csv += '"' + *rc::gen::elementOf(names) + "\",\"" + *rc::gen::elementOf(names) + "\",\n";
  RC_ASSERT(screened(list, {csv}).lines().empty());
}

RC_GTEST_PROP(screening, the_order_of_rows_changes_no_hit, (std::uint32_t seed)) {
  auto rows =
      Lines{"Sergei Ivanov,1978-04-05,", "Anna Smirnova,1985-11-30,", "Bob Brown,1985-11-30,",
            "田中健一,,03-0000-4321", "Sergei Petrov,,090-0000-1234"};
  const auto hits_of = [](const Lines& in_order) {
    std::string csv = "name,dob,phone\n";
    for (const auto& row : in_order)
      csv += row + '\n';
    Lines out;
    const auto found = screened(list, {csv});
    for (std::size_t at = 0; at < found.hits.size(); ++at)
      out.push_back(found.watched[at] + in_order[found.hits[at].row - 1]);
    std::ranges::sort(out);
    return out;
  };
  const auto before = hits_of(rows);
  for (std::size_t at = rows.size(); at > 1; --at, seed = seed * 1664525U + 1013904223U)
    std::swap(rows[at - 1], rows[seed % at]);
  RC_ASSERT(hits_of(rows) == before);
}

}  // namespace
