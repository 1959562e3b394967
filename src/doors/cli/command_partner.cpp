#include "doors/cli/command_partner.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "doors/cli/files.h"
#include "doors/cli/operator_desk.h"
#include "edges/codec/bundle_json.h"
#include "work/workflow/partners.h"

namespace cli {
namespace {

struct WantedPartner {
  std::string data, file, verified, url, organisation;
  bool in_json = false;
};

ExitCode run_card(const WantedPartner& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::shared);
  if (!desk) return complain(console, desk.error());
  auto hub = (*desk)->hub();
  const auto card = workflow::own_card(hub, (*desk)->who);
  if (!card) return complain(console, card.error());
  console.out << codec::encode(*card) << '\n';
  console.err << fmt::format(
      "Give this to the other hub. Let it read the fingerprint back to you by telephone:\n  {}\n",
      workflow::fingerprint(*card));
  return ExitCode::done;
}

ExitCode run_add_partner(const WantedPartner& wanted, Console& console) {
  const auto text = read_file(wanted.file);
  if (!text) return complain(console, text.error(), wanted.file);
  auto card = codec::decode<model::HubCard>(*text);
  if (!card) return complain(console, card.error(), wanted.file);
  if (!wanted.url.empty()) card->url = wanted.url;
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  auto hub = (*desk)->hub();
  const auto partner = workflow::add_partner(hub, (*desk)->who, *card, wanted.verified);
  if (!partner) return complain(console, partner.error());
  console.out << fmt::format("{} is a partner now. Fingerprint:\n  {}\n", partner->organisation_key,
                             workflow::fingerprint(*card));
  return ExitCode::done;
}

ExitCode run_list_partner(const WantedPartner& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::shared);
  if (!desk) return complain(console, desk.error());
  auto hub = (*desk)->hub();
  const auto partners = workflow::list_partners(hub, (*desk)->who);
  if (!partners) return complain(console, partners.error());
  for (const auto& partner : *partners) {
    if (wanted.in_json)
      console.out << codec::encode(partner) << '\n';
    else
      console.out << fmt::format("{:<24} {:<7} {}\n", partner.organisation_key,
                                 partner.is_active ? "active" : "ended",
                                 partner.url.empty() ? "by hand" : partner.url);
    if (!wanted.in_json && !partner.exchange_error.empty())
      console.out << fmt::format("{:<24} last round failed: {}\n", "", partner.exchange_error);
  }
  return partners->empty() ? ExitCode::no : ExitCode::done;
}

ExitCode run_end(const WantedPartner& wanted, Console& console) {
  auto desk = open_desk(wanted.data, OpenStore::Ownership::alone);
  if (!desk) return complain(console, desk.error());
  auto hub = (*desk)->hub();
  const auto partners = workflow::list_partners(hub, (*desk)->who);
  if (!partners) return complain(console, partners.error());
  const auto known =
      std::ranges::find(*partners, wanted.organisation, &model::Partner::organisation_key);
  if (known == partners->end())
    return complain(console, {base::ErrorKind::not_found, "organisation",
                              "is no partner of this hub", "see: kizuki partner list"});
  const auto ended = workflow::edit_partner(hub, (*desk)->who, known->organisation, known->revision,
                                            {false, known->url});
  if (!ended) return complain(console, ended.error());
  console.out << fmt::format("The exchange with {} has ended; what was exchanged stays.\n",
                             ended->organisation_key);
  return ExitCode::done;
}

std::shared_ptr<WantedPartner> partner_options(Options& options) {
  auto wanted = std::make_shared<WantedPartner>();
  options.text("--data", wanted->data, "folder of the store", Options::Need::must);
  return wanted;
}

Run prepare_card(Options& options) {
  auto wanted = partner_options(options);
  return [wanted](Console& console) { return run_card(*wanted, console); };
}

Run prepare_add_partner(Options& options) {
  auto wanted = partner_options(options);
  using Need = Options::Need;
  options.text("card", wanted->file, "file with the other hub's card", Need::must);
  options.text("--verified", wanted->verified,
               "whom you called to compare the fingerprint, at a number found independently",
               Need::must);
  options.text("--url", wanted->url, "where it takes bundles, if not as its card says");
  return [wanted](Console& console) { return run_add_partner(*wanted, console); };
}

Run prepare_list_partner(Options& options) {
  auto wanted = partner_options(options);
  options.flag("--json", wanted->in_json, "print a JSON line a partner");
  return [wanted](Console& console) { return run_list_partner(*wanted, console); };
}

Run prepare_end(Options& options) {
  auto wanted = partner_options(options);
  options.text("organisation", wanted->organisation, "key of its organisation",
               Options::Need::must);
  return [wanted](Console& console) { return run_end(*wanted, console); };
}

}  // namespace

Command command_partner() {
  return make_group("partner", "other hubs that bundles are exchanged with",
                    {
                        make_command("card", "how this hub shows itself to others",
                                     "  kizuki partner card --data store > our.card", prepare_card),
                        make_command("add", "take another hub on after a call",
                                     "  kizuki partner add their.card --data store --verified "
                                     "'called the switchboard number of the force'",
                                     prepare_add_partner),
                        make_command("list", "who they are", "  kizuki partner list --data store",
                                     prepare_list_partner),
                        make_command("end", "take no more bundles from one and make none for it",
                                     "  kizuki partner end org-semi-a --data store", prepare_end),
                    });
}

}  // namespace cli
