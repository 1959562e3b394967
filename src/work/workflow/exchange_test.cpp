#include <gtest/gtest.h>

#include "edges/deliver/bundle_file.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_exchange.h"

namespace workflow {
namespace {

using for_tests::expect_provable;
using for_tests::how;
using for_tests::introduce;
using for_tests::operator_;
using model::BundleItem;

/// A firm with a hub of its own beside that of the bureau; each knows the other.
class Exchange {
 public:
  Exchange() {
    introduce(police, firm);
    introduce(firm, police);
    bureau_at_firm = firm.registered("bureau");
  }

  BundleFile from_firm() { return make_bundle(firm.hub, operator_(), bureau_at_firm.id).value(); }
  BundleFile from_police() {
    return make_bundle(police.hub, operator_(), police.firm_a.id).value();
  }
  static AppliedBundle apply(TestHub& at, const BundleFile& file) {
    return apply_bundle(at.hub, operator_(), file.bytes).value();
  }

  /// Submitted at the firm and released by its officer.
  base::Id<model::Report> report_at_firm(const std::string& name = "セルゲイ") {
    return for_tests::released(firm, firm.officer_a(), for_tests::street_report(name));
  }

  std::vector<model::ReportSummary> reports_at_police() {
    return list_reports(police.hub, police.analyst(), {}, {}).value().items;
  }

  TestHub police;
  TestHub firm{"firm-a"};
  model::Organisation bureau_at_firm;  ///< the bureau in the firm's register
};

TEST(partners, a_hub_is_taken_on_once_and_only_after_a_call) {
  TestHub police;
  TestHub firm("firm-a");
  const auto card = own_card(firm.hub, operator_()).value();
  EXPECT_EQ(fingerprint(card).size(), 16U * 5 - 1);
  EXPECT_EQ(add_partner(police.hub, operator_(), card, " ").error().issues[0].pointer,
            "/verified_how");
  EXPECT_EQ(add_partner(police.hub, police.analyst(), card, how).error().kind,
            base::ErrorKind::forbidden);
  EXPECT_EQ(add_partner(firm.hub, operator_(), card, how).error().kind, base::ErrorKind::refused);
  const auto partner = add_partner(police.hub, police.administrator(), card, how).value();
  EXPECT_EQ(partner.organisation, police.firm_a.id);
  EXPECT_EQ(add_partner(police.hub, operator_(), card, how).error().kind,
            base::ErrorKind::conflict);
}

TEST(partners, a_card_that_is_sent_again_under_its_key_is_one_partner) {
  TestHub police;
  TestHub firm("firm-a");
  const auto card = own_card(firm.hub, operator_()).value();
  const RequestKey key{"k-1", "hash"};
  const auto partner = add_partner(police.hub, police.administrator(), card, how, key).value();
  EXPECT_EQ(add_partner(police.hub, police.administrator(), card, how, key).value().id, partner.id);
}

TEST(partners, a_card_with_a_key_to_which_nothing_can_be_sealed_is_refused) {
  TestHub police;
  TestHub firm("firm-a");
  auto card = own_card(firm.hub, operator_()).value();
  card.sealing_key.assign(32, 0);
  const auto refused = add_partner(police.hub, operator_(), card, how);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::invalid_input);
  EXPECT_EQ(refused.error().issues.front().pointer, "/card/sealing_key");
}

TEST(bundle, brings_exactly_the_bytes_of_the_preview) {
  Exchange exchange;
  const auto id = exchange.report_at_firm();
  const auto preview =
      preview_release(exchange.firm.hub, exchange.firm.officer_a(), id).value().content;
  const auto shown =
      preview_bundle(exchange.firm.hub, exchange.firm.officer_a(), exchange.bureau_at_firm.id);
  ASSERT_TRUE(shown) << shown.error().text();
  ASSERT_EQ(shown->items.size(), 1U);
  EXPECT_EQ(shown->items[0].content, preview);
  const auto file = exchange.from_firm();
  EXPECT_EQ(file.bundle.items, shown->items);
  EXPECT_EQ(file.bytes.find("セルゲイ"), std::string::npos) << "sealed to the bureau";
}

TEST(bundle, a_firms_own_door_brings_held_reports_of_the_firm) {
  Exchange exchange;
  auto& firm = exchange.firm;
  const auto receipt = for_tests::submit(firm, TestHub::anonymous(), for_tests::street_report());
  EXPECT_EQ(receipt.state, model::ReportState::held);
  const auto reports = list_reports(firm.hub, firm.officer_a(), {}, {}).value().items;
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].organisation_key, "firm-a");
  EXPECT_TRUE(
      preview_bundle(firm.hub, operator_(), exchange.bureau_at_firm.id).value().items.empty())
      << "nothing leaves before it is released";
}

