#include "work/workflow/set_up_hub.h"

#include <gtest/gtest.h>

#include "edges/db/migrations.h"
#include "edges/db/scratch_database.h"
#include "edges/store/account.h"
#include "edges/store/audit.h"
#include "edges/store/hub.h"
#include "edges/store/reporter.h"

namespace workflow {
namespace {

class FixedVault final : public crypto::KeyVault {
 public:
  explicit FixedVault(std::uint8_t first) : master_({first}) {}
  [[nodiscard]] crypto::Key32 master() const override { return master_; }

 private:
  crypto::Key32 master_;
};

struct EmptyStore {
  db::ScratchDatabase scratch;
  base::SetClock clock{base::parse_utc("2026-11-21T00:00:00Z").value()};
  base::CountingIds ids;
  FixedVault vault{1};
  crypto::KeyPair recovery = crypto::make_keypair();
  std::unique_ptr<db::Database> database =
      db::Database::open(scratch.url(), {.may_create = true, .rehearses = true}).value();

  EmptyStore() {
    database
        ->write([&](db::Connection& connection) {
          return db::migrate(connection, db::migrations(), clock.now());
        })
        .value();
  }

  [[nodiscard]] SetUp wish() const {
    SetUp wish;
    wish.home.kind = model::OrganisationKind::bureau;
    wish.home.key = "bureau";
    wish.home.name = {"架空の外事課", "Fictional bureau"};
    wish.recovery = recovery.open_half;
    wish.operator_name = "root";
    return wish;
  }
};

TEST(set_up_hub, leaves_an_invitation_and_no_password) {
  EmptyStore store;
  const auto made = set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish());
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_GE(made->invitation_code.size(), 43U);
  EXPECT_EQ(made->administrator, "administrator");
  store.database->read([&](db::Connection& connection) {
    EXPECT_EQ(store::find_home(connection), made->home.id);
    const auto keys = store::open_keys(connection, store.vault.master());
    ASSERT_TRUE(keys);
    const auto account = store::find_account_by_name(connection, *keys, "administrator");
    ASSERT_TRUE(account);
    EXPECT_EQ(account->account.state, model::AccountState::invited);
    EXPECT_EQ(account->account.roles, std::vector{model::Role::administrator});
    EXPECT_EQ(account->password, "");
  });
}

TEST(set_up_hub, keeps_the_recovery_keys_public_half_alone) {
  EmptyStore store;
  ASSERT_TRUE(set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish()));
  store.database->read([&](db::Connection& connection) {
    const auto keys = store::list_custodian_keys(connection);
    ASSERT_EQ(keys.size(), 1U);
    EXPECT_EQ(keys.front().name, "");
    const auto& open_half = store.recovery.open_half.bytes;
    EXPECT_EQ(keys.front().public_key, base::Bytes(open_half.begin(), open_half.end()));
  });
}

TEST(set_up_hub, stands_in_the_record_from_its_first_row) {
  EmptyStore store;
  ASSERT_TRUE(set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish()));
  store.database->read([&](db::Connection& connection) {
    const auto entries = store::list_pending(connection, 10);
    ASSERT_EQ(entries.size(), 3U);
    for (const auto& entry : entries) {
      EXPECT_EQ(entry.principal, "operator:root");
      EXPECT_EQ(entry.commitment.size(), 32U);
    }
  });
}

TEST(set_up_hub, happens_once) {
  EmptyStore store;
  ASSERT_TRUE(set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish()));
  const auto again = set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, base::ErrorKind::conflict);
}

TEST(set_up_hub, refuses_a_home_without_a_name_and_writes_nothing) {
  EmptyStore store;
  auto wish = store.wish();
  wish.home.name = {};
  const auto refused = set_up_hub(*store.database, store.clock, store.ids, store.vault, wish);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/name");
  EXPECT_EQ(open_keys(*store.database, store.vault).error().kind, base::ErrorKind::not_found);
}

TEST(open_keys, needs_the_vault_of_the_hub) {
  EmptyStore store;
  ASSERT_TRUE(set_up_hub(*store.database, store.clock, store.ids, store.vault, store.wish()));
  EXPECT_TRUE(open_keys(*store.database, store.vault));
  EXPECT_EQ(open_keys(*store.database, FixedVault(2)).error().kind, base::ErrorKind::refused);
}

}  // namespace
}  // namespace workflow
