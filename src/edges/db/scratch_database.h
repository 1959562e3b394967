#pragma once

#include <memory>
#include <string>

#include "edges/db/connection.h"
#include "edges/db/scratch_folder.h"

namespace db {

/// A database for one test, empty at first and gone with everything in it at the end. Its engine is
/// the one that the environment variable KIZUKI_TEST_DB names:
///   unset or ""         a SQLite file in a folder of its own
///   postgresql://...    a schema of its own in that PostgreSQL
/// To make a schema takes half a second there, so one that was migrated by a test is emptied
/// and used again by the next test of the same process: migrate() finds nothing to do then.
class ScratchDatabase {
 public:
  /// `fresh`: without any table, whatever another test has left.
  enum class Want { migrated_may_do, fresh };

  explicit ScratchDatabase(Want want = Want::migrated_may_do);
  ~ScratchDatabase();
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  [[nodiscard]] static Engine engine();

  /// For Database::open(); the file comes about there, if it may be created.
  [[nodiscard]] const std::string& url() const { return url_; }

  /// A further session, which may write.
  [[nodiscard]] std::unique_ptr<Connection> open() const;

 private:
  Want want_;
  ScratchFolder folder_;
  std::string schema_, url_;
};

}  // namespace db
