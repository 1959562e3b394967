#include "work/workflow/test_hub.h"

#include <fmt/format.h>

#include "edges/db/migrations.h"
#include "edges/store/account.h"
#include "edges/store/audit.h"
#include "edges/store/organisation.h"
#include "ground/base/ensure.h"
#include "ground/model/table_for_tests.h"
#include "work/workflow/record.h"
#include "work/workflow/register_rules.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using model::Organisation;
using model::OrganisationKind;
using model::Principal;
using model::Role;

class TestVault final : public crypto::KeyVault {
 public:
  [[nodiscard]] crypto::Key32 master() const override { return crypto::Key32({42}); }
};

std::unique_ptr<db::Database> make_database(const db::ScratchDatabase& scratch, base::UtcTime now) {
  auto database =
      db::Database::open(scratch.url(), {.may_create = true, .rehearses = true}).value();
  database
      ->write([&](db::Connection& connection) {
        return db::migrate(connection, db::migrations(), now);
      })
      .value();
  return database;
}

Organisation fictional(OrganisationKind kind, const std::string& key, const std::string& ja,
                       const std::string& en) {
  Organisation made;
  made.kind = kind;
  made.key = key;
  made.name = {"架空の" + ja, "Fictional " + en};
  made.fictional = true;
  return made;
}

Organisation police(OrganisationKind kind, const std::string& key, const std::string& ja,
                    const std::string& en, const std::string& territory) {
  auto made = fictional(kind, key, ja, en);
  made.territory = {territory};
  return made;
}

Organisation firm(const std::string& key, const std::string& sector, const std::string& area,
                  const std::string& station) {
  auto made = fictional(OrganisationKind::company, key, "会社 " + key, "firm " + key);
  made.sector = sector;
  made.technologies = {sector + ".process"};
  made.sites = {{"本社", area, "", std::nullopt, std::nullopt}};
  made.station = station;
  return made;
}

Organisation home_of(const std::string& own_key, OrganisationKind own_kind) {
  if (own_kind == OrganisationKind::station)
    return police(own_kind, own_key, "甲警察署", "station A", "13109");
  if (!own_key.empty()) return firm(own_key, "semiconductor", "13109", "");
  return police(OrganisationKind::bureau, "bureau", "外事課", "foreign affairs bureau", "13");
}

store::Keys set_up(db::Database& database, const base::Clock& clock, base::IdSource& ids,
                   const crypto::KeyPair& recovery, const Organisation& home) {
  static_cast<void>(set_up_hub(database, clock, ids, TestVault(),
                               {.home = home,
                                .administrator = "first-administrator",
                                .recovery = recovery.open_half,
                                .operator_name = "test"})
                        .value());
  return open_keys(database, TestVault()).value();
}

}  // namespace

TestHub::TestHub(const std::string& own_key, OrganisationKind own_kind)
    : clock(base::parse_utc("2026-11-20T01:00:00Z").value()),
      knowledge(model::for_tests::table(), {}, {},
                {{"XX-2020-TEST", "A fictional case of the street", 2020, "XX", "PB1"}}),
      recovery(crypto::make_keypair()),
      database_(make_database(scratch_, clock.now())),
      keys_(set_up(*database_, clock, ids, recovery, home_of(own_key, own_kind))),
      hub{*database_, clock, ids, keys_, knowledge, settings} {
  settings.password_cost = {.memory_kib = 64, .passes = 1};
  if (!own_key.empty()) {
    (own_kind == OrganisationKind::station ? station_a : firm_a) = registered(own_key);
    return;
  }
  add_police();
  add_firms();
}

Organisation TestHub::registered(const std::string& key) {
  return database_->read([&](db::Connection& connection) {
    return store::find_organisation_by_key(connection, key).value();
  });
}

void TestHub::add_police() {
  bureau = registered("bureau");
  station_a = add(police(OrganisationKind::station, "station-a", "甲警察署", "station A", "13109"));
  station_b = add(police(OrganisationKind::station, "station-b", "乙警察署", "station B", "13103"));
  prefecture =
      add(police(OrganisationKind::prefecture, "prefecture", "県警察", "prefecture", "27"));
}

