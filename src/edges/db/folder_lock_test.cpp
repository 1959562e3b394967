#include "edges/db/folder_lock.h"

#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"

namespace db {
namespace {

TEST(folder_lock, one_owner_at_a_time_and_the_refusal_names_it) {
  const ScratchFolder folder;
  {
    const auto first = FolderLock::take(folder.path());
    ASSERT_TRUE(first);
    const auto second = FolderLock::take(folder.path());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, base::ErrorKind::unavailable);
    EXPECT_NE(second.error().text().find("process " + std::to_string(::getpid())),
              std::string::npos);
  }
  auto again = FolderLock::take(folder.path());
  ASSERT_TRUE(again);
  const FolderLock moved = std::move(*again);
  EXPECT_FALSE(FolderLock::take(folder.path()));
}

TEST(folder_lock, a_missing_folder_is_not_found) {
  const ScratchFolder folder;
  const auto lock = FolderLock::take(folder.path() / "none");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().kind, base::ErrorKind::not_found);
}

}  // namespace
}  // namespace db
