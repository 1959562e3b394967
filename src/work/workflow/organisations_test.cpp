#include "work/workflow/organisations.h"

#include <gtest/gtest.h>

#include "work/workflow/test_hub.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Organisation;
using model::OrganisationKind;

Organisation new_firm(const std::string& key, const std::string& area = "13109") {
  Organisation firm;
  firm.key = key;
  firm.name = {"架空ﾃﾞﾝｷ", "Fictional Electric"};
  firm.sector = "semiconductor";
  firm.sites = {{"本社", area, "", std::nullopt, std::nullopt}};
  firm.fictional = true;
  return firm;
}

Organisation new_station(const std::string& key) {
  Organisation station;
  station.kind = OrganisationKind::station;
  station.key = key;
  station.name = {"架空警察署", "Fictional station"};
  station.territory = {"14100"};
  return station;
}

ErrorKind kind_of(const base::Result<Organisation>& result) {
  return result ? ErrorKind::unavailable : result.error().kind;
}

TEST(add_organisation, keeps_it_and_records_who_did_it) {
  TestHub test;
  const auto made = add_organisation(test.hub, test.analyst(), new_firm("firm-new"));
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_EQ(made->revision, 1);
  EXPECT_EQ(open_organisation(test.hub, test.analyst(), made->id).value(), *made);
  EXPECT_EQ(test.recorded_actions().back(), "organisation.edit");
}

TEST(add_organisation, is_for_stations_in_their_territory_and_for_the_bureau) {
  TestHub test;
  const auto officer = test.station_officer_a();
  EXPECT_TRUE(add_organisation(test.hub, officer, new_firm("near")));
  EXPECT_EQ(kind_of(add_organisation(test.hub, officer, new_firm("far", "27100"))),
            ErrorKind::not_found);
  EXPECT_EQ(kind_of(add_organisation(test.hub, test.officer_a(), new_firm("own"))),
            ErrorKind::forbidden);
  EXPECT_EQ(kind_of(add_organisation(test.hub, TestHub::anonymous(), new_firm("x1"))),
            ErrorKind::unauthenticated);
}

TEST(add_organisation, with_police_powers_is_for_an_administrator_alone) {
  TestHub test;
  EXPECT_EQ(kind_of(add_organisation(test.hub, test.analyst(), new_station("station-new"))),
            ErrorKind::forbidden);
  EXPECT_EQ(kind_of(add_organisation(test.hub, test.station_officer_a(), new_station("s-2"))),
            ErrorKind::forbidden);
  EXPECT_TRUE(add_organisation(test.hub, test.administrator(), new_station("station-new")));
  EXPECT_EQ(test.recorded_actions().back(), "organisation.found");
}

