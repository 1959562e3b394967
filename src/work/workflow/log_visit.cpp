#include "work/workflow/log_visit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "edges/store/delivery.h"
#include "edges/store/job.h"
#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "ground/base/working_days.h"
#include "work/workflow/new_task.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"
#include "work/workflow/visit_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Organisation;
using model::Principal;
using model::Shown;
using model::TaskKind;
using model::Visit;
using model::VisitEdit;
using rights::Action;

constexpr std::chrono::days logged_within{366};
constexpr int promise_grace_working_days = 1;

/// The clock of a promise ends with its day in Tokyo.
base::UtcTime due_at(const model::Promise& promise) {
  return base::tokyo_midnight(promise.due_on + std::chrono::days(1));
}

/// The working day after the day it was due on is over.
base::UtcTime escalation_at(const model::Promise& promise) {
  return base::tokyo_midnight(base::working_days_after(promise.due_on, promise_grace_working_days) +
                              std::chrono::days(1));
}

bool is_open(const model::Promise& promise) {
  return !promise.kept_at.has_value();
}

void check_promises(const VisitEdit& edit, std::vector<base::Issue>& issues) {
  for (std::size_t at = 0; at < edit.promises.size(); ++at) {
    const auto& promise = edit.promises[at];
    if (base::is_blank(promise.what))
      issues.push_back({fmt::format("/promises/{}/what", at), "is empty", "say what was promised"});
    if (promise.due_on < base::tokyo_day(edit.visited_at))
      issues.push_back({fmt::format("/promises/{}/due_on", at), "lies before the visit",
                        "give the day until which it was promised"});
  }
}

void check_time(const VisitEdit& edit, base::UtcTime now, std::vector<base::Issue>& issues) {
  if (edit.visited_at > now)
    issues.push_back({"/visited_at", "lies in the future", "log a visit after it took place"});
  if (edit.visited_at < now - logged_within)
    issues.push_back({"/visited_at", "lies more than a year back", "check the year"});
}

/// What can be said before anything is loaded.
base::Result<void> check_edit(const VisitEdit& edit, base::UtcTime now) {
  std::vector<base::Issue> issues;
  check_time(edit, now, issues);
  if (edit.attendees.empty())
    issues.push_back({"/attendees", "is empty", "say in what role somebody of the firm took part"});
  check_promises(edit, issues);
  if (issues.empty()) return {};
  return base::fail(ErrorKind::invalid_input, std::move(issues));
}

base::Result<void> check_site(const Organisation& firm, const VisitEdit& edit) {
  const bool is_there =
      edit.site.empty() || std::ranges::count(firm.sites, edit.site, &model::Site::name) > 0;
  if (is_there) return {};
  return base::fail(ErrorKind::invalid_input, "/site", "is no site of the firm",
                    "give the name of one of its sites, or none");
}

bool is_method(const Hub& hub, const std::string& id) {
  const auto& cards = hub.knowledge.table().playbooks;
  return std::ranges::count(cards, id, &model::Playbook::id) > 0;
}

/// The firm's copy of the alert that was shown; nothing where it did not get it.
std::optional<store::StoredDelivery> find_copy(const Hub& hub, db::Connection& connection,
                                               const Organisation& firm, const Shown& shown) {
  const auto alert = base::parse_id<model::Alert>(shown.id, "");
  if (!alert) return std::nullopt;
  return store::find_delivery_of(connection, hub.keys, firm.id, *alert, 0);
}

/// Whether it is the id of a lesson that a second person approved, marked so that firms may hear.
bool may_be_told(const Hub& hub, db::Connection& connection, const std::string& id) {
  const auto lesson = base::parse_id<model::Lesson>(id, "");
  if (!lesson) return false;
  const auto stored = store::find_lesson(connection, hub.keys, *lesson);
  return stored && stored->lesson.state == model::LessonState::approved &&
         model::is_for_firms(stored->lesson.content.tlp);
}

/// Ends the tasks that the visit was for.
base::Result<void> take_in_shown(const Hub& hub, db::Connection& connection,
                                 const Organisation& firm, const std::vector<Shown>& all) {
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto pointer = fmt::format("/shown/{}/id", at);
    switch (all[at].kind) {
      case Shown::Kind::method:
        if (!is_method(hub, all[at].id))
          return base::fail(ErrorKind::invalid_input, pointer, "is no method card",
                            "give the id of a playbook, such as PB1");
        break;
      case Shown::Kind::alert: {
        const auto copy = find_copy(hub, connection, firm, all[at]);
        if (!copy)
          return base::fail(ErrorKind::invalid_input, pointer, "was not sent to this firm",
                            "show only alerts that the firm has received");
        store::close_tasks(connection, copy->delivery.id.bytes, TaskKind::visit_unacknowledged);
        break;
      }
      case Shown::Kind::lesson:
        if (!may_be_told(hub, connection, all[at].id))
          return base::fail(ErrorKind::invalid_input, pointer, "is no lesson that firms may hear",
                            "tell only lessons that were approved for firms");
        break;
    }
  }
  return {};
}

void remove_doubles(std::vector<Shown>& shown) {
  std::vector<Shown> once;
  for (auto& one : shown)
    if (!std::ranges::count(once, one)) once.push_back(std::move(one));
  shown = std::move(once);
}

