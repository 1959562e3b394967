#include "ground/text/table_file.h"

#include <gtest/gtest.h>

namespace {

std::string written() {
  text::TableFileWriter writer;
  writer.add("han", {{"王", "wang"}, {"李", "li"}, {"王", "never seen"}});
  writer.add("empty", {});
  return writer.bytes();
}

std::span<const char> view(const std::string& bytes) {
  return {bytes.data(), bytes.size()};
}

TEST(table_file, a_key_is_found_with_its_first_value) {
  const auto bytes = written();
  const auto file = text::TableFile::open(view(bytes), "names");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->find("han", "王"), "wang");
  EXPECT_EQ(file->find("han", "李"), "li");
  EXPECT_EQ(file->count("han"), 2U);
}

TEST(table_file, what_is_not_there_is_not_found) {
  const auto bytes = written();
  const auto file = text::TableFile::open(view(bytes), "names");
  ASSERT_TRUE(file.has_value());
  EXPECT_FALSE(file->find("han", "").has_value());
  EXPECT_FALSE(file->find("han", "張").has_value());
  EXPECT_FALSE(file->find("empty", "王").has_value());
  EXPECT_FALSE(file->find("none", "王").has_value());
}

TEST(table_file, any_single_damaged_byte_is_refused) {
  const auto good = written();
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    EXPECT_FALSE(text::TableFile::open(view(bad), "names").has_value()) << at;
  }
}

TEST(table_file, a_file_that_was_cut_off_is_refused) {
  const auto good = written();
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(text::TableFile::open(view(good.substr(0, size)), "names").has_value()) << size;
}

TEST(table_file, the_same_entries_give_the_same_bytes) {
  EXPECT_EQ(written(), written());
}

}  // namespace
