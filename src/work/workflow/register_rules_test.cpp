#include "work/workflow/register_rules.h"

#include <gtest/gtest.h>

namespace workflow {
namespace {

using base::ErrorKind;
using model::OrganisationKind;
using model::Role;
using Secret = base::Sensitive<std::string>;

TEST(check_key, takes_small_letters_digits_and_hyphens) {
  for (const auto* key : {"org-semi-a", "a1", "9-lives"})
    EXPECT_TRUE(check_key(key, "/key")) << key;
  for (const auto* key : {"", "a", "-a", "Org", "a b", "a.b", "a_b", "架空"})
    EXPECT_FALSE(check_key(key, "/key")) << key;
  EXPECT_FALSE(check_key(std::string(101, 'a'), "/key"));
}

TEST(check_sign_in_name, takes_dots_and_underscores_too) {
  for (const auto* name : {"hanako", "hanako.y", "officer_2"})
    EXPECT_TRUE(check_sign_in_name(name, "/name")) << name;
  for (const auto* name : {"", "h", ".hanako", "Hanako", "hanako y", "花子"})
    EXPECT_FALSE(check_sign_in_name(name, "/name")) << name;
}

TEST(check_organisation, keeps_territories_for_the_police_and_stations_for_firms) {
  model::Organisation firm;
  firm.key = "firm-a";
  firm.name.en = "Fictional firm";
  firm.station = "station-a";
  EXPECT_TRUE(check_organisation(firm));
  firm.territory = {"13"};
  EXPECT_EQ(check_organisation(firm).error().issues.front().pointer, "/territory");
  model::Organisation station;
  station.kind = OrganisationKind::station;
  station.key = "station-a";
  station.name.ja = "架空警察署";
  station.territory = {"13", "131", "13109"};
  EXPECT_TRUE(check_organisation(station));
  station.station = "station-b";
  EXPECT_EQ(check_organisation(station).error().issues.front().pointer, "/station");
  station.station.clear();
  station.territory = {"13", "", "1310x", "131090"};
  EXPECT_EQ(check_organisation(station).error().issues.size(), 3U);
}

TEST(check_roles, wants_some_each_once_and_fitting) {
  EXPECT_TRUE(check_roles({Role::analyst, Role::approver}, OrganisationKind::bureau, false));
  EXPECT_EQ(check_roles({}, OrganisationKind::bureau, false).error().kind,
            ErrorKind::invalid_input);
  EXPECT_FALSE(check_roles({Role::analyst, Role::analyst}, OrganisationKind::bureau, false));
  EXPECT_EQ(check_roles({Role::employee, Role::auditor}, OrganisationKind::company, false)
                .error()
                .issues.front()
                .pointer,
            "/roles/1");
  EXPECT_TRUE(check_roles({Role::auditor}, OrganisationKind::company, true));
}

TEST(check_password, wants_twelve_characters_beyond_the_name) {
  for (const auto* good :
       {"four fictional words", "ひとつふたつみっつよっつ", "hanako and nineteen crows"})
    EXPECT_TRUE(check_password(Secret(good), "hanako")) << good;
  for (const auto* weak : {"", "eleven chrs", "hanako-secret", "HANAKO-secret", "abababababababab",
                           "ひとつふたつみっつ"})
    EXPECT_FALSE(check_password(Secret(weak), "hanako")) << weak;
  EXPECT_FALSE(check_password(Secret(std::string(1025, 'x')), "hanako"));
}

TEST(search_text, is_folded_on_both_sides) {
  model::Organisation firm;
  firm.key = "firm-a";
  firm.name = {"ｶｸｳ電機", "Fictional ELECTRIC"};
  firm.sector = "semiconductor";
  const auto text = search_text_of(firm);
  for (const auto* word : {"カクウ", "ＥＬＥＣＴＲＩＣ", "Semiconductor", "firm-a"})
    EXPECT_NE(text.find(fold_for_search(word)), std::string::npos) << word;
}

}  // namespace
}  // namespace workflow
