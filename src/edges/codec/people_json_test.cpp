#include <gtest/gtest.h>

#include "edges/codec/account_json.h"
#include "edges/codec/audit_json.h"
#include "edges/codec/organisation_json.h"

namespace codec {
namespace {

model::Organisation firm() {
  model::Organisation firm;
  firm.id.bytes[15] = 7;
  firm.key = "org-semi-a";
  firm.name = {"架空半導体", "Fictional Semiconductors"};
  firm.sector = "semiconductor";
  firm.technologies = {"semiconductor.etching"};
  firm.sites = {{"本社", "13109", "", 35.62, 139.72}, {"工場", "", "", {}, {}}};
  firm.station = "station-a";
  firm.fictional = true;
  firm.revision = 3;
  return firm;
}

TEST(organisation_json, reads_back_what_it_wrote) {
  EXPECT_EQ(decode<model::Organisation>(encode(firm())).value(), firm());
  auto open = firm();
  open.reports_held = false;
  EXPECT_EQ(decode<model::Organisation>(encode(open)).value(), open);
}

TEST(organisation_json, of_an_edit_has_no_id_and_no_revision) {
  auto expected = firm();
  expected.id = {};
  expected.revision = 0;
  EXPECT_EQ(decode<OrganisationEdit>(encode(OrganisationEdit{firm()})).value().organisation,
            expected);
  const auto refused = decode<OrganisationEdit>(encode(firm()));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/id");
}

TEST(organisation_json, refuses_half_a_coordinate) {
  const auto refused = decode<OrganisationEdit>(
      R"({"key":"a","kind":"company","name":{"ja":"","en":""},"sites":[{"name":"x","lat":1}]})");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/sites/0/lat");
}

TEST(contact_json, reads_back_what_it_wrote) {
  model::Contact contact;
  contact.id.bytes[15] = 1;
  contact.organisation.bytes[15] = 2;
  contact.name = "架空 花子";
  contact.role = "security";
  contact.email = "hanako@example.jp";
  contact.takes_alerts = true;
  contact.verified = model::Contact::Verified{"called the switchboard", "officer-a", {1'000'000}};
  EXPECT_EQ(decode<model::Contact>(encode(contact)).value(), contact);
  EXPECT_FALSE(decode<ContactEdit>(encode(contact)));
}

TEST(account_json, reads_back_what_it_wrote) {
  model::Account account;
  account.id.bytes[15] = 1;
  account.organisation.bytes[15] = 2;
  account.name = "analyst-a";
  account.display = "架空 太郎";
  account.roles = {model::Role::analyst, model::Role::approver};
  account.state = model::AccountState::active;
  account.language = "en";
  EXPECT_EQ(decode<model::Account>(encode(account)).value(), account);
}

TEST(audit_json, shows_the_entry_in_its_place) {
  model::SealedEntry sealed;
  sealed.sequence = 12;
  sealed.entry.action = "report.release";
  sealed.entry.object_kind = "report";
  sealed.entry.principal = "officer-a";
  sealed.entry.commitment = {1, 2, 3};
  sealed.hash = {4, 5, 6};
  const auto read = decode<model::SealedEntry>(encode(sealed)).value();
  EXPECT_EQ(read.sequence, 12);
  EXPECT_EQ(read.entry.action, "report.release");
  EXPECT_EQ(read.entry.commitment, sealed.entry.commitment);
  EXPECT_EQ(read.hash, sealed.hash);
}

}  // namespace
}  // namespace codec
