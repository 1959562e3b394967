#include "work/workflow/record.h"

#include <gtest/gtest.h>

#include "edges/store/audit.h"
#include "work/workflow/set_up_hub.h"
#include "work/workflow/test_hub.h"

namespace workflow {
namespace {

using base::ErrorKind;

model::AuditEntry last_entry(TestHub& test) {
  return test.database().read(
      [](db::Connection& connection) { return store::list_pending(connection, 1'000).back(); });
}

TEST(record, says_who_did_what_when_to_which_thing) {
  TestHub test;
  const auto analyst = test.analyst();
  test.database().write([&](db::Connection& connection) {
    record(test.hub, connection, analyst,
           {.action = "report.read",
            .object_kind = "report",
            .object = test.firm_a.id.bytes,
            .commitment = {1, 2},
            .purpose = "vetting"});
  });
  const auto entry = last_entry(test);
  EXPECT_EQ(entry.principal, "analyst.bureau");
  EXPECT_EQ(entry.organisation, "bureau");
  EXPECT_EQ(entry.action, "report.read");
  EXPECT_EQ(entry.object_kind, "report");
  EXPECT_EQ(entry.object, test.firm_a.id.bytes);
  EXPECT_EQ(entry.purpose, "vetting");
  EXPECT_EQ(entry.commitment, (base::Bytes{1, 2}));
  EXPECT_EQ(entry.at, test.clock.now());
}

TEST(record, goes_with_its_deed_when_that_is_undone) {
  TestHub test;
  const auto before = test.recorded_actions().size();
  const auto undone = test.database().write([&](db::Connection& connection) -> base::Result<void> {
    record(test.hub, connection, TestHub::jobs(), {.action = "x", .object_kind = "y"});
    return base::fail(ErrorKind::refused, "", "no");
  });
  EXPECT_FALSE(undone);
  EXPECT_EQ(test.recorded_actions().size(), before);
}

TEST(record_refusal, stays_when_the_deed_does_not) {
  TestHub test;
  record_refusal(test.hub, test.analyst(), {.action = "report.read", .object_kind = "report"});
  EXPECT_EQ(last_entry(test).action, "report.read.refused");
}

TEST(name_in_record, of_a_job_says_who_caused_it) {
  EXPECT_EQ(name_in_record({}), "anonymous");
  EXPECT_EQ(name_in_record(system_principal("system:jobs", "hanako")), "system:jobs for hanako");
  EXPECT_EQ(name_in_record(operator_principal("root")), "operator:root");
}

TEST(check_purpose, knows_the_published_purposes) {
  for (const auto* purpose :
       {"vetting", "linking", "alert", "follow_up", "feedback", "own_report", "audit"})
    EXPECT_TRUE(check_purpose(purpose)) << purpose;
  for (const auto* purpose : {"", "curiosity", "Vetting"}) {
    const auto refused = check_purpose(purpose);
    ASSERT_FALSE(refused) << purpose;
    EXPECT_EQ(refused.error().issues.front().pointer, "purpose");
  }
}

TEST(replay, is_found_again_and_a_changed_request_is_a_conflict) {
  TestHub test;
  const auto analyst = test.analyst();
  const RequestKey request{"key-1", "hash"};
  test.database().write([&](db::Connection& connection) {
    EXPECT_FALSE(find_replay(connection, analyst, request)->has_value());
    remember(test.hub, connection, analyst, request, "report", test.firm_a.id.bytes, 1);
    EXPECT_EQ((*find_replay(connection, analyst, request))->object, test.firm_a.id.bytes);
    EXPECT_EQ(find_replay(connection, analyst, {"key-1", "other"}).error().kind,
              ErrorKind::conflict);
  });
}

TEST(replay, without_a_key_is_nothing) {
  TestHub test;
  test.database().write([&](db::Connection& connection) {
    remember(test.hub, connection, test.jobs(), {}, "report", {}, 1);
    EXPECT_FALSE(find_replay(connection, test.jobs(), {})->has_value());
  });
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM replay").integer(0), 0);
}

}  // namespace
}  // namespace workflow
