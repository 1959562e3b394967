#include "doors/cli/copied_store.h"

#include <gtest/gtest.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/verified.h"
#include "edges/db/scratch_database.h"
#include "edges/db/scratch_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// A data folder with a store in a file, or in a server's database.
struct Folder {
  db::ScratchFolder scratch;
  fs::path path = scratch.path() / "store";

  explicit Folder(const std::string& url = "") {
    workflow::SetUp set_up;
    set_up.home.kind = model::OrganisationKind::bureau;
    set_up.home.key = "bureau";
    set_up.home.name = {"架空の外事課", "Fictional bureau"};
    set_up.recovery = crypto::make_keypair().open_half;
    set_up.operator_name = "root";
    static_cast<void>(make_store(path, set_up, base::SystemClock(), url).value());
  }
  [[nodiscard]] bool holds() const {
    const auto store = OpenStore::open(path, OpenStore::Ownership::shared).value();
    return verify(*store).holds || verify(*store).unsealed > 0;
  }
};

TEST(database_url, is_the_file_of_the_folder_unless_it_says_otherwise) {
  const db::ScratchFolder folder;
  EXPECT_EQ(database_url(folder.path()), "sqlite:" + folder.file("kizuki.db"));
  EXPECT_FALSE(has_store(folder.path()));
  set_database_url(folder.path(), "postgresql://kizuki@db.example/kizuki");
  EXPECT_EQ(database_url(folder.path()), "postgresql://kizuki@db.example/kizuki");
  EXPECT_TRUE(has_store(folder.path()));
  set_database_url(folder.path(), "sqlite:");
  EXPECT_EQ(database_url(folder.path()), "sqlite:" + folder.file("kizuki.db"));
}

TEST(move_store, to_where_it_is_already_changes_nothing) {
  const Folder folder;
  const auto moved = move_store(folder.path, "sqlite:");
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, base::ErrorKind::conflict);
  EXPECT_TRUE(folder.holds());
}

TEST(move_store, waits_for_the_end_of_who_uses_it) {
  const Folder folder;
  const auto used = OpenStore::open(folder.path, OpenStore::Ownership::alone).value();
  EXPECT_EQ(move_store(folder.path, "postgresql://nobody@/none").error().kind,
            base::ErrorKind::unavailable);
}

TEST(move_store, goes_to_a_server_and_back_again) {
  if (db::ScratchDatabase::engine() == db::Engine::sqlite) GTEST_SKIP() << "needs a PostgreSQL";
  const db::ScratchDatabase server(db::ScratchDatabase::Want::fresh);
  const Folder folder;
  const auto there = move_store(folder.path, server.url());
  ASSERT_TRUE(there) << there.error().text();
  EXPECT_EQ(database_url(folder.path), server.url());
  EXPECT_TRUE(fs::exists(kept_file(folder.path)));
  EXPECT_TRUE(folder.holds());
  const auto back = move_store(folder.path, "sqlite:");
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(text_of(*there), text_of(*back));
  EXPECT_TRUE(folder.holds());
}

TEST(copy_into_file, of_a_server_is_a_store_of_its_own) {
  if (db::ScratchDatabase::engine() == db::Engine::sqlite) GTEST_SKIP() << "needs a PostgreSQL";
  const db::ScratchDatabase server(db::ScratchDatabase::Want::fresh);
  const Folder folder(server.url());
  const auto copy = (folder.path / "copy.db").string();
  const auto store = OpenStore::open(folder.path, OpenStore::Ownership::shared).value();
  ASSERT_TRUE(copy_into_file(store->database(), copy));
  EXPECT_TRUE(db::Database::open("sqlite:" + copy));
  EXPECT_EQ(fs::status(copy).permissions() & fs::perms::others_all, fs::perms::none);
}

}  // namespace
}  // namespace cli
