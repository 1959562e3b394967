#include "doors/cli/command_user.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "doors/cli/operator_desk.h"
#include "edges/codec/account_json.h"
#include "edges/codec/json.h"
#include "work/workflow/invite.h"
#include "work/workflow/organisations.h"

namespace cli {
namespace {

struct WantedUser {
  std::string data, name, organisation, display, email, language = "ja";
  std::vector<std::string> roles;
  bool in_json = false;
};

base::Result<std::vector<model::Account>> all_accounts(OperatorDesk& desk) {
  auto hub = desk.hub();
  std::vector<model::Account> accounts;
  model::PageRequest request;
  request.limit = model::PageRequest::limit_max;
  do {
    auto page = workflow::list_accounts(hub, desk.who, request);
    if (!page) return base::pass_on(page);
    accounts.insert(accounts.end(), page->items.begin(), page->items.end());
    request.after = page->next;
  } while (!request.after.empty());
  return accounts;
}

base::Result<model::Account> find_account(OperatorDesk& desk, const std::string& name) {
  const auto accounts = all_accounts(desk);
  if (!accounts) return std::unexpected(accounts.error());
  const auto found = std::ranges::find(*accounts, name, &model::Account::name);
  if (found != accounts->end()) return *found;
  return base::fail(base::ErrorKind::not_found, "name", "there is no account with this name",
                    "see: kizuki user list");
}

base::Result<std::vector<model::Role>> roles_of(const WantedUser& wanted) {
  std::vector<model::Role> roles;
  for (const auto& word : wanted.roles) {
    const auto role = base::find_word<model::Role>(word);
    if (!role)
      return base::fail(
          base::ErrorKind::invalid_input, "--role", "there is no such role",
          fmt::format("one of: {}", fmt::join(vocabulary(model::Role{}).words, ", ")));
    roles.push_back(*role);
  }
  return roles;
}

void tell_invitation(const workflow::Invited& invited, bool in_json, Console& console) {
  if (in_json)
    console.out << fmt::format("{{\"name\":\"{}\",\"invitation\":\"{}\",\"expires_at\":\"{}\"}}\n",
                               invited.account.name, invited.code,
                               base::format_utc(invited.expires_at));
  else
    console.out << fmt::format(
        "{} is invited.\nOne-time invitation: {}\nvalid until {}\n"
        "Give it to that person alone; with it a password is chosen at the sign-in page.\n",
        invited.account.name, invited.code, base::format_utc(invited.expires_at));
}

base::Result<workflow::Invited> invite(OperatorDesk& desk, const WantedUser& wanted) {
  const auto organisation = find_organisation(desk, wanted.organisation, "--organisation");
  if (!organisation) return std::unexpected(organisation.error());
  const auto roles = roles_of(wanted);
  if (!roles) return std::unexpected(roles.error());
  model::Account account;
  account.name = wanted.name;
  account.display = wanted.display.empty() ? wanted.name : wanted.display;
  account.email = wanted.email;
  account.organisation = organisation->id;
  account.roles = *roles;
  account.language = wanted.language;
  auto hub = desk.hub();
  return workflow::invite(hub, desk.who, account);
}

ExitCode run_add_user(const WantedUser& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  const auto invited = invite(**desk, wanted);
  if (!invited) return complain(console, invited.error());
  tell_invitation(*invited, wanted.in_json, console);
  return ExitCode::done;
}

ExitCode run_invite(const WantedUser& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  const auto account = find_account(**desk, wanted.name);
  if (!account) return complain(console, account.error());
  auto hub = (*desk)->hub();
  const auto invited = workflow::invite_again(hub, (*desk)->who, account->id);
  if (!invited) return complain(console, invited.error());
  tell_invitation(*invited, wanted.in_json, console);
  return ExitCode::done;
}

ExitCode run_list_user(const WantedUser& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::shared);
  if (!desk) return complain(console, desk.error());
  const auto accounts = all_accounts(**desk);
  if (!accounts) return complain(console, accounts.error());
  for (const auto& account : *accounts) {
    if (wanted.in_json) {
      console.out << codec::encode(account) << '\n';
      continue;
    }
    std::vector<std::string_view> roles;
    for (const auto role : account.roles)
      roles.push_back(base::word_of(role));
    console.out << fmt::format("{:<24} {:<9} {}\n", account.name, base::word_of(account.state),
                               fmt::join(roles, ", "));
  }
  return accounts->empty() ? ExitCode::no : ExitCode::done;
}

ExitCode run_disable(const WantedUser& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  const auto account = find_account(**desk, wanted.name);
  if (!account) return complain(console, account.error());
  auto hub = (*desk)->hub();
  const auto disabled = workflow::disable_account(hub, (*desk)->who, account->id);
  if (!disabled) return complain(console, disabled.error());
  console.out << fmt::format("{} is disabled; its sessions and tokens have ended.\n",
                             disabled->name);
  return ExitCode::done;
}

std::shared_ptr<WantedUser> user_options(Options& options) {
  auto wanted = std::make_shared<WantedUser>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  return wanted;
}

Run prepare_add_user(Options& options) {
  auto wanted = user_options(options);
  using Need = Options::Need;
  options.text("name", wanted->name, "sign-in name", Need::must);
  options.text("--organisation", wanted->organisation, "key of the organisation", Need::must);
  options.texts("--role", wanted->roles, "one or more roles", Need::must);
  options.text("--display", wanted->display, "name as shown");
  options.text("--email", wanted->email, "address for notices without content");
  options.choice("--language", wanted->language, {"ja", "en"}, "language of notices");
  options.flag("--json", wanted->in_json, "print JSON");
  return [wanted](Console& console) { return run_add_user(*wanted, console); };
}

Run prepare_invite(Options& options) {
  auto wanted = user_options(options);
  options.text("name", wanted->name, "sign-in name", Options::Need::must);
  options.flag("--json", wanted->in_json, "print JSON");
  return [wanted](Console& console) { return run_invite(*wanted, console); };
}

Run prepare_list_user(Options& options) {
  auto wanted = user_options(options);
  options.flag("--json", wanted->in_json, "print a JSON line an account");
  return [wanted](Console& console) { return run_list_user(*wanted, console); };
}

Run prepare_disable(Options& options) {
  auto wanted = user_options(options);
  options.text("name", wanted->name, "sign-in name", Options::Need::must);
  return [wanted](Console& console) { return run_disable(*wanted, console); };
}

}  // namespace

Command command_user() {
  return make_group(
      "user", "accounts, from the machine itself",
      {
          make_command("add", "make an account with a one-time invitation",
                       "  kizuki user add hanako --data store --organisation hq --role analyst",
                       prepare_add_user),
          make_command("invite", "a new invitation, for a forgotten password",
                       "  kizuki user invite hanako --data store", prepare_invite),
          make_command("list", "who has an account, with which roles",
                       "  kizuki user list --data store --json", prepare_list_user),
          make_command("disable", "end an account; it is never deleted, since the record names it",
                       "  kizuki user disable hanako --data store", prepare_disable),
      });
}

}  // namespace cli