void TestHub::add_firms() {
  firm_a = add_firm("firm-a", "semiconductor", "13109", "station-a");
  firm_b = add_firm("firm-b", "semiconductor", "13109", "station-a");
  firm_c = add_firm("firm-c", "battery", "13103", "station-b");
}

Organisation TestHub::add(Organisation organisation) {
  organisation.id = ids.make<Organisation>(clock.now());
  database_->write([&](db::Connection& connection) {
    auto commitment =
        store::add_organisation(connection, keys_, organisation, search_text_of(organisation));
    record(hub, connection, operator_principal("test"),
           {.action = "organisation.found",
            .object_kind = "organisation",
            .object = organisation.id.bytes,
            .commitment = std::move(commitment)});
  });
  return organisation;
}

Organisation TestHub::add_firm(const std::string& key, const std::string& sector,
                               const std::string& area, const std::string& station) {
  return add(firm(key, sector, area, station));
}

Principal TestHub::person(const Organisation& organisation, const std::vector<Role>& roles,
                          const std::string& name) {
  base::ensure(!roles.empty(), "a person in a test has a role");
  const auto called =
      name.empty() ? fmt::format("{}.{}", base::word_of(roles.front()), organisation.key) : name;
  return database_->write([&](db::Connection& connection) {
    if (const auto there = store::find_account_by_name(connection, keys_, called))
      return store::find_principal(connection, there->account.id).value();
    store::StoredAccount stored;
    stored.account.id = ids.make<model::Account>(clock.now());
    stored.account.organisation = organisation.id;
    stored.account.name = called;
    stored.account.display = called;
    stored.account.email = called + "@example.jp";
    stored.account.roles = roles;
    stored.account.state = model::AccountState::active;
    auto commitment = store::add_account(connection, keys_, stored);
    record(hub, connection, operator_principal("test"),
           {.action = "account.invite",
            .object_kind = "account",
            .object = stored.account.id.bytes,
            .commitment = std::move(commitment)});
    return store::find_principal(connection, stored.account.id).value();
  });
}

Principal TestHub::employee_a() {
  return person(firm_a, {Role::employee});
}
Principal TestHub::officer_a() {
  return person(firm_a, {Role::company_officer});
}
Principal TestHub::officer_b() {
  return person(firm_b, {Role::company_officer});
}
Principal TestHub::officer_c() {
  return person(firm_c, {Role::company_officer});
}
Principal TestHub::station_officer_a() {
  return person(station_a, {Role::station_officer});
}
Principal TestHub::station_officer_b() {
  return person(station_b, {Role::station_officer});
}
Principal TestHub::analyst() {
  return person(bureau, {Role::analyst});
}
Principal TestHub::analyst_2() {
  return person(bureau, {Role::analyst}, "analyst-2.bureau");
}
Principal TestHub::approver() {
  return person(bureau, {Role::approver});
}
Principal TestHub::approver_2() {
  return person(prefecture, {Role::approver});
}
Principal TestHub::investigator() {
  return person(bureau, {Role::investigator});
}
Principal TestHub::liaison() {
  return person(prefecture, {Role::liaison});
}
Principal TestHub::custodian() {
  return person(bureau, {Role::custodian});
}
Principal TestHub::custodian_2() {
  return person(bureau, {Role::custodian}, "custodian-2.bureau");
}
Principal TestHub::auditor() {
  return person(bureau, {Role::auditor});
}
Principal TestHub::administrator() {
  return person(bureau, {Role::administrator});
}
Principal TestHub::jobs() {
  return system_principal("system:jobs");
}

std::vector<std::string> TestHub::recorded_actions() {
  return database_->read([](db::Connection& connection) {
    std::vector<std::string> actions;
    store::for_each_in_chain(connection, [&](const store::ChainRow& row) {
      actions.push_back(row.sealed.entry.action);
    });
    for (const auto& entry : store::list_pending(connection, 1'000'000))
      actions.push_back(entry.action);
    return actions;
  });
}

db::Row TestHub::row(std::string_view sql) {
  return database_->read([&](db::Connection& connection) { return db::get_row(connection, sql); });
}

void TestHub::change(std::string_view sql) {
  database_->write([&](db::Connection& connection) { connection.execute(sql); });
}

}  // namespace workflow
