#include "doors/cli/command_init.h"

#include <memory>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "doors/cli/files.h"
#include "ground/crypto/sealed.h"

namespace cli {
namespace {

struct WantedInit {
  std::string data, recovery_out, db;
  std::string key = "bureau", kind = "bureau", name_ja = "本部", name_en = "Head office";
  std::string administrator = "administrator";
  std::vector<std::string> territory;
};

model::Organisation home_of(const WantedInit& wanted) {
  model::Organisation home;
  home.key = wanted.key;
  home.kind = base::find_word<model::OrganisationKind>(wanted.kind)
                  .value_or(model::OrganisationKind::bureau);
  home.name = {wanted.name_ja, wanted.name_en};
  home.territory = wanted.territory;
  return home;
}

std::string recovery_text(const crypto::KeyPair& pair) {
  return fmt::format(
      "Kizuki recovery key / Kizuki 復旧鍵\n"
      "Opens the sealed names of reporters. There is no other copy: keep it off this machine.\n"
      "通報者の封印された氏名を開く鍵です。控えはありません。この機械の外で保管してください。\n\n"
      "{}\n",
      crypto::write_recovery_key(pair.secret).reveal());
}

void tell(const WantedInit& wanted, const workflow::NewHub& hub, Console& console) {
  console.out << fmt::format(
      "A store stands in {0}.\n"
      "The recovery key is in {1}. Take that file off this machine: nobody else has it.\n\n"
      "First administrator: {2}\n"
      "One-time invitation: {3}\n"
      "valid until {4}; there is no default password.\n\n"
      "Next:\n"
      "  kizuki serve --data {0}\n"
      "  then open the address it prints, choose \"I have an invitation\" and set a password.\n",
      wanted.data, wanted.recovery_out, hub.administrator, hub.invitation_code,
      base::format_utc(hub.invitation_expires_at));
}

/// A recovery key opens nothing before its store stands: until then its file goes away again.
class NewRecoveryFile {
 public:
  explicit NewRecoveryFile(const std::string& path) : path_(path) {}
  NewRecoveryFile(const NewRecoveryFile&) = delete;
  NewRecoveryFile& operator=(const NewRecoveryFile&) = delete;
  ~NewRecoveryFile() {
    std::error_code error;
    if (!is_kept_) std::filesystem::remove(path_, error);
  }
  void keep() { is_kept_ = true; }

 private:
  const std::string& path_;
  bool is_kept_ = false;
};

ExitCode run_init(const WantedInit& wanted, Console& console) {
  if (has_store(wanted.data))
    return complain(console, {base::ErrorKind::conflict, "--data",
                              "there is a store in this folder already", "give another folder"});
  const auto recovery = crypto::make_keypair();
  // Written before the store is made: a store whose recovery key was lost must not come about.
  const auto written = write_secret_file(wanted.recovery_out, recovery_text(recovery));
  if (!written) return complain(console, written.error(), "--recovery-out");
  NewRecoveryFile recovery_file(wanted.recovery_out);
  const base::SystemClock clock;
  const auto made = make_store(wanted.data,
                               {.home = home_of(wanted),
                                .administrator = wanted.administrator,
                                .recovery = recovery.open_half,
                                .operator_name = system_user()},
                               clock, wanted.db);
  if (!made) return complain(console, made.error());
  recovery_file.keep();
  tell(wanted, *made, console);
  return ExitCode::done;
}

Run prepare_init(Options& options) {
  auto wanted = std::make_shared<WantedInit>();
  using Need = Options::Need;
  options.text("--data", wanted->data, "folder of the new store", Need::must);
  options.text("--db", wanted->db,
               "an empty PostgreSQL database instead of a file in the folder:"
               " postgresql://USER@HOST/NAME; its password in ~/.pgpass");
  options.text("--recovery-out", wanted->recovery_out,
               "new file for the only copy of the recovery key", Need::must);
  options.text("--organisation", wanted->key, "key of the organisation that runs this store");
  options.choice("--kind", wanted->kind,
                 {"bureau", "station", "prefecture", "national_desk", "industry_body", "company"},
                 "what it is");
  options.text("--name-ja", wanted->name_ja, "its name in Japanese");
  options.text("--name-en", wanted->name_en, "its name in English");
  options.texts("--territory", wanted->territory,
                "area codes (JIS X 0402) or their beginnings, for police: 13 is Tokyo");
  options.text("--administrator", wanted->administrator, "sign-in name of the first account");
  return [wanted](Console& console) { return run_init(*wanted, console); };
}

}  // namespace

Command command_init() {
  return make_command(
      "init", "make a store, its keys and an invitation for the first administrator",
      "  kizuki init --data /var/lib/kizuki --recovery-out /media/usb/recovery.key\n"
      "  kizuki init --data store --recovery-out recovery.key --organisation hq \\\n"
      "    --name-ja 外事課 --name-en 'Foreign affairs' --territory 13",
      prepare_init);
}

}  // namespace cli
