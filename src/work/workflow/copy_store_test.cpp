#include "work/workflow/copy_store.h"

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"
#include "work/workflow/contacts.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

constexpr auto narrative = "A stranger asked the way and then about the etching process.";

void fill_store(TestHub& test) {
  model::Submission submission;
  submission.report.narrative = narrative;
  submission.report.encounters.resize(1);
  submission.report.encounters.front().place.area = "13109";
  submission.reporter = base::Sensitive(model::Reporter{"架空 一郎", "090-0000-0000"});
  static_cast<void>(submit_report(test.hub, test.station_officer_a(), submission).value());
  for_tests::run_jobs(test);
}

std::unique_ptr<db::Database> empty_file(const db::ScratchFolder& folder) {
  return db::Database::open("sqlite:" + folder.file("copy.db"), {.may_create = true}).value();
}

std::int64_t rows_of(const std::vector<CopiedTable>& copied, std::string_view table) {
  const auto found = std::ranges::find(copied, table, &CopiedTable::table);
  return found == copied.end() ? -1 : found->rows;
}

/// From the engine that the tests run on into a file.
TEST(copy_store, is_the_same_store_that_verifies_and_is_searched) {
  TestHub test;
  fill_store(test);
  const db::ScratchFolder folder;
  const auto copy = empty_file(folder);
  const auto copied = copy_store(test.database(), *copy, test.clock.now());
  ASSERT_TRUE(copied) << copied.error().text();
  EXPECT_EQ(rows_of(*copied, "report"), 1);
  EXPECT_EQ(rows_of(*copied, "search_text"), 1);
  EXPECT_EQ(rows_of(*copied, "organisation"), 7);
  EXPECT_TRUE(verify_store(*copy, test.keys()).holds);
  const Hub there{*copy, test.clock, test.ids, test.keys(), test.knowledge, test.settings};
  auto hub = there;
  const auto found = search_reports(hub, test.analyst(), "etching");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->size(), 1U);
}

/// And back again into the engine that the tests run on.
TEST(copy_store, there_and_back_again_gives_the_same_digests) {
  TestHub test;
  fill_store(test);
  const db::ScratchFolder folder;
  const auto file = empty_file(folder);
  const auto there = copy_store(test.database(), *file, test.clock.now()).value();
  const db::ScratchDatabase scratch;
  const auto back = db::Database::open(scratch.url(), {.may_create = true}).value();
  const auto again = copy_store(*file, *back, test.clock.now()).value();
  ASSERT_EQ(there.size(), again.size());
  for (std::size_t place = 0; place < there.size(); ++place) {
    EXPECT_EQ(there[place].table, again[place].table);
    EXPECT_EQ(there[place].rows, again[place].rows) << there[place].table;
    EXPECT_EQ(there[place].digest, again[place].digest) << there[place].table;
  }
}

TEST(copy_store, one_changed_value_changes_the_digest_of_its_table_alone) {
  TestHub test;
  fill_store(test);
  const db::ScratchFolder first_folder, second_folder;
  const auto first = empty_file(first_folder), second = empty_file(second_folder);
  const auto before = copy_store(test.database(), *first, test.clock.now()).value();
  test.change("UPDATE report SET score = score + 1");
  const auto after = copy_store(test.database(), *second, test.clock.now()).value();
  for (std::size_t place = 0; place < before.size(); ++place)
    EXPECT_EQ(before[place].digest == after[place].digest, before[place].table != "report");
}

TEST(copy_store, refuses_a_database_that_holds_something) {
  TestHub test;
  const db::ScratchFolder folder;
  const auto copy = empty_file(folder);
  ASSERT_TRUE(copy_store(test.database(), *copy, test.clock.now()));
  const auto again = copy_store(test.database(), *copy, test.clock.now());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, base::ErrorKind::refused);
}

}  // namespace
}  // namespace workflow
