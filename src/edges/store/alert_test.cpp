#include "edges/store/alert.h"

#include <map>

#include <gtest/gtest.h>

#include "edges/store/delivery.h"
#include "edges/store/outbox.h"
#include "edges/store/test_store.h"

namespace store {
namespace {

using model::AlertProduct;
using model::AlertState;

class alert_store : public testing::Test {
 protected:
  TestStore store;

  StoredAlert add(AlertProduct product = AlertProduct::warning,
                  AlertState state = AlertState::draft) {
    StoredAlert stored;
    auto& alert = stored.alert;
    alert.id = store.ids.make<model::Alert>(store.now);
    alert.organisation = store.firm.id;
    alert.product = product;
    alert.state = state;
    alert.sources = {store.ids.make<model::Report>(store.now)};
    alert.dossier = store.ids.make<model::Dossier>(store.now);
    alert.text.title = {"秘密の題", "secret title"};
    alert.made_at = store.now;
    alert.expires_at = store.now + std::chrono::days(1);
    commitments[alert.id] = insert_alert(store.connection, store.keys, stored);
    return stored;
  }

  StoredDelivery deliver(const model::Alert& alert, const model::Organisation& firm,
                         int correction = 0) {
    StoredDelivery stored;
    stored.delivery.id = store.ids.make<model::Delivery>(store.now);
    stored.delivery.alert = alert.id;
    stored.delivery.organisation = firm.id;
    stored.delivery.organisation_key = firm.key;
    stored.delivery.correction = correction;
    stored.delivery.correction_text = {"秘密の訂正", "secret correction"};
    stored.delivery.made_at = store.now;
    last_commitment = insert_delivery(store.connection, store.keys, stored);
    return stored;
  }

  [[nodiscard]] std::vector<CommittedContent> content(const ContentSource& source) {
    std::vector<CommittedContent> found;
    source.for_each(store.connection, store.keys,
                    [&](const CommittedContent& one) { found.push_back(one); });
    return found;
  }
  [[nodiscard]] CommittedContent only_alert() { return content(alert_content().at(0)).at(0); }
  [[nodiscard]] CommittedContent only_opening() { return content(alert_content().at(1)).at(0); }

