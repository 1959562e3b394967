#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "edges/db/connection.h"
#include "edges/db/group_writer.h"
#include "edges/db/reader_pool.h"
#include "edges/db/transaction.h"
#include "edges/db/writer_pool.h"
#include "ground/base/result.h"

namespace db {

struct DatabaseOptions {
  bool may_create = false;      ///< false: a missing file is not_found
  std::size_t readers_max = 4;  ///< reading connections, on SQLite each with up to 4 MiB of cache
  std::size_t writers_max = 8;  ///< writing connections; SQLite has one
  /// For tests: every unit that writes is run, undone and run again, as after contention.
  bool rehearses = false;
};

/// A database for many threads. On SQLite all writing goes through one GroupWriter, which
/// shares commits; on PostgreSQL each unit is one SERIALIZABLE transaction of a WriterPool. All
/// reading goes through a ReaderPool. Both calls block, hand back what the unit returns and
/// throw OutsideFailure for trouble outside.
///
/// What a unit must keep to, on both engines:
///  - it may be run several times, each time on an undone database, and only the answer of its
///    last run counts. So it takes nothing away from what it captured (no move out of it, no
///    key destroyed in it) and lets nothing grow there; what it fills is made new in each run;
///  - no effect outside the database, no waiting, no unit from within it (our bug, ends the
///    program), and no constraints that are checked at COMMIT only (DEFERRABLE).
///
/// When write() returns, the change is durable. When it throws, nothing was stored, with one
/// exception: after UnknownOutcome nobody can tell.
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
  /// `url`: "sqlite:PATH", or "postgresql://..." ("postgres://...") for an existing database.
  /// Fails with invalid_input for another form or one with a password in it, not_found for a
  /// missing file; throws OutsideFailure when it cannot be opened or reached.
  [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(
      std::string_view url, const DatabaseOptions& options = {});

  template <class Work>
  auto write(Work&& work) {
    AnsweringUnit<std::remove_reference_t<Work>> unit(work);
    write_unit([&unit](Connection& connection) { return unit.run(connection); });
    return unit.take();
  }

  template <class Work>
  auto read(Work&& work) {
    AnsweringUnit<std::remove_reference_t<Work>> unit(work);
    readers_.run([&unit](Connection& connection) { return unit.run(connection); });
    return unit.take();
  }

  [[nodiscard]] Engine engine() const { return engine_; }

  /// Writes a consistent copy to the new file `path` while others go on.
  void back_up_to(const std::string& path) const;

  /// Rewrites what is stored without what was deleted, so that purged content is gone from the
  /// files of the database. Writers wait; takes about the database's size in room.
  void compact();

 private:
  Database(Engine engine, std::string address, const DatabaseOptions& options);

  [[nodiscard]] std::unique_ptr<Connection> open_session(Access access, bool may_create) const;
  void write_unit(const Unit& unit);
  void write_once(const Unit& unit);

  Engine engine_;
  std::string address_;   ///< path of the file, or URL of the server
  std::string instance_;  ///< tells the sessions of this object from those of others
  bool rehearses_;
  std::unique_ptr<GroupWriter> group_writer_;  ///< SQLite; else null
  std::unique_ptr<WriterPool> writers_;        ///< PostgreSQL; else null
  ReaderPool readers_;
};

/// Whether no other process has this database open. A file is owned with its folder (FolderLock),
/// so on SQLite the answer is yes.
[[nodiscard]] bool is_alone(Connection& connection);

/// Work of which one process at a time may do one kind.
enum class Turn : std::int64_t { sealing = 1 };

/// Takes a turn until the transaction ends; false: another server has it just now.
[[nodiscard]] bool take_turn(Connection& connection, Turn turn);

/// What the engine's own check and the foreign keys find wrong; empty: all is well. The words
/// name tables and row numbers, no content. Reads the whole database.
[[nodiscard]] std::vector<std::string> find_damage(Connection& connection);

}  // namespace db
