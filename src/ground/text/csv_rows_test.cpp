#include "ground/text/csv_rows.h"

#include <sstream>

#include <gtest/gtest.h>

namespace text {
namespace {

std::vector<std::vector<std::string>> all_rows(const std::string& file, std::size_t block_bytes) {
  std::istringstream in(file);
  CsvBlocks blocks(in, {}, block_bytes);
  std::vector<std::vector<std::string>> found;
  CsvBlock block;
  for (;;) {
    const auto has_block = blocks.next(block);
    if (!has_block || !*has_block) return found;
    CsvRows rows(block);
    for (auto has_row = rows.next(); has_row && *has_row; has_row = rows.next())
      found.emplace_back(rows.fields().begin(), rows.fields().end());
  }
}

TEST(csv_rows, blocks_of_any_size_give_the_rows_of_the_slow_reader) {
  std::string file;
  for (int row = 0; row < 50; ++row)
    file += "a" + std::to_string(row) + ",\"b,\n\"\"c\"\"\",d\r\n\n";
  std::istringstream in(file);
  CsvReader reader(in);
  std::vector<std::vector<std::string>> expected;
  CsvRow row;
  for (auto has_row = reader.next(row); has_row && *has_row; has_row = reader.next(row))
    expected.push_back(row.fields);
  EXPECT_EQ(expected.size(), 50U);
  for (const std::size_t bytes : {32U, 100U, 1000U, 100000U})
    EXPECT_EQ(all_rows(file, bytes), expected) << bytes;
}

TEST(csv_rows, the_first_fault_is_named_by_line_and_column) {
  const CsvBlock block{"a,b\n1,2\n3,\"x\"y\n4,5\n", 1};
  CsvRows rows(block);
  (void)rows.next();
  (void)rows.next();
  const auto bad = rows.next();
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().issues.front().pointer, "line 3, column 2");
  EXPECT_TRUE(rows.next().value());
  EXPECT_EQ(rows.fields()[0], "4");
}

TEST(csv_rows, bytes_that_are_no_text_are_refused) {
  const CsvBlock block{"a,\xff\xfe\n", 7};
  CsvRows rows(block);
  const auto bad = rows.next();
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().issues.front().pointer, "line 7, column 2");
}

}  // namespace
}  // namespace text