TEST(bundle, applies_a_report_once_however_often_it_comes) {
  Exchange exchange;
  exchange.report_at_firm();
  const auto file = exchange.from_firm();
  EXPECT_EQ(Exchange::apply(exchange.police, file).applied, 1U);
  const auto again = Exchange::apply(exchange.police, file);
  EXPECT_EQ(again.applied, 0U);
  EXPECT_EQ(again.were_there, 1U);
  const auto reports = exchange.reports_at_police();
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].organisation_key, "firm-a");
  EXPECT_EQ(reports[0].state, model::ReportState::released);
}

TEST(bundle, stops_repeating_what_was_confirmed) {
  Exchange exchange;
  exchange.report_at_firm();
  const auto lost = exchange.from_firm();
  const auto second = exchange.from_firm();
  EXPECT_EQ(second.bundle.items, lost.bundle.items) << "nothing was confirmed yet";
  Exchange::apply(exchange.police, second);
  const auto back = exchange.from_police();
  ASSERT_EQ(back.bundle.items.size(), 1U);
  EXPECT_EQ(back.bundle.items[0].kind, BundleItem::Kind::confirmation);
  Exchange::apply(exchange.firm, back);
  EXPECT_EQ(make_bundle(exchange.firm.hub, operator_(), exchange.bureau_at_firm.id).error().kind,
            base::ErrorKind::refused);
  EXPECT_EQ(make_bundle(exchange.police.hub, operator_(), exchange.police.firm_a.id).error().kind,
            base::ErrorKind::refused)
      << "a confirmation is not confirmed";
}

TEST(bundle, keeps_the_newest_version_in_whatever_order_they_come) {
  Exchange exchange;
  auto& firm = exchange.firm;
  const auto id = exchange.report_at_firm();
  const auto first = exchange.from_firm();
  auto corrected = for_tests::street_report("アンドレイ");
  const auto record = open_report(firm.hub, firm.officer_a(), id, "own_report").value();
  ASSERT_TRUE(correct_report(firm.hub, firm.officer_a(), id, record.revision, corrected));
  for_tests::release(firm, firm.officer_a(), id);
  const auto second = exchange.from_firm();
  EXPECT_EQ(second.bundle.items[0].version, 2);
  Exchange::apply(exchange.police, second);
  EXPECT_EQ(Exchange::apply(exchange.police, first).were_there, 1U);
  const auto reports = exchange.reports_at_police();
  ASSERT_EQ(reports.size(), 1U);
  const auto seen = for_tests::open(exchange.police, exchange.police.analyst(), reports[0].id);
  EXPECT_EQ(seen.content.personas.at(0).names.at(0).text, "アンドレイ");
}

TEST(bundle, a_withdrawal_that_overtakes_its_report_keeps_it_out) {
  Exchange exchange;
  auto& firm = exchange.firm;
  const auto id = exchange.report_at_firm();
  const auto with_report = exchange.from_firm();
  const auto record = open_report(firm.hub, firm.officer_a(), id, "own_report").value();
  ASSERT_TRUE(withdraw_report(firm.hub, firm.officer_a(), id, record.revision, "it was a guest"));
  const auto with_withdrawal = exchange.from_firm();
  ASSERT_EQ(with_withdrawal.bundle.items.size(), 1U);
  Exchange::apply(exchange.police, with_withdrawal);
  Exchange::apply(exchange.police, with_report);
  EXPECT_TRUE(exchange.reports_at_police().empty());
}

