#include "doors/cli/files.h"

#include <fstream>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"
#include "ground/base/error.h"

namespace {

std::size_t files_in(const db::ScratchFolder& folder) {
  const auto parent = std::filesystem::path(folder.file("any")).parent_path();
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(parent), {}));
}

TEST(unfinished_file, stands_under_its_name_only_once_it_is_put_there) {
  const db::ScratchFolder folder;
  const auto path = folder.file("copy");
  {
    cli::UnfinishedFile file(path);
    std::ofstream(file.part()) << "whole";
    EXPECT_FALSE(std::filesystem::exists(path));
    file.put_in_place();
  }
  EXPECT_EQ(cli::read_file(path).value(), "whole");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(unfinished_file, leaves_nothing_and_spares_what_was_there) {
  const db::ScratchFolder folder;
  const auto path = folder.file("copy");
  cli::write_file(path, "before");
  {
    const cli::UnfinishedFile file(path);
    std::ofstream(file.part()) << "half";
  }
  EXPECT_EQ(cli::read_file(path).value(), "before");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(unfinished_file, of_which_nothing_was_written_is_told) {
  const db::ScratchFolder folder;
  cli::UnfinishedFile file(folder.file("copy"));
  EXPECT_THROW(file.put_in_place(), base::OutsideFailure);
}

}  // namespace
