#pragma once

#include <memory>
#include <string>

#include "edges/db/migrations.h"
#include "edges/db/scratch_database.h"
#include "edges/store/keys.h"
#include "edges/store/organisation.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

/// For tests: an empty store in a database of its own, with fixed keys, a clock that stands at
/// 2026-11-21T00:00:00Z and one fictional firm.
namespace store {

struct TestStore {
  db::ScratchDatabase database;
  std::unique_ptr<db::Connection> opened = database.open();
  db::Connection& connection = *opened;
  Keys keys{crypto::Key32({1}), crypto::Key32({2}), crypto::Key32({3})};
  base::UtcTime now = base::parse_utc("2026-11-21T00:00:00Z").value();
  base::CountingIds ids;
  model::Organisation firm;

  TestStore() {
    static_cast<void>(db::migrate(connection, db::migrations(), now).value());
    firm = add_firm("org-semi-a");
  }

  model::Organisation add_firm(const std::string& key, const std::string& area = "13109",
                               const std::string& station = "") {
    model::Organisation made;
    made.id = ids.make<model::Organisation>(now);
    made.key = key;
    made.name = {"架空の会社", "Fictional firm"};
    made.sector = "semiconductor";
    made.sites = {{"本社", area, "", std::nullopt, std::nullopt}};
    made.station = station;
    made.fictional = true;
    static_cast<void>(add_organisation(connection, keys, made, key + " 架空の会社"));
    return made;
  }
};

}  // namespace store
