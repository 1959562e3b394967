#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/database.h"
#include "edges/db/scratch_database.h"
#include "edges/store/keys.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/crypto/sealed.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"
#include "work/engine/knowledge.h"
#include "work/workflow/hub.h"

/// For tests: a hub in a database of its own that goes with it. Every unit that writes is run
/// twice. The clock stands at 2026-11-20T01:00:00Z (a Friday, 10:00 in Tokyo) until told otherwise,
/// ids are counted. All organisations are fictional:
///   bureau     home; territory 13
///   station_a  territory 13109; looks after firm_a and firm_b
///   station_b  territory 13103; looks after firm_c
///   prefecture territory 27
///   firm_a, firm_b (semiconductor, 13109), firm_c (battery, 13103)
/// Given the key of a firm: a hub of its own instead, with nobody but it (as firm_a) in the
/// register; of a station likewise (as station_a, territory 13109).
namespace workflow {

class TestHub {
 public:
  explicit TestHub(const std::string& own_key = "",
                   model::OrganisationKind own_kind = model::OrganisationKind::company);
  TestHub(const TestHub&) = delete;
  TestHub& operator=(const TestHub&) = delete;

  base::SetClock clock;
  base::CountingIds ids;
  Settings settings;
  engine::Knowledge knowledge;
  crypto::KeyPair recovery;  ///< both halves of the recovery key

 private:
  db::ScratchDatabase scratch_;
  std::unique_ptr<db::Database> database_;
  store::Keys keys_;

 public:
  Hub hub;
  model::Organisation bureau, station_a, station_b, prefecture, firm_a, firm_b, firm_c;

  /// A new active account of the organisation, as a signed-in person. Without a name it is called
  /// after its role and organisation: "analyst.bureau"; asking again gives the same account.
  model::Principal person(const model::Organisation& organisation,
                          const std::vector<model::Role>& roles, const std::string& name = "");

  // One of each: all named as person() names them.
  model::Principal employee_a(), officer_a(), officer_b(), officer_c();
  model::Principal station_officer_a(), station_officer_b();
  model::Principal analyst(), analyst_2(), approver(), approver_2(), investigator(), liaison();
  model::Principal custodian(), custodian_2(), auditor(), administrator();
  [[nodiscard]] static model::Principal anonymous() { return {}; }
  [[nodiscard]] static model::Principal jobs();

  /// A further fictional firm with one site.
  model::Organisation add_firm(const std::string& key, const std::string& sector,
                               const std::string& area, const std::string& station = "");

  /// An organisation of the register by its key.
  [[nodiscard]] model::Organisation registered(const std::string& key);

  /// Actions in the record, sealed or not, oldest first: "report.submit", ...
  std::vector<std::string> recorded_actions();

  /// One value of the database, for looking behind the curtain.
  db::Row row(std::string_view sql);
  void change(std::string_view sql);

  /// Another session with the same database.
  [[nodiscard]] std::unique_ptr<db::Connection> open_session() const { return scratch_.open(); }
  [[nodiscard]] const store::Keys& keys() const { return keys_; }
  [[nodiscard]] db::Database& database() { return *database_; }

 private:
  model::Organisation add(model::Organisation organisation);
  void add_police();
  void add_firms();
};

}  // namespace workflow