TEST(bundle, a_withdrawal_takes_a_report_back) {
  Exchange exchange;
  auto& firm = exchange.firm;
  const auto id = exchange.report_at_firm();
  Exchange::apply(exchange.police, exchange.from_firm());
  const auto record = open_report(firm.hub, firm.officer_a(), id, "own_report").value();
  ASSERT_TRUE(withdraw_report(firm.hub, firm.officer_a(), id, record.revision, "it was a guest"));
  Exchange::apply(exchange.police, exchange.from_firm());
  for (const auto& report : exchange.reports_at_police())
    EXPECT_EQ(report.state, model::ReportState::withdrawn);
}

TEST(bundle, what_was_exchanged_stays_provable_on_both_sides) {
  Exchange exchange;
  exchange.report_at_firm();
  Exchange::apply(exchange.police, exchange.from_firm());
  Exchange::apply(exchange.firm, exchange.from_police());
  expect_provable(exchange.firm);
  expect_provable(exchange.police);
}

TEST(bundle, is_refused_when_altered_misdirected_or_from_a_stranger) {
  Exchange exchange;
  exchange.report_at_firm();
  auto& police = exchange.police;
  const auto open_file =
      make_bundle(exchange.firm.hub, operator_(), exchange.bureau_at_firm.id, {.is_sealed = false})
          .value();
  auto altered = open_file.bytes;
  altered[altered.find("13109")] = '2';
  EXPECT_EQ(apply_bundle(police.hub, operator_(), altered).error().kind, base::ErrorKind::refused);
  EXPECT_EQ(apply_bundle(exchange.firm.hub, operator_(), open_file.bytes).error().kind,
            base::ErrorKind::refused)
      << "it is for the bureau";
  TestHub stranger;
  EXPECT_FALSE(apply_bundle(stranger.hub, operator_(), exchange.from_firm().bytes));
  EXPECT_FALSE(apply_bundle(police.hub, operator_(), ""));
  EXPECT_FALSE(apply_bundle(police.hub, operator_(), "kizuki sealed bundle/1\nAAAA\n"));
  EXPECT_TRUE(exchange.reports_at_police().empty());
}

TEST(bundle, is_made_and_taken_in_by_those_who_may) {
  Exchange exchange;
  exchange.report_at_firm();
  const auto file = exchange.from_firm();
  auto& police = exchange.police;
  for (const auto& who : {police.employee_a(), police.officer_a(), police.approver(),
                          police.auditor(), police.administrator(), TestHub::anonymous()}) {
    EXPECT_FALSE(apply_bundle(police.hub, who, file.bytes)) << who.name;
    EXPECT_FALSE(preview_bundle(police.hub, who, police.firm_a.id)) << who.name;
    EXPECT_FALSE(make_bundle(police.hub, who, police.firm_a.id)) << who.name;
  }
  EXPECT_TRUE(apply_bundle(police.hub, police.analyst(), file.bytes));
}

TEST(bundle, a_firm_brings_no_alert) {
  Exchange exchange;
  exchange.report_at_firm();
  auto bundle = preview_bundle(exchange.firm.hub, operator_(), exchange.bureau_at_firm.id).value();
  bundle.items = {{BundleItem::Kind::alert, {1}, 1, "{}"}};
  const auto result =
      apply_bundle(exchange.police.hub, operator_(),
                   deliver::sign_bundle(crypto::SigningKey(exchange.firm.keys().signing), bundle));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->refused.size(), 1U);
  EXPECT_EQ(result->refused[0].issues[0].pointer, "/items/0/kind");
}

/// A warning that the bureau sends to firm_d, which has a hub of its own.
class AlertExchange : public testing::Test {
 protected:
  AlertExchange() {
    introduce(desk_.test, firm_);
    introduce(firm_, desk_.test);
    alert_ = desk_.sent();
  }

