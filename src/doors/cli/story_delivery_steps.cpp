#include <charconv>

#include "doors/cli/story_steps.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/hand_over_alert.h"
#include "work/workflow/read_alerts.h"

/// Statements about a firm's copy of an alert.
namespace cli {
namespace {

using model::Delivery;
using model::Principal;

base::Result<void> done(const base::Result<Delivery>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

/// The firm behind the line: named, or the doer's own.
base::Result<base::Id<model::Organisation>> firm_of(StoryWorld& world, const StoryStatement& line,
                                                    std::string_view name) {
  if (name.empty()) {
    const auto doer = world.doer(line);
    if (!doer) return std::unexpected(doer.error());
    return doer->organisation;
  }
  const auto firm = world.organisation(line, name);
  if (!firm) return std::unexpected(firm.error());
  return firm->id;
}

struct Found {
  Principal principal;
  Delivery delivery;
};

/// The alert itself at a firm, not one of its corrections.
base::Result<Found> find_delivery(StoryWorld& world, const StoryStatement& line,
                                  std::string_view alert_name, std::string_view firm_name) {
  const auto alert = world.alert(line, alert_name);
  if (!alert) return std::unexpected(alert.error());
  const auto firm = firm_of(world, line, firm_name);
  if (!firm) return std::unexpected(firm.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto list = workflow::deliveries_of_alert(world.hub(), world.reader(), *alert);
  if (!list) return std::unexpected(list.error());
  for (const auto& delivery : *list)
    if (delivery.organisation == *firm && delivery.correction == 0)
      return Found{*principal, delivery};
  return story_fault(line, "this firm did not get this alert");
}

base::Result<void> acknowledge(StoryWorld& world, const StoryStatement& line) {
  const auto found = find_delivery(world, line, line.word(1), line.after("for"));
  if (!found) return std::unexpected(found.error());
  model::AcknowledgementEdit edit;
  if (line.find("seen")) edit.seen_here_too = model::Yes::yes;
  return done(workflow::acknowledge(world.hub(), found->principal, found->delivery.id,
                                    found->delivery.revision, edit));
}

base::Result<void> hand_over(StoryWorld& world, const StoryStatement& line) {
  const auto found = find_delivery(world, line, line.word(2), line.after("to"));
  if (!found) return std::unexpected(found.error());
  workflow::HandOverEdit edit;
  for (const auto& word : line.words) {
    if (!word.is_quoted) continue;
    (edit.to_name.empty() ? edit.to_name : edit.to_role) = word.text;
  }
  return done(workflow::hand_over(world.hub(), found->principal, found->delivery.id,
                                  found->delivery.revision, edit));
}

base::Result<void> follow_up(StoryWorld& world, const StoryStatement& line) {
  const auto found = find_delivery(world, line, line.word(2), line.word(3));
  if (!found) return std::unexpected(found.error());
  int day = 0;
  const auto text = line.word(4);
  if (std::from_chars(text.data(), text.data() + text.size(), day).ec != std::errc())
    return story_fault(line, "the day of the follow-up cannot be read", "30, 90 or 180");
  auto ceased = model::Yes::unknown;
  if (line.word(5) == "ceased") ceased = model::Yes::yes;
  if (line.word(5) == "continues") ceased = model::Yes::no;
  return done(workflow::answer_follow_up(world.hub(), found->principal, found->delivery.id,
                                         found->delivery.revision, day, ceased));
}

}  // namespace

StoryStep play_delivery_step(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "acknowledge") return acknowledge(world, line);
  if (first == "hand" && line.word(1) == "over") return hand_over(world, line);
  if (first == "follow" && line.word(1) == "up") return follow_up(world, line);
  return std::nullopt;
}

}  // namespace cli
