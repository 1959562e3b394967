#include "edges/store/hub.h"

#include <algorithm>
#include <array>

#include "ground/crypto/envelope.h"

namespace store {
namespace {

constexpr auto select_setting = "SELECT value FROM hub_setting WHERE name = $1";
constexpr auto insert_setting = "INSERT INTO hub_setting (name, value) VALUES ($1, $2)";
constexpr auto upsert_setting =
    "INSERT INTO hub_setting (name, value) VALUES ($1, $2)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

constexpr auto delete_setting = "DELETE FROM hub_setting WHERE name = $1";

constexpr std::string_view blind_name = "key.blind";
constexpr std::string_view signing_name = "key.signing";
constexpr std::string_view verifying_name = "key.verifying";
constexpr std::string_view home_name = "home";
constexpr std::string_view trial_name = "trial";

std::optional<base::Bytes> find_setting(db::Connection& connection, std::string_view name) {
  const auto row = db::find_row(connection, select_setting, {name});
  if (!row) return std::nullopt;
  return row->bytes(0);
}

crypto::Key32 make_key(db::Connection& connection, const crypto::Key32& master,
                       std::string_view name) {
  const auto key = crypto::random_key();
  connection.execute(insert_setting, {name, crypto::wrap_key(master, key, base::as_bytes(name))});
  return key;
}

base::Result<crypto::Key32> open_key(db::Connection& connection, const crypto::Key32& master,
                                     std::string_view name) {
  const auto wrapped = find_setting(connection, name);
  if (!wrapped)
    return base::fail(base::ErrorKind::not_found, "", "the store was never set up",
                      "run kizuki init first");
  auto key = crypto::unwrap_key(master, *wrapped, base::as_bytes(name));
  if (!key)
    return base::fail(base::ErrorKind::refused, "", "the master key does not belong to this store",
                      "use the key file that was made with it");
  return key;
}

}  // namespace

base::Result<Keys> make_keys(db::Connection& connection, const crypto::Key32& master) {
  if (find_setting(connection, blind_name))
    return base::fail(base::ErrorKind::conflict, "", "the store is set up already",
                      "choose an empty folder, or go on with this one");
  const auto blind = make_key(connection, master, blind_name);
  const auto signing = make_key(connection, master, signing_name);
  connection.execute(insert_setting,
                     {verifying_name, crypto::SigningKey(signing).verifying_key().bytes});
  return Keys{master, blind, signing};
}

base::Result<Keys> open_keys(db::Connection& connection, const crypto::Key32& master) {
  auto blind = open_key(connection, master, blind_name);
  if (!blind) return base::pass_on(blind);
  auto signing = open_key(connection, master, signing_name);
  if (!signing) return base::pass_on(signing);
  return Keys{master, *blind, *signing};
}

std::optional<crypto::VerifyingKey> find_verifying_key(db::Connection& connection) {
  const auto bytes = find_setting(connection, verifying_name);
  crypto::VerifyingKey key;
  if (!bytes || bytes->size() != key.bytes.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), key.bytes.begin());
  return key;
}

void set_home(db::Connection& connection, base::Id<model::Organisation> organisation) {
  connection.execute(upsert_setting, {home_name, organisation});
}

std::optional<base::Id<model::Organisation>> find_home(db::Connection& connection) {
  const auto row = db::find_row(connection, select_setting, {home_name});
  if (!row) return std::nullopt;
  return row->id<model::Organisation>(0);
}

void try_to_write(db::Connection& connection) {
  connection.execute(insert_setting, {trial_name, base::Bytes{}});
  connection.execute(delete_setting, {trial_name});
}

}  // namespace store