  std::map<base::Id<model::Alert>, base::Bytes> commitments;
  base::Bytes last_commitment;
};

TEST_F(alert_store, gives_back_what_was_written_and_keeps_it_sealed) {
  auto stored = add();
  auto found = find_alert(store.connection, store.keys, stored.alert.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->alert.text, stored.alert.text);
  EXPECT_EQ(found->alert.dossier, stored.alert.dossier);
  EXPECT_EQ(found->alert.sources, stored.alert.sources);
  auto body = db::get_row(store.connection, "SELECT body FROM alert").bytes(0);
  EXPECT_EQ(base::to_text(body).find("secret"), std::string::npos);
}

TEST_F(alert_store, changes_only_what_was_read_last) {
  auto stored = add();
  auto stale = stored;
  stored.alert.state = AlertState::submitted;
  auto commitment = update_alert(store.connection, stored);
  ASSERT_TRUE(commitment);
  EXPECT_NE(*commitment, commitments[stored.alert.id]);
  EXPECT_EQ(find_alert(store.connection, store.keys, stored.alert.id)->alert.state,
            AlertState::submitted);
  auto refused = update_alert(store.connection, stale);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::precondition_failed);
}

TEST_F(alert_store, is_found_by_report_and_by_dossier) {
  auto stored = add();
  add();
  EXPECT_EQ(find_alerts_of_report(store.connection, stored.alert.sources[0]),
            std::vector{stored.alert.id});
  EXPECT_EQ(find_alerts_of_dossier(store.connection, stored.alert.dossier),
            std::vector{stored.alert.id});
}

TEST_F(alert_store, lists_by_state_newest_first_page_by_page) {
  auto first = add();
  auto second = add();
  add(AlertProduct::warning, AlertState::sent);
  AlertFilter drafts;
  drafts.state = AlertState::draft;
  auto page = list_alerts(store.connection, store.keys, drafts, {"", 1});
  ASSERT_EQ(page.items.size(), 1U);
  EXPECT_EQ(page.items[0].id, second.alert.id);
  page = list_alerts(store.connection, store.keys, drafts, {page.next, 1});
  ASSERT_EQ(page.items.size(), 1U);
  EXPECT_EQ(page.items[0].id, first.alert.id);
  EXPECT_EQ(page.next, "");
}

TEST_F(alert_store, lists_what_was_delivered_to_some_firms) {
  auto sent = add();
  add();
  auto other = store.add_firm("org-b");
  deliver(sent.alert, store.firm);
  AlertFilter filter;
  filter.delivered_to = {store.firm.id};
  EXPECT_EQ(list_alerts(store.connection, store.keys, filter, {}).items.size(), 1U);
  filter.delivered_to = {other.id};
  EXPECT_TRUE(list_alerts(store.connection, store.keys, filter, {}).items.empty());
  filter.delivered_to.emplace();
  EXPECT_TRUE(list_alerts(store.connection, store.keys, filter, {}).items.empty());
  EXPECT_TRUE(was_delivered_to(store.connection, sent.alert.id, {store.firm.id, other.id}));
  EXPECT_FALSE(was_delivered_to(store.connection, sent.alert.id, {other.id}));
}

TEST_F(alert_store, lists_notices_until_they_expire) {
  add(AlertProduct::public_notice, AlertState::draft);
  add(AlertProduct::warning, AlertState::sent);
  auto notice = add(AlertProduct::public_notice, AlertState::sent);
  auto in_force = list_notices_in_force(store.connection, store.keys, store.now);
  ASSERT_EQ(in_force.size(), 1U);
  EXPECT_EQ(in_force[0].id, notice.alert.id);
  EXPECT_TRUE(list_notices_in_force(store.connection, store.keys, store.now + std::chrono::days(1))
                  .empty());
}

TEST_F(alert_store, remembers_who_opened_which_source) {
  auto stored = add();
  auto report = stored.alert.sources[0];
  const SourceOpening opening{{7}, "approver", report, store.now};
  const auto commitment = mark_source_opened(store.connection, stored.alert, opening);
  EXPECT_EQ(only_opening().commitment, commitment);
  EXPECT_FALSE(mark_source_opened(store.connection, stored.alert, opening));
  EXPECT_EQ(list_opened_sources(store.connection, stored.alert, "approver"), std::vector{report});
  EXPECT_TRUE(list_opened_sources(store.connection, stored.alert, "other").empty());
}

TEST_F(alert_store, an_altered_column_no_longer_fits_its_commitment) {
  auto stored = add();
  EXPECT_EQ(only_alert().commitment, commitments[stored.alert.id]);
  EXPECT_EQ(only_alert().problem, "");
  store.connection.execute("UPDATE alert SET state = 'approved'");
  EXPECT_NE(only_alert().commitment, commitments[stored.alert.id]);
}

TEST_F(alert_store, a_source_that_was_exchanged_is_noticed) {
  add();
  store.connection.execute("UPDATE alert_source SET report_id = org_id");
  EXPECT_NE(only_alert().problem, "");
}

TEST_F(alert_store, an_opening_under_another_name_no_longer_fits_its_commitment) {
  auto stored = add();
  const SourceOpening opening{{7}, "approver", stored.alert.sources[0], store.now};
  const auto commitment = mark_source_opened(store.connection, stored.alert, opening);
  store.connection.execute("UPDATE alert_opening SET account_name = 'somebody else'");
  EXPECT_NE(only_opening().commitment, commitment);
}

TEST_F(alert_store, a_delivery_comes_back_and_changes_only_as_read_last) {
  auto stored = deliver(add().alert, store.firm);
  auto found = find_delivery(store.connection, store.keys, stored.delivery.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->delivery.correction_text.en, "secret correction");
  auto stale = *found;
  found->delivery.acknowledged = {"hanako", store.now, model::Yes::yes, 2, ""};
  auto commitment = update_delivery(store.connection, *found);
  ASSERT_TRUE(commitment);
  EXPECT_EQ(content(delivery_content()).at(0).commitment, *commitment);
  EXPECT_FALSE(update_delivery(store.connection, stale));
  auto again = find_delivery(store.connection, store.keys, stored.delivery.id);
  EXPECT_EQ(again->delivery.acknowledged->own_logs_hits, 2);
}

TEST_F(alert_store, a_recipient_has_one_delivery_for_each_correction) {
  auto alert = add().alert;
  deliver(alert, store.firm);
  deliver(alert, store.firm, 1);
  EXPECT_THROW(deliver(alert, store.firm, 1), db::ConstraintViolation);
  EXPECT_TRUE(find_delivery_of(store.connection, store.keys, store.firm.id, alert.id, 1));
  EXPECT_FALSE(find_delivery_of(store.connection, store.keys, store.firm.id, alert.id, 2));
  EXPECT_EQ(list_deliveries_of_alert(store.connection, store.keys, alert.id).size(), 2U);
  auto inbox = list_inbox(store.connection, store.keys, store.firm.id, {});
  ASSERT_EQ(inbox.items.size(), 2U);
  EXPECT_EQ(inbox.items[0].correction, 1);
}

TEST_F(alert_store, an_inbox_holds_only_its_own) {
  auto alert = add().alert;
  auto other = store.add_firm("org-b");
  deliver(alert, other);
  EXPECT_TRUE(list_inbox(store.connection, store.keys, store.firm.id, {}).items.empty());
}

TEST_F(alert_store, one_mail_a_contact_and_occasion) {
  auto delivery = deliver(add().alert, store.firm).delivery;
  OutboxMail mail;
  mail.id = store.ids.make<OutboxMail>(store.now);
  mail.organisation = store.firm.id;
  mail.delivery = delivery.id;
  mail.contact = store.ids.make<model::Contact>(store.now);
  mail.occasion = "notice";
  mail.message_id = "x@y";
  mail.made_at = store.now;
  EXPECT_TRUE(add_mail(store.connection, mail));
  auto twin = mail;
  twin.id = store.ids.make<OutboxMail>(store.now);
  EXPECT_FALSE(add_mail(store.connection, twin));
  mail.state = model::NoticeState::sent;
  mail.attempts = 2;
  mail.sent_at = store.now;
  update_mail(store.connection, mail);
  EXPECT_EQ(find_mail(store.connection, mail.id)->attempts, 2);
  auto mails = list_mails_of(store.connection, delivery);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails[0].state, model::NoticeState::sent);
  EXPECT_EQ(mails[0].sent_at, store.now);
}

}  // namespace
}  // namespace store
