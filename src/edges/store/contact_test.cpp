#include "edges/store/contact.h"

#include <gtest/gtest.h>

#include "edges/store/test_store.h"

namespace store {
namespace {

model::Contact make_contact(TestStore& store) {
  model::Contact contact;
  contact.id = store.ids.make<model::Contact>(store.now);
  contact.organisation = store.firm.id;
  contact.name = "架空 花子";
  contact.role = "security officer";
  contact.email = "hanako@example.jp";
  contact.takes_alerts = true;
  return contact;
}

TEST(contact_store, gives_back_what_was_written_and_keeps_it_sealed) {
  TestStore store;
  auto contact = make_contact(store);
  EXPECT_EQ(add_contact(store.connection, store.keys, contact).size(), 32U);
  EXPECT_EQ(find_contact(store.connection, store.keys, contact.id).value(), contact);
  EXPECT_EQ(list_contacts(store.connection, store.keys, store.firm.id).size(), 1U);
  const auto body = db::get_row(store.connection, "SELECT body FROM contact").bytes(0);
  EXPECT_EQ(base::to_text(body).find("hanako"), std::string::npos);
}

TEST(contact_store, changes_only_what_was_read_last) {
  TestStore store;
  auto contact = make_contact(store);
  const auto first = add_contact(store.connection, store.keys, contact);
  auto stale = contact;
  contact.phone = "+81312345678";
  const auto second = update_contact(store.connection, store.keys, contact);
  ASSERT_TRUE(second);
  EXPECT_NE(*second, first);
  EXPECT_EQ(find_contact(store.connection, store.keys, contact.id)->phone, "+81312345678");
  EXPECT_EQ(update_contact(store.connection, store.keys, stale).error().kind,
            base::ErrorKind::precondition_failed);
}

TEST(contact_store, forgets_a_removed_contact) {
  TestStore store;
  auto contact = make_contact(store);
  static_cast<void>(add_contact(store.connection, store.keys, contact));
  EXPECT_TRUE(remove_contact(store.connection, store.firm.id, contact.id));
  EXPECT_FALSE(remove_contact(store.connection, store.firm.id, contact.id));
  EXPECT_FALSE(find_contact(store.connection, store.keys, contact.id));
  EXPECT_EQ(update_contact(store.connection, store.keys, contact).error().kind,
            base::ErrorKind::not_found);
}

TEST(contact_store, opens_nothing_under_another_master_key) {
  TestStore store;
  auto contact = make_contact(store);
  static_cast<void>(add_contact(store.connection, store.keys, contact));
  const Keys other{crypto::Key32({9}), store.keys.blind, store.keys.signing};
  EXPECT_THROW(static_cast<void>(find_contact(store.connection, other, contact.id)),
               base::OutsideFailure);
}

}  // namespace
}  // namespace store
