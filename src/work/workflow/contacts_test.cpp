#include "work/workflow/contacts.h"

#include <gtest/gtest.h>

#include "work/workflow/test_hub.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Contact;

Contact new_contact() {
  Contact contact;
  contact.name = "架空 花子";
  contact.role = "security officer";
  contact.email = "hanako@example.jp";
  contact.takes_alerts = true;
  return contact;
}

TEST(add_contact, is_kept_for_those_who_look_after_the_firm) {
  TestHub test;
  const auto made = add_contact(test.hub, test.officer_a(), test.firm_a.id, new_contact());
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_FALSE(made->verified);
  for (const auto& reader : {test.officer_a(), test.station_officer_a(), test.analyst()})
    EXPECT_EQ(list_contacts(test.hub, reader, test.firm_a.id).value(), std::vector{*made});
  for (const auto& stranger : {test.officer_b(), test.station_officer_b()})
    EXPECT_EQ(list_contacts(test.hub, stranger, test.firm_a.id).error().kind, ErrorKind::not_found);
  EXPECT_EQ(list_contacts(test.hub, test.administrator(), test.firm_a.id).error().kind,
            ErrorKind::forbidden);
}

TEST(add_contact, names_the_field_that_is_wrong) {
  TestHub test;
  auto nameless = new_contact();
  nameless.name.clear();
  auto silent = new_contact();
  silent.email.clear();
  auto odd = new_contact();
  odd.email = "hanako";
  for (const auto& [contact, pointer] :
       {std::pair{nameless, "/name"}, {silent, "/email"}, {odd, "/email"}}) {
    const auto refused = add_contact(test.hub, test.analyst(), test.firm_a.id, contact);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().issues.front().pointer, pointer);
  }
}

TEST(add_contact, sent_twice_with_one_key_is_added_once) {
  TestHub test;
  const RequestKey request{"request-1", "hash"};
  const auto first = add_contact(test.hub, test.analyst(), test.firm_a.id, new_contact(), request);
  const auto second = add_contact(test.hub, test.analyst(), test.firm_a.id, new_contact(), request);
  ASSERT_TRUE(second) << second.error().text();
  EXPECT_EQ(*first, *second);
}

TEST(list_contacts, is_an_opening_on_the_record) {
  TestHub test;
  ASSERT_TRUE(list_contacts(test.hub, test.analyst(), test.firm_a.id));
  EXPECT_NE(test.recorded_actions().back(), "contact.read");
  ASSERT_TRUE(add_contact(test.hub, test.analyst(), test.firm_a.id, new_contact()));
  ASSERT_TRUE(list_contacts(test.hub, test.analyst(), test.firm_a.id));
  EXPECT_EQ(test.recorded_actions().back(), "contact.read");
}

TEST(verify_contact, is_said_by_the_police_with_the_way_it_was_done) {
  TestHub test;
  const auto made = add_contact(test.hub, test.officer_a(), test.firm_a.id, new_contact());
  const auto verified =
      verify_contact(test.hub, test.station_officer_a(), made->id, "called the switchboard");
  ASSERT_TRUE(verified) << verified.error().text();
  EXPECT_EQ(verified->verified->by, "station_officer.station-a");
  EXPECT_EQ(verified->verified->at, test.clock.now());
  EXPECT_EQ(verify_contact(test.hub, test.officer_a(), made->id, "I know her").error().kind,
            ErrorKind::forbidden);
  EXPECT_EQ(verify_contact(test.hub, test.analyst(), made->id, "").error().kind,
            ErrorKind::invalid_input);
}

TEST(verify_contact, of_ones_own_organisation_is_refused) {
  TestHub test;
  const auto made = add_contact(test.hub, test.analyst(), test.bureau.id, new_contact());
  EXPECT_EQ(verify_contact(test.hub, test.analyst_2(), made->id, "met her").error().kind,
            ErrorKind::forbidden);
}

TEST(edit_contact, undoes_the_verification_of_another_number) {
  TestHub test;
  const auto made = add_contact(test.hub, test.analyst(), test.firm_a.id, new_contact());
  ASSERT_TRUE(verify_contact(test.hub, test.analyst(), made->id, "called the switchboard"));
  auto other_role = new_contact();
  other_role.role = "director";
  const auto kept = edit_contact(test.hub, test.officer_a(), made->id, 2, other_role);
  ASSERT_TRUE(kept) << kept.error().text();
  EXPECT_TRUE(kept->verified);
  auto other_number = other_role;
  other_number.phone = "+81312345678";
  EXPECT_EQ(edit_contact(test.hub, test.officer_a(), made->id, 2, other_number).error().kind,
            ErrorKind::precondition_failed);
  EXPECT_FALSE(edit_contact(test.hub, test.officer_a(), made->id, 3, other_number)->verified);
}

TEST(remove_contact, leaves_a_trace) {
  TestHub test;
  const auto made = add_contact(test.hub, test.analyst(), test.firm_a.id, new_contact());
  EXPECT_FALSE(remove_contact(test.hub, test.officer_b(), made->id));
  EXPECT_TRUE(remove_contact(test.hub, test.officer_a(), made->id));
  EXPECT_EQ(test.recorded_actions().back(), "contact.remove");
  EXPECT_TRUE(list_contacts(test.hub, test.analyst(), test.firm_a.id)->empty());
  EXPECT_EQ(remove_contact(test.hub, test.officer_a(), made->id).error().kind,
            ErrorKind::not_found);
}

}  // namespace
}  // namespace workflow
