#include "doors/cli/shipped.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace {

TEST(shipped, every_shipped_file_is_found_by_its_name) {
  for (const auto& file : cli::shipped_files()) {
    const auto found = cli::find_shipped(file.name);
    ASSERT_TRUE(found.has_value()) << file.name;
    EXPECT_EQ(found->data(), file.text.data()) << file.name;
    EXPECT_FALSE(found->empty()) << file.name;
  }
}

TEST(shipped, files_are_sorted_by_name) {
  EXPECT_TRUE(std::ranges::is_sorted(cli::shipped_files(), {}, &cli::ShippedFile::name));
}

TEST(shipped, an_unknown_name_finds_nothing) {
  EXPECT_FALSE(cli::find_shipped("no_such_table.json").has_value());
  EXPECT_FALSE(cli::find_shipped("").has_value());
}

}  // namespace
