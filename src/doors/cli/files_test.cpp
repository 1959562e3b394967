#include "doors/cli/files.h"

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

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

TEST(streamed_file, gives_a_pipe_its_bits_and_leaves_it_a_pipe) {
  const db::ScratchFolder folder;
  const auto path = folder.file("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  cli::write_file(path, "through");
  std::string got(16, ' ');
  got.resize(
      static_cast<std::size_t>(std::max<ssize_t>(0, ::read(reader, got.data(), got.size()))));
  ::close(reader);
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(std::filesystem::is_fifo(path));
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(streamed_file, writes_what_a_link_leads_to) {
  const db::ScratchFolder folder;
  const auto link = folder.file("link");
  std::filesystem::create_symlink("target", link);
  for (const auto* text : {"new", "again"}) {
    cli::write_file(link, text);
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(cli::read_file(folder.file("target")).value(), text);
  }
  // Through a link, so that a failure of this test does not cost the machine its device.
  const auto device = folder.file("device");
  std::filesystem::create_symlink("/dev/null", device);
  cli::write_file(device, "gone");
  EXPECT_TRUE(std::filesystem::is_symlink(device));
}

}  // namespace
