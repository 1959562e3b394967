#include "work/workflow/reporter_openings.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "edges/store/reporter.h"
#include "work/workflow/custodians.h"
#include "work/workflow/invite.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::OpeningState;

/// A released report of firm B's station with a sealed identity.
base::Id<model::Report> report_with_reporter(TestHub& test) {
  model::Submission submission;
  submission.report.narrative = "A stranger asked the way and then about the process.";
  submission.reporter = base::Sensitive(model::Reporter{"架空 一郎", "090-0000-0000"});
  return submit_report(test.hub, test.station_officer_a(), submission).value().report;
}

base::Id<model::Report> report_without_reporter(TestHub& test) {
  model::Submission submission;
  submission.report.narrative = "A stranger asked the way.";
  return submit_report(test.hub, test.station_officer_a(), submission).value().report;
}

/// To how many keys the reporter of a report was sealed: the second byte says it.
int sealed_to(TestHub& test, base::Id<model::Report> report) {
  return test.hub.database
      .read([&](db::Connection& connection) {
        return store::find_sealed_reporter(connection, report);
      })
      .value()
      .at(1);
}

TEST(custodian_key, is_registered_by_its_custodian_once) {
  TestHub test;
  const auto pair = crypto::make_keypair();
  const auto made = register_custodian_key(test.hub, test.custodian(), pair.open_half.bytes);
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_EQ(made->name, "custodian.bureau");
  EXPECT_EQ(for_tests::error_kind_of(
                register_custodian_key(test.hub, test.custodian(), pair.open_half.bytes)),
            ErrorKind::conflict);
  const auto keys = list_custodians(test.hub, test.employee_a());
  ASSERT_TRUE(keys);
  ASSERT_EQ(keys->size(), 2U);
  EXPECT_EQ(keys->front().name, "");
  EXPECT_EQ(keys->back().public_key, made->public_key);
}

TEST(custodian_key, of_an_administrator_or_of_a_wrong_size_is_refused) {
  TestHub test;
  const auto pair = crypto::make_keypair();
  EXPECT_EQ(for_tests::error_kind_of(
                register_custodian_key(test.hub, test.administrator(), pair.open_half.bytes)),
            ErrorKind::forbidden);
  EXPECT_EQ(for_tests::error_kind_of(
                register_custodian_key(test.hub, test.custodian(), base::Bytes(31, 1))),
            ErrorKind::invalid_input);
  EXPECT_EQ(for_tests::error_kind_of(
                register_custodian_key(test.hub, test.custodian(), base::Bytes(32, 0))),
            ErrorKind::invalid_input);
}

TEST(custodian_key, to_which_nothing_can_be_sealed_is_refused) {
  TestHub test;
  base::Bytes of_small_order(32, 0);
  of_small_order.front() = 1;
  const auto refused = register_custodian_key(test.hub, test.custodian(), of_small_order);
  ASSERT_EQ(for_tests::error_kind_of(refused), ErrorKind::invalid_input);
  EXPECT_EQ(refused.error().issues.front().pointer, "/public_key");
  const auto report = report_with_reporter(test);
  EXPECT_EQ(sealed_to(test, report), 1);
}

TEST(custodian_key, to_which_nothing_can_be_sealed_stops_no_report_in_a_store_from_elsewhere) {
  TestHub test;
  ASSERT_TRUE(
      register_custodian_key(test.hub, test.custodian(), crypto::make_keypair().open_half.bytes));
  test.database().write([](db::Connection& connection) {
    connection.execute("UPDATE custodian_key SET public_key = $1 WHERE account_id IS NOT NULL",
                       {base::Bytes(32, 0)});
  });
  EXPECT_EQ(sealed_to(test, report_with_reporter(test)), 1);
}

TEST(custodian_key, is_refused_beyond_as_many_as_an_identity_can_be_sealed_to) {
  TestHub test;
  const auto custodian = test.custodian();
  for (std::size_t number = 1; number < crypto::recipients_max; ++number)
    ASSERT_TRUE(
        register_custodian_key(test.hub, custodian, crypto::make_keypair().open_half.bytes));
  EXPECT_EQ(for_tests::error_kind_of(register_custodian_key(
                test.hub, test.custodian_2(), crypto::make_keypair().open_half.bytes)),
            ErrorKind::conflict);
  EXPECT_EQ(sealed_to(test, report_with_reporter(test)), 32);
  ASSERT_TRUE(disable_account(test.hub, test.administrator(), custodian.account));
  EXPECT_TRUE(
      register_custodian_key(test.hub, test.custodian_2(), crypto::make_keypair().open_half.bytes));
}

