#include "work/engine/link_records.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "work/engine/explain_records.h"
#include "work/engine/load_records.h"
#include "work/engine/name_matcher_for_tests.h"

namespace engine {
namespace {

base::Result<LoadedRecords> load(const std::vector<std::string>& texts,
                                 const LoadSettings& settings = {}) {
  std::vector<RecordFile> files;
  for (const auto& text : texts)
    files.push_back({"people.csv", std::make_unique<std::istringstream>(text)});
  return load_records(files, settings);
}

/// id -> id of the first row of its party.
std::map<std::string, std::string> parties(const std::vector<std::string>& texts,
                                           std::size_t workers = 1,
                                           const NameMatcher* matcher = nullptr) {
  auto loaded = load(texts, {.workers = workers, .skips_bad_rows = false, .schema = {}});
  EXPECT_TRUE(loaded.has_value());
  EXPECT_EQ(matcher != nullptr, needs_matcher(loaded->table));
  const auto linked = link_records(loaded->table, workers, matcher);
  std::map<std::string, std::string> found;
  for (std::size_t row = 0; row < loaded->table.size(); ++row)
    found[std::string(loaded->table.ids[row])] = loaded->table.ids[linked.firsts[row]];
  return found;
}

constexpr auto header = "id,given_name,surname,dob,phone,email,city,cluster\n";

/// Invented people: number -> a row; `slip` writes the surname, the date and the number otherwise.
std::string person(int number, int id, bool slip) {
  static const std::vector<std::string> given = {"Anna",  "Boris",  "Clara", "Dmitri", "Elena",
                                                 "Fumio", "Gordon", "Hanna", "Igor",   "Jutta"};
  static const std::vector<std::string> heads = {"Alm",  "Berg", "Dorn", "Fisch", "Gold",
                                                 "Hart", "Korn", "Lind", "Mond",  "Nord"};
  static const std::vector<std::string> tails = {"auer", "baum", "dahl", "feld",  "garten",
                                                 "heim", "kamp", "mann", "stein", "wald"};
  const auto pick = [](const auto& words, int at) {
    return words[static_cast<std::size_t>(at) % 10];
  };
  std::ostringstream row;
  row << id << ',' << pick(given, number) << ',' << pick(heads, number / 10) << (slip ? "e" : "")
      << pick(tails, number * 7 + number / 10) << ',';
  const int day = number % 28 + 1, month = number % 12 + 1, year = 1950 + number % 47;
  if (slip)
    row << day << '/' << month << '/' << year << ",+81 90-" << 1000 + number << "-5555,";
  else
    row << year << '-' << month << '-' << day << ",090" << 1000 + number << "5555,";
  row << (slip ? "" : "p" + std::to_string(number) + "@mail.example") << ",Town" << number % 5
      << ',' << id << '\n';
  return row.str();
}

std::vector<std::string> rows_of(int people) {
  std::vector<std::string> rows;
  for (int number = 0; number < people; ++number) {
    rows.push_back(person(number, 2 * number + 1, false));
    if (number % 2 == 0) rows.push_back(person(number, 2 * number + 2, true));
  }
  return rows;
}

std::string file_of(const std::vector<std::string>& rows) {
  std::string text = header;
  for (const auto& row : rows)
    text += row;
  return text;
}

TEST(link_records, joins_one_person_written_in_two_ways_and_nobody_else) {
  const auto found = parties({file_of(rows_of(90))});
  std::size_t wrong = 0;
  for (int number = 0; number < 90; ++number) {
    const auto own = std::to_string(2 * number + 1);
    wrong += found.at(own) != own;
    if (number % 2 == 0) wrong += found.at(std::to_string(2 * number + 2)) != own;
  }
  EXPECT_LE(wrong, 2U);
}

TEST(link_records, does_not_depend_on_the_order_of_rows_nor_on_workers_nor_on_files) {
  auto rows = rows_of(60);
  const auto one = parties({file_of(rows)});
  std::ranges::reverse(rows);
  EXPECT_EQ(parties({file_of(rows)}, 3), one);
  const auto half = rows.begin() + 40;
  EXPECT_EQ(parties({file_of({half, rows.end()}), file_of({rows.begin(), half})}, 2), one);
}

TEST(link_records, gives_the_pairs_of_a_weight_once_each_by_their_rows_whatever_the_workers) {
  const auto loaded = load({file_of(rows_of(90))});
  ASSERT_TRUE(loaded.has_value());
  EXPECT_TRUE(link_records(loaded->table, 1).pairs.empty());
  const auto one = link_records(loaded->table, 1, nullptr, -6.0F).pairs;
  const auto other = link_records(loaded->table, 3, nullptr, -6.0F).pairs;
  const auto rows = [](const resolve::RecordLink& pair) {
    return std::pair(pair.left, pair.right);
  };
  EXPECT_GE(one.size(), 40U);
  EXPECT_TRUE(std::ranges::is_sorted(one, {}, rows));
  EXPECT_EQ(std::ranges::adjacent_find(one, {}, rows), one.end());
  EXPECT_TRUE(std::ranges::equal(one, other, {}, rows, rows));
  for (const auto& pair : one)
    EXPECT_GE(pair.bits, -6.0F);
}

TEST(link_records, never_reads_a_column_that_holds_the_truth) {
  auto rows = rows_of(60);
  const auto one = parties({file_of(rows)});
  auto other = file_of(rows);
  for (auto at = other.find('\n', other.find('\n') + 1); at != other.npos;
       at = other.find('\n', at + 1))
    other[at - 1] = '7';
  EXPECT_EQ(parties({other}), one);
}

TEST(link_records, a_household_is_not_one_person) {
  auto rows = rows_of(60);
  rows.push_back("901,Maria,Zwirner,1960-02-03,09077770000,,Town1,1\n");
  rows.push_back("902,Ottokar,Zwirner,1988-09-14,09077770000,,Town1,2\n");
  const auto found = parties({file_of(rows)});
  EXPECT_NE(found.at("901"), found.at("902"));
}

TEST(link_records, a_name_in_two_writings_is_one_where_more_agrees) {
  auto rows = rows_of(40);
  rows.push_back("9001,Faisal,Siddiqui,1971-03-04,+92 42-7925774,,Townx,1\n");
  rows.push_back("9002,فيصل,صديقي,1971-04-03,92-42-7925774,,Townx,1\n");
  rows.push_back("9003,محمود,درويش,1955-09-14,92-42-1111111,,Townx,2\n");
  const auto found = parties({file_of(rows)}, 1, &shipped_name_matcher());
  EXPECT_EQ(found.at("9001"), found.at("9002"));
  EXPECT_NE(found.at("9001"), found.at("9003"));
}

TEST(link_records, father_and_son_stay_two_also_beside_a_row_that_says_neither) {
  auto rows = rows_of(40);
  rows.push_back("9001,Morris,Kleinfeld Sr,,09055501234,,Townx,1\n");
  rows.push_back("9002,Morris,Kleinfeld Junior,,09055501234,,Townx,2\n");
  rows.push_back("9003,Morris,Kleinfeld,,09055501234,,Townx,2\n");
  const auto found = parties({file_of(rows)});
  EXPECT_NE(found.at("9001"), found.at("9002"));
}

TEST(link_records, an_explanation_sums_up_to_its_bits) {
  auto loaded = load({file_of(rows_of(60))});
  ASSERT_TRUE(loaded.has_value());
  const auto linked = link_records(loaded->table, 1);
  const auto why = explain_records(loaded->table, linked, 0, 1);
  double sum = why.start_bits + why.rarity_bits + why.kin_bits;
  for (const auto& one : why.evidence)
    sum += one.bits;
  EXPECT_NEAR(sum, why.bits, 0.01);
  EXPECT_TRUE(why.is_one_party);
}

TEST(load_records, a_bad_row_is_named_by_file_line_and_column) {
  const auto loaded = load({"id,name\n1,Anna\n2,\"Bo\"x\n"});
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().issues.front().pointer, "people.csv, line 3, column 2");
}

TEST(load_records, a_row_with_too_few_fields_is_refused_or_skipped) {
  const std::string text = "id,name,dob\n1,Anna,1970-01-02\n2,Boris\n3,Clara,1980-02-03\n";
  EXPECT_FALSE(load({text}).has_value());
  const auto loaded = load({text}, {.workers = 1, .skips_bad_rows = true, .schema = {}});
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(loaded->table.size(), 2U);
  EXPECT_EQ(loaded->skipped.size(), 1U);
}

TEST(load_records, an_id_that_stands_twice_is_refused) {
  EXPECT_FALSE(load({"id,name\n1,Anna\n1,Boris\n"}).has_value());
}

TEST(load_records, rows_are_sorted_as_numbers_where_all_ids_are) {
  const auto loaded = load({"id;name\n10;Anna\n9;Boris\n"});
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(loaded->table.ids[0], "9");
}

}  // namespace
}  // namespace engine
