#include "edges/store/organisation.h"

#include <chrono>

#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

using model::Organisation;
using model::OrganisationKind;

rights::Scope everything() {
  rights::Scope scope;
  scope.all = true;
  return scope;
}

std::vector<std::string> keys_of(const std::vector<Organisation>& organisations) {
  std::vector<std::string> found;
  for (const auto& organisation : organisations)
    found.push_back(organisation.key);
  return found;
}

std::vector<std::string> listed(TestStore& store, const OrganisationFilter& filter) {
  return keys_of(list_organisations(store.connection, filter, {}).items);
}

TEST(organisation_store, gives_back_what_was_written) {
  TestStore store;
  EXPECT_EQ(find_organisation(store.connection, store.firm.id).value(), store.firm);
  EXPECT_EQ(find_organisation_by_key(store.connection, "org-semi-a").value(), store.firm);
  EXPECT_FALSE(find_organisation_by_key(store.connection, "org-semi"));
  EXPECT_FALSE(find_organisation(store.connection, {}));
}

TEST(organisation_store, takes_a_key_once) {
  TestStore store;
  EXPECT_THROW(store.add_firm("org-semi-a"), db::ConstraintViolation);
}

TEST(organisation_store, changes_only_what_was_read_last) {
  TestStore store;
  auto mine = store.firm;
  auto theirs = store.firm;
  mine.sector = "battery";
  mine.sites = {{"工場", "14100", "", std::nullopt, std::nullopt}};
  const auto commitment = update_organisation(store.connection, mine, "x");
  ASSERT_TRUE(commitment);
  EXPECT_EQ(commitment->size(), 32U);
  EXPECT_EQ(mine.revision, 2);
  EXPECT_EQ(find_organisation(store.connection, store.firm.id)->sector, "battery");
  EXPECT_EQ(update_organisation(store.connection, theirs, "x").error().kind,
            base::ErrorKind::precondition_failed);
}

TEST(organisation_store, lists_what_a_scope_covers) {
  TestStore store;
  store.add_firm("b-near", "13103");
  store.add_firm("c-far", "27100");
  store.add_firm("d-assigned", "27100", "station-a");
  EXPECT_EQ(listed(store, {.scope = everything()}),
            (std::vector<std::string>{"b-near", "c-far", "d-assigned", "org-semi-a"}));
  EXPECT_TRUE(listed(store, {}).empty());
  rights::Scope station;
  station.areas = {"1310"};
  station.addressed = true;
  EXPECT_EQ(listed(store, {.scope = station, .reader_key = "station-a"}),
            (std::vector<std::string>{"b-near", "d-assigned", "org-semi-a"}));
  rights::Scope own;
  own.own = true;
  own.organisation = store.firm.id;
  EXPECT_EQ(listed(store, {.scope = own}), (std::vector<std::string>{"org-semi-a"}));
}

TEST(organisation_store, filters_by_kind_station_and_words) {
  TestStore store;
  store.add_firm("b-50%_off", "27100", "station-a");
  EXPECT_EQ(listed(store, {.scope = everything(), .station = "station-a"}).size(), 1U);
  EXPECT_EQ(listed(store, {.scope = everything(), .kind = OrganisationKind::station}).size(), 0U);
  EXPECT_EQ(listed(store, {.scope = everything(), .folded_text = "架空の"}).size(), 2U);
  EXPECT_EQ(listed(store, {.scope = everything(), .folded_text = "50%_"}).size(), 1U);
  EXPECT_EQ(listed(store, {.scope = everything(), .folded_text = "a%c"}).size(), 0U);
}

TEST(organisation_store, pages_without_gaps_or_repeats) {
  TestStore store;
  for (int number = 100; number < 125; ++number)
    store.add_firm("firm-" + std::to_string(number));
  std::vector<std::string> seen;
  model::PageRequest page{.after = "", .limit = 10};
  do {
    const auto found = list_organisations(store.connection, {.scope = everything()}, page);
    for (const auto& key : keys_of(found.items))
      seen.push_back(key);
    page.after = found.next;
  } while (!page.after.empty());
  EXPECT_EQ(seen.size(), 26U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(organisation_store, knows_the_firms_of_a_station_and_the_police_of_an_area) {
  TestStore store;
  Organisation station;
  station.kind = OrganisationKind::station;
  station.id = store.ids.make<Organisation>(store.now);
  station.key = "station-a";
  station.territory = {"13109"};
  static_cast<void>(add_organisation(store.connection, store.keys, station, "station-a"));
  auto bureau = station;
  bureau.kind = OrganisationKind::bureau;
  bureau.id = store.ids.make<Organisation>(store.now);
  bureau.key = "bureau";
  bureau.territory = {"13"};
  static_cast<void>(add_organisation(store.connection, store.keys, bureau, "bureau"));
  store.add_firm("b-assigned", "27100", "station-a");
  store.add_firm("c-far", "13101");
  EXPECT_EQ(keys_of(list_firms_of_station(store.connection, station)),
            (std::vector<std::string>{"b-assigned", "org-semi-a"}));
  EXPECT_EQ(keys_of(list_police_of_area(store.connection, "13109")),
            (std::vector<std::string>{"station-a", "bureau"}));
  EXPECT_TRUE(list_police_of_area(store.connection, "27100").empty());
}

}  // namespace
}  // namespace store
