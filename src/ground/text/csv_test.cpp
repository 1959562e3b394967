#include "ground/text/csv.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace text {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// All rows, and the text of every error as a row of its own.
Rows read(const std::string& bytes, const CsvOptions& options = {}) {
  std::istringstream in(bytes);
  CsvReader reader(in, options);
  Rows rows;
  CsvRow row;
  for (;;) {
    const auto more = reader.next(row);
    if (!more)
      rows.push_back({"error", more.error().issues.front().pointer});
    else if (*more)
      rows.push_back(row.fields);
    else
      return rows;
  }
}

TEST(csv, splits_rows_and_fields_with_any_line_end) {
  const Rows expected{{"a", "b"}, {"", "c"}, {"d", ""}};
  EXPECT_EQ(read("a,b\n,c\nd,\n"), expected);
  EXPECT_EQ(read("a,b\r\n,c\r\nd,"), expected);
  EXPECT_EQ(read("\xef\xbb\xbf"
                 "a,b\n,c\n\r\n\nd,"),
            expected);
  EXPECT_EQ(read(""), Rows{});
  EXPECT_EQ(read("\n\r\n"), Rows{});
}

TEST(csv, quotation_marks_keep_separators_line_ends_and_doubled_marks) {
  EXPECT_EQ(read("\"a,b\",\"c\r\nd\",\"say \"\"no\"\"\"\r\nx"),
            (Rows{{"a,b", "c\r\nd", "say \"no\""}, {"x"}}));
  EXPECT_EQ(read("\"\"\n\"\",\"\""), (Rows{{""}, {"", ""}}));
}

TEST(csv, a_quotation_mark_within_plain_text_is_text) {
  EXPECT_EQ(read("19\" monitor,b\n"), (Rows{{"19\" monitor", "b"}}));
}

TEST(csv, other_separators_can_be_named) {
  CsvOptions options;
  options.separator = '\t';
  EXPECT_EQ(read("a\tb,c\n", options), (Rows{{"a", "b,c"}}));
}

TEST(csv, tells_the_line_where_each_row_begins) {
  std::istringstream in("a\n\n\"b\nb\"\nc\n");
  CsvReader reader(in);
  CsvRow row;
  std::vector<std::size_t> lines;
  while (reader.next(row).value())
    lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 3, 5}));
}

TEST(csv, names_line_and_column_of_an_error_and_goes_on_at_the_next_line) {
  EXPECT_EQ(read("a,b\nc,\"d\"e,f\ng\n"), (Rows{{"a", "b"}, {"error", "line 2, column 2"}, {"g"}}));
  EXPECT_EQ(
      read("a\nb,c,\xff\nd\n\xff,e\nf"),
      (Rows{{"a"}, {"error", "line 2, column 3"}, {"d"}, {"error", "line 4, column 1"}, {"f"}}));
  EXPECT_EQ(read(std::string("a\0b\nc\n\"\n\n", 9)),
            (Rows{{"error", "line 1, column 1"}, {"c"}, {"error", "line 3, column 1"}}));
  EXPECT_EQ(read("a\nb,\"c\nd\n"), (Rows{{"a"}, {"error", "line 2, column 2"}}));
}

TEST(csv, refuses_a_row_over_the_limit_without_holding_it) {
  CsvOptions options;
  options.row_bytes_max = 10;
  EXPECT_EQ(read("a\n" + std::string(50'000, 'x') + ",y\nb,12345678\n", options),
            (Rows{{"a"}, {"error", "line 2, column 1"}, {"b", "12345678"}}));
  std::istringstream in(std::string(11, 'x'));
  CsvReader reader(in, options);
  CsvRow row;
  EXPECT_EQ(reader.next(row).error().kind, base::ErrorKind::too_large);
}

TEST(csv, reads_the_encodings_of_japanese_programs) {
  std::istringstream in("id,name\n1,\x93\x63\x92\x86\n");
  CsvReader reader(in);
  CsvRow row;
  ASSERT_TRUE(reader.next(row).value());
  ASSERT_TRUE(reader.next(row).value());
  EXPECT_EQ(row.fields[1], "田中");
  EXPECT_EQ(reader.encoding(), Encoding::shift_jis);
}

TEST(csv, broken_shift_jis_is_refused_by_its_field) {
  CsvOptions options;
  options.encoding = Encoding::shift_jis;
  EXPECT_EQ(read("a,\xff\nb\n", options), (Rows{{"error", "line 1, column 2"}, {"b"}}));
}

TEST(csv, fields_and_marks_survive_every_border_of_the_buffer) {
  for (std::size_t filler = 16 * 1024 - 8; filler < 16 * 1024 + 4; ++filler) {
    const std::string wide(filler, 'x');
    EXPECT_EQ(read(wide + ",\"q\"\"r\"\r\n\"s\",t\r\n"), (Rows{{wide, "q\"r"}, {"s", "t"}}))
        << filler;
  }
}

TEST(csv, what_is_written_is_read_back_unchanged) {
  const Rows rows{{"a", "b,c", "d\"e", "f\ng", "h\r\ni", ""}, {""}, {"田中", "\""}, {"", ""}};
  std::string out;
  for (const auto& row : rows)
    append_csv_row(out, row);
  EXPECT_EQ(read(out), rows);
}

TEST(csv, a_file_that_cannot_be_read_is_unavailable) {
  std::istringstream in;
  in.setstate(std::ios::badbit);
  CsvReader reader(in);
  CsvRow row;
  EXPECT_EQ(reader.next(row).error().kind, base::ErrorKind::unavailable);
}

}  // namespace
}  // namespace text