Visit visit_of(Hub& hub, const Principal& principal, VisitEdit edit) {
  Visit visit;
  visit.made_at = hub.clock.now();
  visit.id = hub.ids.make<Visit>(visit.made_at);
  visit.organisation = principal.organisation;
  visit.by = principal.name;
  visit.firm = edit.firm;
  visit.site = std::move(edit.site);
  visit.visited_at = edit.visited_at;
  visit.attendees = std::move(edit.attendees);
  visit.shown = std::move(edit.shown);
  visit.asked = std::move(edit.asked);
  visit.note = std::move(edit.note);
  for (auto& promise : edit.promises)
    visit.promises.push_back({std::move(promise.what), promise.due_on, std::nullopt, "", ""});
  return visit;
}

/// A task for the promise that is due first; nothing where all are kept.
void open_promise_task(Hub& hub, db::Connection& connection, const Visit& visit,
                       const Organisation& firm, base::Id<Organisation> desk, model::Role role,
                       const std::string& note = "") {
  std::optional<base::UtcTime> first;
  for (const auto& promise : visit.promises)
    if (is_open(promise) && (!first || due_at(promise) < *first)) first = due_at(promise);
  if (!first) return;
  auto task = new_task(hub, desk, TaskKind::keep_promise, role, visit.id.bytes);
  const bool is_own_desk = desk == visit.organisation;
  if (is_own_desk && !firm.sites.empty()) task.area = firm.sites.front().area;
  task.due_at = *first;
  task.note = note;
  store::open_task(connection, task);
}

void start_clocks(Hub& hub, db::Connection& connection, const Principal& principal,
                  const Visit& visit, const Organisation& firm) {
  open_promise_task(hub, connection, visit, firm, visit.organisation, desk_role(principal));
  for (const auto& promise : visit.promises)
    store::enqueue(connection,
                   {std::string(promise_job), visit.id.bytes, base::format_day(promise.due_on),
                    name_in_record(principal), escalation_at(promise)});
}

base::Result<void> save(const Hub& hub, db::Connection& connection, const Principal& principal,
                        store::StoredVisit& stored, std::string_view action) {
  auto commitment = store::update_visit(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {.action = action,
          .object_kind = "visit",
          .object = stored.visit.id.bytes,
          .commitment = std::move(*commitment)});
  return {};
}

bool is_late(const Visit& visit, base::UtcTime now) {
  return std::ranges::any_of(visit.promises, [&](const model::Promise& promise) {
    return is_open(promise) && escalation_at(promise) <= now;
  });
}

base::Result<void> escalate_promise(Hub& hub, db::Connection& connection, const store::Job& job) {
  const auto stored = store::find_visit(connection, hub.keys, {job.request.object});
  if (!stored || !is_late(stored->visit, hub.clock.now())) return {};
  const auto home = find_home_desk(connection);
  const auto firm = store::find_organisation(connection, stored->visit.firm);
  if (!home || !firm) return {};
  open_promise_task(hub, connection, stored->visit, *firm, home->id, model::Role::analyst,
                    "overdue");
  record(hub, connection, principal_of(job),
         {"visit.promise_overdue", "visit", stored->visit.id.bytes});
  return {};
}

}  // namespace

base::Result<Visit> log_visit(Hub& hub, const Principal& principal, VisitEdit edit,
                              const RequestKey& request) {
  if (auto fits = check_edit(edit, hub.clock.now()); !fits) return base::pass_on(fits);
  remove_doubles(edit.shown);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Visit> {
    auto firm = get_firm_for(connection, principal, Action::visit_log, edit.firm);
    if (!firm) return base::pass_on(firm);
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay) return store::find_visit(connection, hub.keys, {(*replay)->object}).value().visit;
    if (auto fits = check_site(*firm, edit); !fits) return base::pass_on(fits);
    if (auto fits = take_in_shown(hub, connection, *firm, edit.shown); !fits)
      return base::pass_on(fits);
    store::StoredVisit stored;
    stored.visit = visit_of(hub, principal, edit);
    auto commitment = store::insert_visit(connection, hub.keys, stored);
    record(hub, connection, principal,
           {.action = base::word_of(Action::visit_log),
            .object_kind = "visit",
            .object = stored.visit.id.bytes,
            .commitment = std::move(commitment)});
    start_clocks(hub, connection, principal, stored.visit, *firm);
    remember(hub, connection, principal, request, "visit", stored.visit.id.bytes,
             stored.visit.revision);
    return std::move(stored.visit);
  });
}

base::Result<Visit> keep_promise(Hub& hub, const Principal& principal, base::Id<Visit> id,
                                 std::int64_t revision, std::size_t place,
                                 const std::string& note) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Visit> {
    auto found = get_visit_for(hub, connection, principal, Action::visit_promise, id);
    if (!found) return base::pass_on(found);
    auto& visit = found->stored.visit;
    if (visit.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the visit has changed since",
                        "read it again and repeat the change");
    if (place >= visit.promises.size()) return no_such("promise");
    auto& promise = visit.promises[place];
    if (!is_open(promise))
      return base::fail(ErrorKind::conflict, "", "the promise was kept before",
                        "read the visit again");
    promise.kept_at = hub.clock.now();
    promise.kept_by = principal.name;
    promise.note = note;
    const auto task = store::find_open_task(connection, id.bytes, TaskKind::keep_promise);
    store::close_tasks(connection, id.bytes, TaskKind::keep_promise);
    open_promise_task(hub, connection, visit, found->firm, visit.organisation,
                      task ? task->role : desk_role(principal));
    if (auto saved = save(hub, connection, principal, found->stored, "visit.promise_kept"); !saved)
      return base::pass_on(saved);
    return std::move(visit);
  });
}

JobStep promise_step() {
  return writing_step(promise_job, escalate_promise);
}

}  // namespace workflow