TEST(custodian_key, ends_with_the_account_and_with_the_role) {
  TestHub test;
  const auto first = crypto::make_keypair();
  const auto second = crypto::make_keypair();
  ASSERT_TRUE(register_custodian_key(test.hub, test.custodian(), first.open_half.bytes));
  ASSERT_TRUE(register_custodian_key(test.hub, test.custodian_2(), second.open_half.bytes));
  EXPECT_EQ(sealed_to(test, report_with_reporter(test)), 3);
  ASSERT_TRUE(disable_account(test.hub, test.administrator(), test.custodian().account));
  const auto recorded = test.recorded_actions();
  EXPECT_NE(std::ranges::find(recorded, "custodian.retire"), recorded.end());
  ASSERT_TRUE(change_roles(test.hub, test.administrator(), test.custodian_2().account, 1,
                           {model::Role::auditor}));
  EXPECT_EQ(sealed_to(test, report_with_reporter(test)), 1);
  EXPECT_EQ(list_custodians(test.hub, test.employee_a())->size(), 1U);
  while (seal_audit(test.hub) > 0) {
  }
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

TEST(opening_a_reporter, takes_a_reason_a_second_person_and_a_custodian) {
  TestHub test;
  const auto pair = crypto::make_keypair();
  ASSERT_TRUE(register_custodian_key(test.hub, test.custodian(), pair.open_half.bytes));
  const auto report = report_with_reporter(test);
  const auto asked =
      ask_to_open_reporter(test.hub, test.analyst(), report, "threat to the reporter's life");
  ASSERT_TRUE(asked) << asked.error().text();
  EXPECT_TRUE(take_sealed_reporter(test.hub, test.custodian(), asked->id)->sealed.empty());
  const auto consented = consent_to_opening(test.hub, test.approver(), asked->id);
  ASSERT_TRUE(consented) << consented.error().text();
  EXPECT_EQ(consented->decided_by, "approver.bureau");
  EXPECT_TRUE(take_sealed_reporter(test.hub, test.analyst(), asked->id)->sealed.empty());
  const auto taken = take_sealed_reporter(test.hub, test.custodian(), asked->id);
  ASSERT_TRUE(taken) << taken.error().text();
  EXPECT_EQ(taken->opening.state, OpeningState::opened);
  EXPECT_EQ(test.recorded_actions().back(), "reporter.open");
  const auto identity = open_sealed_reporter(pair.secret, report, taken->sealed);
  ASSERT_TRUE(identity) << identity.error().text();
  EXPECT_EQ(identity->reveal().name, "架空 一郎");
  EXPECT_EQ(open_sealed_reporter(test.recovery.secret, report, taken->sealed)->reveal().contact,
            "090-0000-0000");
}

TEST(opening_a_reporter, is_not_consented_by_who_asked_nor_opened_by_who_consented) {
  TestHub test;
  const auto report = report_with_reporter(test);
  const auto asked = ask_to_open_reporter(test.hub, test.custodian(), report, "to warn him");
  ASSERT_TRUE(asked);
  EXPECT_EQ(for_tests::error_kind_of(consent_to_opening(test.hub, test.custodian(), asked->id)),
            ErrorKind::forbidden);
  EXPECT_TRUE(consent_to_opening(test.hub, test.custodian_2(), asked->id));
  EXPECT_TRUE(take_sealed_reporter(test.hub, test.custodian_2(), asked->id)->sealed.empty());
  EXPECT_FALSE(take_sealed_reporter(test.hub, test.custodian(), asked->id)->sealed.empty());
}

TEST(opening_a_reporter, ends_with_a_refusal) {
  TestHub test;
  const auto asked =
      ask_to_open_reporter(test.hub, test.analyst(), report_with_reporter(test), "curiosity");
  ASSERT_TRUE(refuse_opening(test.hub, test.approver(), asked->id));
  EXPECT_EQ(for_tests::error_kind_of(consent_to_opening(test.hub, test.custodian(), asked->id)),
            ErrorKind::conflict);
  EXPECT_TRUE(take_sealed_reporter(test.hub, test.custodian(), asked->id)->sealed.empty());
  EXPECT_EQ(list_openings(test.hub, test.custodian(), OpeningState::refused)->size(), 1U);
  EXPECT_TRUE(list_openings(test.hub, test.custodian(), OpeningState::asked)->empty());
}

TEST(opening_a_reporter, is_asked_once_with_a_reason_for_a_report_that_has_one) {
  TestHub test;
  const auto analyst = test.analyst();
  const auto report = report_with_reporter(test);
  EXPECT_EQ(for_tests::error_kind_of(ask_to_open_reporter(test.hub, analyst, report, "")),
            ErrorKind::invalid_input);
  EXPECT_EQ(for_tests::error_kind_of(ask_to_open_reporter(test.hub, analyst, {}, "why")),
            ErrorKind::not_found);
  EXPECT_EQ(for_tests::error_kind_of(
                ask_to_open_reporter(test.hub, analyst, report_without_reporter(test), "why")),
            ErrorKind::refused);
  ASSERT_TRUE(ask_to_open_reporter(test.hub, analyst, report, "why"));
  EXPECT_EQ(for_tests::error_kind_of(ask_to_open_reporter(test.hub, analyst, report, "why")),
            ErrorKind::conflict);
  for (const auto& stranger : {test.administrator(), test.auditor(), test.station_officer_a()})
    EXPECT_EQ(for_tests::error_kind_of(ask_to_open_reporter(test.hub, stranger, report, "why")),
              ErrorKind::forbidden);
}

TEST(opening_a_reporter, asked_for_again_under_one_key_is_one_request) {
  TestHub test;
  const auto report = report_with_reporter(test);
  const RequestKey key{"k-1", "hash"};
  const auto asked = ask_to_open_reporter(test.hub, test.analyst(), report, "why", key).value();
  EXPECT_EQ(ask_to_open_reporter(test.hub, test.analyst(), report, "why", key).value().id,
            asked.id);
}

TEST(custodian_key, registered_again_under_one_key_of_a_request_is_one) {
  TestHub test;
  const auto pair = crypto::make_keypair();
  const RequestKey key{"k-1", "hash"};
  const auto made =
      register_custodian_key(test.hub, test.custodian(), pair.open_half.bytes, key).value();
  EXPECT_EQ(
      register_custodian_key(test.hub, test.custodian(), pair.open_half.bytes, key).value().id,
      made.id);
}

TEST(opening_a_reporter, is_nothing_for_an_investigator_of_another_organisation) {
  TestHub test;
  const auto asked =
      ask_to_open_reporter(test.hub, test.analyst(), report_with_reporter(test), "a threat");
  const auto stranger = test.person(test.prefecture, {model::Role::investigator});
  ASSERT_TRUE(asked);
  ASSERT_EQ(list_openings(test.hub, test.investigator())->size(), 1U);
  EXPECT_TRUE(list_openings(test.hub, stranger)->empty());
  EXPECT_EQ(for_tests::error_kind_of(take_sealed_reporter(test.hub, stranger, asked->id)),
            ErrorKind::not_found);
  EXPECT_TRUE(take_sealed_reporter(test.hub, test.investigator(), asked->id));
}

TEST(opening_a_reporter, is_asked_once_however_many_requests_came_later) {
  TestHub test;
  const auto first = report_with_reporter(test);
  const auto other = report_with_reporter(test);
  ASSERT_TRUE(ask_to_open_reporter(test.hub, test.analyst(), first, "a threat"));
  for (int number = 0; number < 201; ++number) {
    const auto later = ask_to_open_reporter(test.hub, test.analyst(), other, "a threat");
    ASSERT_TRUE(later);
    ASSERT_TRUE(refuse_opening(test.hub, test.approver(), later->id));
  }
  EXPECT_EQ(
      for_tests::error_kind_of(ask_to_open_reporter(test.hub, test.analyst(), first, "again")),
      ErrorKind::conflict);
}

TEST(sealed_reporter, opens_for_no_other_report_and_no_other_key) {
  TestHub test;
  const auto report = report_with_reporter(test);
  const auto sealed = test.row("SELECT sealed FROM sealed_reporter").bytes(0);
  EXPECT_TRUE(open_sealed_reporter(test.recovery.secret, report, sealed));
  EXPECT_FALSE(open_sealed_reporter(test.recovery.secret, {}, sealed));
  EXPECT_EQ(
      for_tests::error_kind_of(open_sealed_reporter(crypto::make_keypair().secret, report, sealed)),
      ErrorKind::forbidden);
}

TEST(reporter, is_refused_and_not_kept_without_anybody_who_could_open_it) {
  TestHub test;
  test.change("DELETE FROM custodian_key");
  model::Submission submission;
  submission.report.narrative = "A stranger asked the way.";
  submission.reporter = base::Sensitive(model::Reporter{"架空 一郎", "090-0000-0000"});
  const auto refused = submit_report(test.hub, test.station_officer_a(), submission);
  ASSERT_EQ(for_tests::error_kind_of(refused), ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/reporter");
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM report").integer(0), 0);
}

}  // namespace
}  // namespace workflow
