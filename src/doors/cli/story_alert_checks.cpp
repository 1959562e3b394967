#include <algorithm>

#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "edges/codec/json.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/read_alerts.h"

/// Expectations about an alert, its audience and its deliveries.
namespace cli {
namespace {

using model::Alert;
using model::AlertView;
using model::Delivery;
using Finding = std::optional<std::string>;

Finding check_problem(const AlertView& view, std::string_view wanted) {
  std::string was;
  for (const auto& issue : view.problems) {
    if (issue.pointer.find(wanted) != std::string::npos) return std::nullopt;
    was += issue.pointer + " " + issue.problem + "; ";
  }
  return fmt::format("expected problem {}, was {}", wanted, was.empty() ? "none" : was);
}

const model::Recipient* find_recipient(const Alert& alert, std::string_view key) {
  for (const auto& recipient : alert.audience)
    if (recipient.organisation_key == key && !recipient.excluded) return &recipient;
  return nullptr;
}

std::string keys_of(const std::vector<model::Recipient>& audience) {
  std::string keys;
  for (const auto& recipient : audience)
    keys += (keys.empty() ? "" : " ") + recipient.organisation_key;
  return keys.empty() ? "nobody" : keys;
}

Finding check_audience(const Alert& alert, const StoryStatement& line) {
  const auto key = line.word(2);
  const auto* recipient = find_recipient(alert, key);
  const auto wanted = line.after("with");
  if (recipient == nullptr)
    return fmt::format("expected {} in the audience, was {}", key, keys_of(alert.audience));
  if (wanted.empty()) return std::nullopt;
  std::string codes;
  for (const auto& reason : recipient->reasons) {
    if (reason.code == wanted) return std::nullopt;
    codes += " " + reason.code;
  }
  return fmt::format("expected a reason {}, was{}", wanted, codes);
}

/// What could name a firm: its key, its names, its exact places.
StoryFinding check_hides(StoryWorld& world, const StoryStatement& line, const Alert& alert) {
  const auto firm = world.organisation(line, line.word(2));
  if (!firm) return std::unexpected(firm.error());
  const auto text = codec::encode(alert.text);
  std::vector<std::string> names{firm->name.ja, firm->name.en};
  for (const auto& site : firm->sites)
    if (!site.address.empty()) names.push_back(site.address);
  for (const auto& name : names)
    if (text.find(name) != std::string::npos)
      return Finding(fmt::format("expected no word of {}, was '{}'", firm->key, name));
  return Finding{};
}

StoryFinding check_view(StoryWorld& world, const StoryStatement& line, const AlertView& view) {
  const auto what = line.word(1);
  if (what == "state") return compare(line.word(2), base::word_of(view.alert.state));
  if (what == "problem") return check_problem(view, line.word(2));
  if (what == "audience") return check_audience(view.alert, line);
  if (what == "not" && line.word(2) == "audience")
    return find_recipient(view.alert, line.word(3)) == nullptr
               ? Finding{}
               : fmt::format("expected {} not in the audience, was in it", line.word(3));
  if (what == "hides") return check_hides(world, line, view.alert);
  if (what == "describes" && line.word(2) == "no")
    return compare("", view.alert.text.person.ja + view.alert.text.person.en);
  return story_fault(line, "this is no expectation about an alert");
}

base::Result<std::vector<Delivery>> deliveries(StoryWorld& world, const StoryStatement& line,
                                               std::string_view alert_name,
                                               std::string_view firm_name) {
  const auto alert = world.alert(line, alert_name);
  if (!alert) return std::unexpected(alert.error());
  const auto firm = world.organisation(line, firm_name);
  if (!firm) return std::unexpected(firm.error());
  auto list = workflow::deliveries_of_alert(world.hub(), world.reader(), *alert);
  if (!list) return base::pass_on(list);
  std::erase_if(*list, [&](const Delivery& delivery) { return delivery.organisation != firm->id; });
  return std::move(*list);
}

StoryFinding check_reminders(StoryWorld& world, const StoryStatement& line) {
  const auto list = deliveries(world, line, line.after("of"), line.after("to"));
  if (!list) return std::unexpected(list.error());
  if (list->empty()) return Finding("expected a delivery, was none");
  return compare(line.words.back().text, fmt::format("{}", list->front().reminders));
}

/// A notice waits, went out, or there was nobody to write to: the firm was thought of.
StoryFinding check_mail(StoryWorld& world, const StoryStatement& line) {
  const auto firm = world.organisation(line, line.after("to"));
  if (!firm) return std::unexpected(firm.error());
  const auto alerts = workflow::list_alerts(world.hub(), world.reader(), std::nullopt, {});
  if (!alerts) return std::unexpected(alerts.error());
  for (const auto& alert : alerts->items) {
    const auto list = workflow::deliveries_of_alert(world.hub(), world.reader(), alert.id);
    if (!list) continue;
    for (const auto& delivery : *list)
      if (delivery.organisation == firm->id && delivery.notice != model::NoticeState::not_needed)
        return Finding{};
  }
  return Finding("expected a notice, was none");
}

/// "inbox of officer-delta has w1", "... has correction of w1".
StoryFinding check_inbox(StoryWorld& world, const StoryStatement& line) {
  const auto officer = world.person(line, line.word(2));
  if (!officer) return std::unexpected(officer.error());
  const bool is_correction = line.after("has") == "correction";
  const auto alert = world.alert(line, line.words.back().text);
  if (!alert) return std::unexpected(alert.error());
  const auto inbox = workflow::read_inbox(world.hub(), *officer, {});
  if (!inbox) return std::unexpected(inbox.error());
  for (const auto& item : inbox->items)
    if (item.delivery.alert == *alert && (item.delivery.correction > 0) == is_correction)
      return Finding{};
  return Finding(fmt::format("expected it in the inbox, was not among {}", inbox->items.size()));
}

}  // namespace

StoryCheck check_alert(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "reminders") return check_reminders(world, line);
  if (first == "mail") return check_mail(world, line);
  if (first == "inbox") return check_inbox(world, line);
  if (!world.has_alert(first)) return std::nullopt;
  const auto id = world.alert(line, first);
  const auto view = workflow::open_alert(world.hub(), world.reader(), *id, "alert");
  if (!view) return std::unexpected(view.error());
  return check_view(world, line, *view);
}

}  // namespace cli
