#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "edges/db/connection.h"
#include "edges/db/group_writer.h"
#include "edges/db/reader_pool.h"
#include "edges/db/transaction.h"
#include "ground/base/result.h"

namespace db {

struct DatabaseOptions {
  bool may_create = false;      ///< false: a missing file is not_found
  std::size_t readers_max = 4;  ///< reading connections, each with up to 4 MiB of cache
};

/// A database for many threads: all writing goes through one GroupWriter (group commit; read
/// there what a unit may do), all reading through a ReaderPool. Both calls block, hand back
/// what the unit returns and throw OutsideFailure for trouble outside.
///
///   const auto stored = database.write([&](db::Connection& connection) -> Result<Stored> {
///     return store::add_report(connection, report);   // a failed Result undoes this unit
///   });
///   const auto found = database.read([&](db::Connection& connection) {
///     return store::find_report(connection, id);
///   });
///
/// A unit passed to read() cannot write: the engine refuses it.
class Database {
 public:
  /// `url`: "sqlite:PATH". Fails with invalid_input for another form, not_found for a missing
  /// file; throws OutsideFailure when the file cannot be opened.
  [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(
      std::string_view url, const DatabaseOptions& options = {});

  template <class Work>
  auto write(Work&& work) {
    AnsweringUnit<std::remove_reference_t<Work>> unit(work);
    writer_.run([&unit](Connection& connection) { return unit.run(connection); });
    return unit.take();
  }

  template <class Work>
  auto read(Work&& work) {
    AnsweringUnit<std::remove_reference_t<Work>> unit(work);
    readers_.run([&unit](Connection& connection) { unit.run(connection); });
    return unit.take();
  }

  /// Writes a consistent copy to the new file `path` while others go on.
  void back_up_to(const std::string& path) const;

  /// Rewrites the file without what was deleted and empties the write-ahead log, so that purged
  /// content is gone from the disk's files. Writers wait; takes about the file's size in room.
  void compact();

 private:
  Database(std::string path, const DatabaseOptions& options);

  std::string path_;
  GroupWriter writer_;
  ReaderPool readers_;
};

/// What the engine's own check and the foreign keys find wrong; empty: all is well. The words
/// are the engine's: names of tables and row numbers, no content. Reads the whole database.
[[nodiscard]] std::vector<std::string> find_damage(Connection& connection);

}  // namespace db
