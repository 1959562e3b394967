#include "doors/cli/demonstration.h"

#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"
#include "work/workflow/sign_in.h"
#include "work/workflow/work_queue.h"

namespace cli {
namespace {

TEST(demonstration, goes_as_its_story_says_and_leaves_the_next_decisions_open) {
  const db::ScratchFolder scratch;
  const auto folder = scratch.path() / "demo";
  std::ostringstream out;
  Console console{out, out, false};
  base::SetClock clock(base::parse_utc("2026-11-21T03:10:00Z").value());
  const auto failures = make_demonstration(folder, clock.now(), console);
  ASSERT_TRUE(failures) << failures.error().text();
  for (const auto& failure : *failures)
    ADD_FAILURE() << failure.line << ": " << failure.text;
  EXPECT_TRUE(is_demonstration_ready(folder));
  EXPECT_NE(out.str().find("2026-11-20"), std::string::npos) << "the story ends yesterday";

  workflow::Settings settings;
  settings.password_cost = demonstration_password_cost();
  auto store = OpenStore::open(folder, OpenStore::Ownership::alone, settings).value();
  base::SystemIds ids;
  auto hub = store->hub(clock, ids);
  const auto hints = demonstration_hints(hub);
  std::set<model::Role> roles;
  for (const auto& hint : hints) {
    roles.insert(hint.roles.begin(), hint.roles.end());
    EXPECT_GE(hint.password.size(), 12U);
    const auto signed_in = workflow::sign_in(hub, hint.name, base::Sensitive(hint.password));
    EXPECT_TRUE(signed_in) << hint.name << " cannot sign in";
  }
  EXPECT_EQ(roles.size(), vocabulary(model::Role{}).words.size());

  const auto auditor =
      workflow::sign_in(hub, "auditor-1", base::Sensitive(demonstration_password("auditor-1")));
  ASSERT_TRUE(auditor);
  workflow::QueueRequest request;
  request.page.limit = model::PageRequest::limit_max;
  const auto queue = workflow::read_queue(hub, auditor->principal, request);
  ASSERT_TRUE(queue) << queue.error().text();
  std::set<model::TaskKind> open;
  for (const auto& task : queue->items)
    open.insert(task.kind);
  using Kind = model::TaskKind;
  for (const auto kind : {Kind::vet_behaviour, Kind::vet_context, Kind::judge_link,
                          Kind::confirm_dossier, Kind::approve_alert, Kind::hand_over})
    EXPECT_TRUE(open.contains(kind)) << base::word_of(kind);
}

TEST(demonstration, a_real_store_is_never_taken_for_one) {
  const db::ScratchFolder scratch;
  const auto folder = scratch.path() / "store";
  const base::SystemClock clock;
  ASSERT_TRUE(make_store(folder,
                         {.home = story_bureau(),
                          .administrator = "first-administrator",
                          .recovery = crypto::make_keypair().open_half,
                          .operator_name = "test"},
                         clock));
  std::ostringstream out;
  Console console{out, out, false};
  EXPECT_FALSE(is_demonstration(folder));
  const auto made = make_demonstration(folder, clock.now(), console);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, base::ErrorKind::conflict);
  EXPECT_TRUE(has_store(folder));
}

TEST(demonstration, passwords_are_long_enough_and_differ) {
  EXPECT_NE(demonstration_password("analyst-1"), demonstration_password("analyst-2"));
  EXPECT_GE(demonstration_password("x").size(), 12U);
}

}  // namespace
}  // namespace cli