  AppliedBundle to_firm() {
    const auto file = make_bundle(desk_.hub(), operator_(), desk_.firm_d().id).value();
    return apply_bundle(firm_.hub, operator_(), file.bytes).value();
  }
  AppliedBundle to_police() {
    const auto file = make_bundle(firm_.hub, operator_(), firm_.registered("bureau").id).value();
    return apply_bundle(desk_.hub(), operator_(), file.bytes).value();
  }
  std::vector<model::InboxItem> inbox() {
    return read_inbox(firm_.hub, firm_.officer_a(), {}).value().items;
  }

  for_tests::AlertDesk desk_;
  TestHub firm_{"firm-d"};
  model::Alert alert_;
};

TEST_F(AlertExchange, a_warning_lies_in_the_inbox_of_the_firms_own_hub_once) {
  EXPECT_EQ(to_firm().applied, 1U);
  EXPECT_EQ(to_firm().were_there, 1U);
  ASSERT_EQ(inbox().size(), 1U);
  const auto seen = open_inbox_item(firm_.hub, firm_.officer_a(), inbox()[0].delivery.id).value();
  EXPECT_EQ(seen.text.method.en, alert_.text.method.en);
  EXPECT_EQ(seen.marking, alert_.marking);
}

TEST_F(AlertExchange, the_answer_comes_back_to_the_desk) {
  to_firm();
  const auto item = inbox().at(0).delivery;
  ASSERT_TRUE(acknowledge(firm_.hub, firm_.officer_a(), item.id, item.revision,
                          {model::Yes::yes, 3, "seen in the visitor log"}));
  EXPECT_TRUE(to_police().refused.empty());
  const auto delivery = desk_.delivery_to(alert_, desk_.firm_d());
  ASSERT_TRUE(delivery.acknowledged);
  EXPECT_EQ(delivery.acknowledged->seen_here_too, model::Yes::yes);
  EXPECT_EQ(delivery.acknowledged->own_logs_hits, 3);
}

TEST_F(AlertExchange, a_correction_follows_even_before_the_alert) {
  const auto held_up = make_bundle(desk_.hub(), operator_(), desk_.firm_d().id).value();
  ASSERT_TRUE(desk_.step(desk_.test.analyst(), alert_, AlertStep::Kind::cancel, "it was a guest"));
  EXPECT_EQ(to_firm().applied, 2U);
  apply_bundle(firm_.hub, operator_(), held_up.bytes).value();
  ASSERT_EQ(inbox().size(), 2U);
  for (const auto& item : inbox()) {
    const auto seen = open_inbox_item(firm_.hub, firm_.officer_a(), item.delivery.id).value();
    EXPECT_EQ(seen.state, model::AlertState::cancelled) << "the newest state counts";
  }
}

TEST_F(AlertExchange, what_came_stays_provable) {
  to_firm();
  expect_provable(firm_);
}

TEST_F(AlertExchange, a_confirmation_goes_first_however_little_fits) {
  to_firm();
  for (const auto* name : {"アンナ", "ボリス"})
    for_tests::released(firm_, firm_.officer_a(), for_tests::street_report(name));
  const BundleForm narrow{.limits = {.items_max = 10, .bytes_max = 1}};
  const auto bureau = firm_.registered("bureau").id;
  const auto made = make_bundle(firm_.hub, operator_(), bureau, narrow).value();
  ASSERT_EQ(made.bundle.items.size(), 2U);
  EXPECT_EQ(made.bundle.items[0].kind, BundleItem::Kind::confirmation);
  EXPECT_EQ(made.bundle.items[1].kind, BundleItem::Kind::report) << "one always goes";
  ASSERT_TRUE(apply_bundle(desk_.hub(), operator_(), made.bytes));
  EXPECT_EQ(make_bundle(desk_.hub(), operator_(), desk_.firm_d().id).value().bundle.items.size(),
            1U)
      << "the alert has arrived, and the firm's bundle is to be confirmed";
}

}  // namespace
}  // namespace workflow
