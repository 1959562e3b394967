#include <algorithm>

#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "work/jobs/sealer.h"
#include "work/workflow/invite.h"
#include "work/workflow/judge_link.h"
#include "work/workflow/read_alerts.h"
#include "work/workflow/set_up_hub.h"
#include "work/workflow/verify_store.h"
#include "work/workflow/work_queue.h"

/// Expectations about the queue and the record.
namespace cli {
namespace {

using Finding = std::optional<std::string>;

/// What a task may be about: the thing itself, and for an alert its deliveries (to one firm).
base::Result<std::vector<base::UuidBytes>> objects_of(StoryWorld& world, const StoryStatement& line,
                                                      std::string_view name,
                                                      std::string_view firm_name) {
  if (world.has_report(name)) {
    const auto report = world.report(line, name);
    std::vector<base::UuidBytes> objects{report->id.bytes};
    const auto links = workflow::links_of_report(world.hub(), world.reader(), report->id);
    if (links)
      for (const auto& link : *links)
        objects.push_back(link.id.bytes);
    return objects;
  }
  if (world.has_dossier(name))
    return std::vector<base::UuidBytes>{world.dossier(line, name)->bytes};
  const auto alert = world.alert(line, name);
  if (!alert) return std::unexpected(alert.error());
  if (firm_name.empty()) return std::vector<base::UuidBytes>{alert->bytes};
  const auto firm = world.organisation(line, firm_name);
  if (!firm) return std::unexpected(firm.error());
  const auto list = workflow::deliveries_of_alert(world.hub(), world.reader(), *alert);
  if (!list) return std::unexpected(list.error());
  std::vector<base::UuidBytes> objects;
  for (const auto& delivery : *list)
    if (delivery.organisation == firm->id) objects.push_back(delivery.id.bytes);
  return objects;
}

/// Open tasks of every desk: an auditor sees all of them.
base::Result<std::vector<model::Task>> open_tasks(StoryWorld& world, const StoryStatement& line) {
  const auto auditor = world.person(line, "auditor-1");
  if (!auditor) return std::unexpected(auditor.error());
  std::vector<model::Task> tasks;
  workflow::QueueRequest request;
  request.page.limit = model::PageRequest::limit_max;
  do {
    const auto page = workflow::read_queue(world.hub(), *auditor, request);
    if (!page) return std::unexpected(page.error());
    tasks.insert(tasks.end(), page->items.begin(), page->items.end());
    request.page.after = page->next;
  } while (!request.page.after.empty());
  return tasks;
}

StoryFinding check_task(StoryWorld& world, const StoryStatement& line, bool is_wanted) {
  const auto word = line.after("task");
  const auto kind = base::find_word<model::TaskKind>(word);
  if (!kind) return story_fault(line, "there is no such task");
  const auto objects = objects_of(world, line, line.after("on"), line.after("for"));
  if (!objects) return std::unexpected(objects.error());
  const auto tasks = open_tasks(world, line);
  if (!tasks) return std::unexpected(tasks.error());
  std::string was;
  bool is_there = false;
  for (const auto& task : *tasks) {
    if (std::ranges::find(*objects, task.object) == objects->end()) continue;
    was += " " + std::string(base::word_of(task.kind));
    is_there = is_there || task.kind == *kind;
  }
  if (is_there == is_wanted) return Finding{};
  return Finding(fmt::format("expected {}task {}, was{}", is_wanted ? "" : "no ", word,
                             was.empty() ? " none" : was));
}

StoryFinding check_no_account(StoryWorld& world, std::string_view name) {
  model::PageRequest page;
  page.limit = model::PageRequest::limit_max;
  const auto accounts =
      workflow::list_accounts(world.hub(), workflow::operator_principal("story"), page);
  if (!accounts) return std::unexpected(accounts.error());
  const bool is_there =
      std::ranges::find(accounts->items, name, &model::Account::name) != accounts->items.end();
  return is_there ? Finding("expected no account, was there") : Finding{};
}

StoryFinding check_verified(StoryWorld& world) {
  jobs::seal_waiting(world.hub());
  const auto found = workflow::verify_store(world.hub().database, world.hub().keys);
  if (found.holds) return Finding{};
  return Finding("expected the record to hold, was broken at " + found.first_broken);
}

}  // namespace

StoryCheck check_desk(StoryWorld& world, const StoryStatement& line) {
  if (line.word(0) == "task") return check_task(world, line, true);
  if (line.word(0) == "no" && line.word(1) == "task") return check_task(world, line, false);
  if (line.word(0) == "no" && line.word(1) == "account")
    return check_no_account(world, line.word(2));
  if (line.word(0) == "record") return check_verified(world);
  return std::nullopt;
}

}  // namespace cli