TEST(add_organisation, refuses_a_taken_key_and_a_station_that_is_none) {
  TestHub test;
  EXPECT_EQ(kind_of(add_organisation(test.hub, test.analyst(), new_firm("firm-a"))),
            ErrorKind::conflict);
  auto firm = new_firm("firm-new");
  firm.station = "firm-a";
  const auto refused = add_organisation(test.hub, test.analyst(), firm);
  ASSERT_EQ(kind_of(refused), ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/station");
}

TEST(add_organisation, names_every_field_that_is_wrong) {
  TestHub test;
  Organisation wrong;
  wrong.key = "No Key";
  wrong.territory = {"13"};
  wrong.sites = {{"x", "1310", "", std::nullopt, std::nullopt}};
  const auto refused = add_organisation(test.hub, test.analyst(), wrong);
  ASSERT_EQ(kind_of(refused), ErrorKind::invalid_input);
  std::vector<std::string> pointers;
  for (const auto& issue : refused.error().issues)
    pointers.push_back(issue.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/key", "/name", "/territory", "/sites/0/area"}));
}

TEST(add_organisation, sent_twice_with_one_key_is_added_once) {
  TestHub test;
  const auto analyst = test.analyst();
  const RequestKey request{"request-1", "hash"};
  const auto first = add_organisation(test.hub, analyst, new_firm("firm-new"), request);
  const auto second = add_organisation(test.hub, analyst, new_firm("firm-new"), request);
  ASSERT_TRUE(second) << second.error().text();
  EXPECT_EQ(first->id, second->id);
  EXPECT_EQ(kind_of(add_organisation(test.hub, analyst, new_firm("firm-other"),
                                     {"request-1", "other hash"})),
            ErrorKind::conflict);
  EXPECT_TRUE(add_organisation(test.hub, test.analyst_2(), new_firm("firm-other"),
                               {"request-1", "other hash"}));
}

TEST(edit_organisation, changes_what_was_read_and_nothing_else) {
  TestHub test;
  auto wanted = test.firm_a;
  wanted.sector = "battery";
  const auto changed = edit_organisation(test.hub, test.analyst(), test.firm_a.id, 1, wanted);
  ASSERT_TRUE(changed) << changed.error().text();
  EXPECT_EQ(changed->revision, 2);
  EXPECT_EQ(kind_of(edit_organisation(test.hub, test.analyst(), test.firm_a.id, 1, wanted)),
            ErrorKind::precondition_failed);
  wanted.key = "other-key";
  EXPECT_EQ(kind_of(edit_organisation(test.hub, test.analyst(), test.firm_a.id, 2, wanted)),
            ErrorKind::refused);
}

TEST(edit_organisation, cannot_give_or_take_police_powers_without_an_administrator) {
  TestHub test;
  auto risen = test.firm_a;
  risen.kind = OrganisationKind::station;
  risen.station.clear();
  EXPECT_EQ(kind_of(edit_organisation(test.hub, test.analyst(), test.firm_a.id, 1, risen)),
            ErrorKind::forbidden);
  auto fallen = test.station_a;
  fallen.kind = OrganisationKind::company;
  fallen.territory.clear();
  EXPECT_EQ(kind_of(edit_organisation(test.hub, test.analyst(), test.station_a.id, 1, fallen)),
            ErrorKind::forbidden);
  EXPECT_EQ(kind_of(edit_organisation(test.hub, test.station_officer_a(), test.firm_c.id, 1,
                                      test.firm_c)),
            ErrorKind::not_found);
}

TEST(list_organisations, shows_each_reader_his_part) {
  TestHub test;
  const auto keys_for = [&](const model::Principal& principal, const OrganisationQuery& query) {
    std::vector<std::string> keys;
    const auto found = list_organisations(test.hub, principal, query, {});
    for (const auto& organisation : found->items)
      keys.push_back(organisation.key);
    return keys;
  };
  const OrganisationQuery firms{.kind = OrganisationKind::company};
  EXPECT_EQ(keys_for(test.analyst(), firms),
            (std::vector<std::string>{"firm-a", "firm-b", "firm-c"}));
  EXPECT_EQ(keys_for(test.station_officer_a(), firms),
            (std::vector<std::string>{"firm-a", "firm-b"}));
  EXPECT_EQ(keys_for(test.officer_c(), {}), (std::vector<std::string>{"firm-c"}));
  EXPECT_EQ(list_organisations(test.hub, test.custodian(), {}, {}).error().kind,
            ErrorKind::forbidden);
}

TEST(list_organisations, finds_words_however_they_are_written) {
  TestHub test;
  ASSERT_TRUE(add_organisation(test.hub, test.analyst(), new_firm("firm-new")));
  for (const auto* text : {"デンキ", "ﾃﾞﾝｷ", "ELECTRIC", "ｅｌｅｃｔｒｉｃ", "Firm-New"})
    EXPECT_EQ(list_organisations(test.hub, test.analyst(), {.text = text}, {})->items.size(), 1U)
        << text;
}

TEST(import_organisations, adds_all_or_none_and_leaves_what_is_there) {
  TestHub test;
  const auto administrator = test.administrator();
  EXPECT_EQ(import_organisations(test.hub, administrator,
                                 {new_firm("firm-a"), new_firm("n1"), new_firm("n2")})
                .value(),
            2U);
  auto lost = new_firm("n4");
  lost.station = "nowhere";
  EXPECT_FALSE(import_organisations(test.hub, administrator, {new_firm("n3"), lost}));
  EXPECT_TRUE(list_organisations(test.hub, test.analyst(), {.text = "n3"}, {})->items.empty());
  EXPECT_EQ(import_organisations(test.hub, test.analyst(), {}).error().kind, ErrorKind::forbidden);
}

}  // namespace
}  // namespace workflow
