#include "edges/db/scratch_database.h"

#include <cstdint>
#include <cstdlib>
#include <random>
#include <vector>

#include <fmt/format.h>

#include "edges/db/dialect.h"
#include "edges/db/postgres_connection.h"
#include "edges/db/sqlite_connection.h"

namespace db {
namespace {

// The order of foreign keys does not matter to what is emptied whole.
constexpr auto empty_all_tables = R"(
SET session_replication_role = replica;
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT tablename FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> 'schema_version' LOOP
    EXECUTE 'DELETE FROM ' || one;
  END LOOP;
END $$;)";

std::string server_url() {
  const char* url = std::getenv("KIZUKI_TEST_DB");
  return url == nullptr ? "" : url;
}

std::string url_in(const std::string& schema) {
  const auto url = server_url();
  const char* joint = url.find('?') == url.npos ? "?" : "&";
  return fmt::format("{}{}options=-csearch_path%3D{}", url, joint, schema);
}

void run_on_server(const std::string& sql) {
  open_postgres(server_url())->run_script(sql);
}

void drop_schema(const std::string& schema) {
  run_on_server(fmt::format("DROP SCHEMA IF EXISTS {} CASCADE", schema));
}

std::string make_schema() {
  std::random_device random;
  const auto name = fmt::format("kizuki_test_{:08x}{:08x}", random(), random());
  run_on_server("CREATE SCHEMA " + name);
  return name;
}

/// Migrated and empty schemas of this process, dropped when it ends.
class SpareSchemas {
 public:
  SpareSchemas() = default;
  ~SpareSchemas() {
    try {
      for (const auto& name : names_)
        drop_schema(name);
    } catch (const base::OutsideFailure&) {
      return;  // a test has stopped the server: nothing is left to be dropped
    }
  }
  SpareSchemas(const SpareSchemas&) = delete;
  SpareSchemas& operator=(const SpareSchemas&) = delete;

  std::string take() {
    if (names_.empty()) return make_schema();
    auto name = names_.back();
    names_.pop_back();
    return name;
  }
  void give(std::string name) { names_.push_back(std::move(name)); }

 private:
  std::vector<std::string> names_;
};

SpareSchemas& spare_schemas() {
  static SpareSchemas schemas;
  return schemas;
}

bool is_migrated(Connection& connection) {
  return get_row(connection, find_schema_version(Engine::postgres)).integer(0) != 0;
}

}  // namespace

ScratchDatabase::ScratchDatabase(Want want) : want_(want) {
  if (engine() == Engine::sqlite) {
    url_ = "sqlite:" + folder_.file("test.db");
    return;
  }
  schema_ = want == Want::fresh ? make_schema() : spare_schemas().take();
  url_ = url_in(schema_);
}

ScratchDatabase::~ScratchDatabase() {
  if (schema_.empty()) return;
  try {
    const auto connection = open_postgres(url_);
    if (want_ == Want::fresh || !is_migrated(*connection)) {
      drop_schema(schema_);
    } else {
      connection->run_script(empty_all_tables);
      spare_schemas().give(schema_);
    }
  } catch (const base::OutsideFailure&) {
    return;  // a test has stopped the server, or still holds a lock: the next one gets another
  }
}

Engine ScratchDatabase::engine() {
  return server_url().empty() ? Engine::sqlite : Engine::postgres;
}

std::unique_ptr<Connection> ScratchDatabase::open() const {
  if (engine() == Engine::postgres) return open_postgres(url_);
  return open_sqlite(folder_.file("test.db"), SqliteAccess::create);
}

}  // namespace db
