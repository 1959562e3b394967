#include <algorithm>

#include "doors/cli/story_steps.h"
#include "work/workflow/contacts.h"
#include "work/workflow/invite.h"

/// Statements about who may be reached at a firm and who gets an account there.
namespace cli {
namespace {

/// `contact "Name" "address" at delta by officer-gate`: written down, not verified.
base::Result<void> write_down(StoryWorld& world, const StoryStatement& line) {
  const auto firm = world.organisation(line, line.after("at"));
  if (!firm) return std::unexpected(firm.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  model::Contact contact;
  contact.name = line.words.at(1).text;
  contact.email = line.words.at(2).text;
  contact.takes_alerts = true;
  auto added = workflow::add_contact(world.hub(), *principal, firm->id, contact);
  if (!added) return base::pass_on(added);
  return {};
}

/// `call back "Name" at delta by officer-gate: how it went`, or `... failed`: a contact whom a
/// number found independently does not know is taken out.
base::Result<void> call_back(StoryWorld& world, const StoryStatement& line) {
  const auto firm = world.organisation(line, line.after("at"));
  if (!firm) return std::unexpected(firm.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto contacts = workflow::list_contacts(world.hub(), *principal, firm->id);
  if (!contacts) return std::unexpected(contacts.error());
  const auto found = std::ranges::find(*contacts, line.words.at(2).text, &model::Contact::name);
  if (found == contacts->end()) return story_fault(line, "there is no such contact");
  if (line.find("failed")) return workflow::remove_contact(world.hub(), *principal, found->id);
  auto verified = workflow::verify_contact(world.hub(), *principal, found->id, line.reason());
  if (!verified) return base::pass_on(verified);
  return {};
}

/// `invite boss-delta "address" at delta by administrator-1`.
base::Result<void> invite(StoryWorld& world, const StoryStatement& line) {
  const auto firm = world.organisation(line, line.after("at"));
  if (!firm) return std::unexpected(firm.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  model::Account account;
  account.name = line.word(1);
  account.display = account.name;
  account.email = line.words.at(2).text;
  account.organisation = firm->id;
  account.roles = {model::Role::company_officer};
  auto invited = workflow::invite(world.hub(), *principal, account);
  if (!invited) return base::pass_on(invited);
  return {};
}

bool has_words(const StoryStatement& line, std::size_t count) {
  return line.words.size() >= count;
}

}  // namespace

StoryStep play_register_step(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "contact" && has_words(line, 3)) return write_down(world, line);
  if (first == "call" && line.word(1) == "back" && has_words(line, 3))
    return call_back(world, line);
  if (first == "invite" && has_words(line, 3)) return invite(world, line);
  return std::nullopt;
}

}  // namespace cli
