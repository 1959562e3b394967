// How long the planner of visits takes over a whole register: 12,550 firms, 24,000 reports, visits
// to half of the firms with promises, their tasks and those of the reports, one in 32 still open,
// lessons, alerts without an answer at a tenth. Everything is fictional.
#include <chrono>
#include <cstddef>
#include <ctime>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/data_folder.h"
#include "edges/db/scratch_folder.h"
#include "edges/store/account.h"
#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/visit.h"
#include "scratch_hub.h"
#include "timing.h"
#include "work/workflow/plan_visits.h"
#include "work/workflow/read_visits.h"

namespace {

constexpr std::size_t firm_count = 12'550;
constexpr std::size_t report_count = 24'000;
constexpr std::size_t lesson_count = 24;
constexpr double limit_ms = 200;
constexpr std::size_t rounds = 20;

void add_task(db::Connection& connection, base::IdSource& ids, base::UtcTime due,
              const std::string& kind, const base::UuidBytes& object, std::size_t number) {
  connection.execute(
      "INSERT INTO task (org_id, id, kind, state, role, object, area, stage, stage_rank, band,"
      " made_at, due_at, owner, not_by, note, revision)"
      " VALUES ($1, $1, $2, $3, '', $4, '13109', '', 0, '', $5, $5, '', '', '', 1)",
      {ids.next(due), kind, number % 32 == 0 ? "open" : "done", object, due});
}

/// Vetted reports as rows: the planner reads columns only, so the sealed parts are empty.
void add_reports(db::Connection& connection, base::IdSource& ids, base::UtcTime now) {
  for (std::size_t number = 0; number < report_count; ++number) {
    const auto at = now - std::chrono::hours(number % 8'760);
    const auto id = ids.make<model::Report>(at);
    const std::string band = number % 5 == 0 ? "concern" : number % 2 == 0 ? "watch" : "log";
    connection.execute(
        "INSERT INTO report (org_id, id, desk_id, organisation_key, state, kind, band, stage,"
        " score, version, released_version, revision, received_at, wrapped_key, salt, body)"
        " VALUES ($1, $1, $1, $2, 'vetted_context', 'contact', $3, 'approach', 5, 1, 1, 1, $4,"
        " $1, $1, $1)",
        {id, fmt::format("firm-{}", number * 7 % firm_count), band, at});
    connection.execute("INSERT INTO report_area (org_id, report_id, area) VALUES ($1, $1, $2)",
                       {id, bench::municipality(number)});
    add_task(connection, ids, at, "vet_behaviour", id.bytes, number);
  }
}

/// Gives their ids, as they are shown at visits.
std::vector<std::string> add_lessons(db::Connection& connection, const store::Keys& keys,
                                     base::IdSource& ids, base::UtcTime now) {
  std::vector<std::string> added;
  for (std::size_t number = 0; number < lesson_count; ++number) {
    store::StoredLesson stored;
    auto& lesson = stored.lesson;
    lesson.id = ids.make<model::Lesson>(now);
    lesson.organisation = store::find_organisation_by_key(connection, "bureau")->id;
    lesson.state = model::LessonState::approved;
    lesson.content.method = "PB1";
    lesson.content.tlp = model::Tlp::green;
    lesson.made_at = now;
    lesson.approved_at = now;
    static_cast<void>(store::insert_lesson(connection, keys, stored));
    added.push_back(lesson.id.text());
  }
  return added;
}

void add_visit(db::Connection& connection, const store::Keys& keys, base::IdSource& ids,
               base::UtcTime now, const model::Organisation& firm, const std::string& lesson,
               std::size_t number) {
  store::StoredVisit stored;
  auto& visit = stored.visit;
  visit.id = ids.make<model::Visit>(now);
  visit.organisation = firm.id;
  visit.firm = firm.id;
  visit.by = "bench";
  visit.made_at = now;
  visit.visited_at = now - std::chrono::days(number % 900);
  visit.attendees = {model::Attendee::security};
  visit.shown = {{model::Shown::Kind::method, "PB1"},
                 {model::Shown::Kind::method, "PB2"},
                 {model::Shown::Kind::lesson, lesson}};
  static_cast<void>(store::insert_visit(connection, keys, stored));
  add_task(connection, ids, visit.visited_at, "keep_promise", visit.id.bytes, number);
}

void add_delivery(db::Connection& connection, const store::Keys& keys, base::IdSource& ids,
                  base::UtcTime now, const model::Organisation& firm,
                  base::Id<model::Alert> alert) {
  store::StoredDelivery stored;
  auto& delivery = stored.delivery;
  delivery.id = ids.make<model::Delivery>(now);
  delivery.alert = alert;
  delivery.organisation = firm.id;
  delivery.organisation_key = firm.key;
  delivery.made_at = now - std::chrono::days(4);
  static_cast<void>(store::insert_delivery(connection, keys, stored));
}

base::Id<model::Alert> add_alert(db::Connection& connection, const store::Keys& keys,
                                 base::IdSource& ids, base::UtcTime now) {
  store::StoredAlert stored;
  stored.alert.id = ids.make<model::Alert>(now);
  stored.alert.organisation = store::find_organisation_by_key(connection, "bureau")->id;
  stored.alert.state = model::AlertState::sent;
  stored.alert.made_at = now;
  stored.alert.expires_at = now + std::chrono::days(90);
  static_cast<void>(store::insert_alert(connection, keys, stored));
  return stored.alert.id;
}

void fill(workflow::Hub& hub) {
  const auto now = hub.clock.now();
  hub.database.write([&](db::Connection& connection) {
    add_reports(connection, hub.ids, now);
    const auto lessons = add_lessons(connection, hub.keys, hub.ids, now);
    const auto alert = add_alert(connection, hub.keys, hub.ids, now);
    std::vector<model::Organisation> firms;
    store::for_each_organisation(connection, model::OrganisationKind::company,
                                 [&](const model::Organisation& firm) { firms.push_back(firm); });
    for (std::size_t number = 0; number < firms.size(); ++number) {
      if (number % 2 == 0)
        add_visit(connection, hub.keys, hub.ids, now, firms[number], lessons[number % lesson_count],
                  number);
      if (number % 10 == 0) add_delivery(connection, hub.keys, hub.ids, now, firms[number], alert);
    }
  });
}

model::Principal officer_of(workflow::Hub& hub, const std::string& key, model::Role role) {
  const auto desk = hub.database.read([&](db::Connection& connection) {
    return store::find_organisation_by_key(connection, key).value();
  });
  model::Principal principal;
  principal.kind = model::Principal::Kind::person;
  principal.name = "bench";
  principal.organisation = desk.id;
  principal.organisation_kind = desk.kind;
  principal.organisation_key = desk.key;
  principal.roles = {role};
  principal.territory = desk.territory;
  return principal;
}

template <class Work>
void measure(const char* name, const Work& work) {
  std::vector<double> waits_ms;
  static_cast<void>(work());
  const auto start = bench::Stopwatch::now();
  const auto worked_before = std::clock();
  for (std::size_t round = 0; round < rounds; ++round) {
    const auto begun = bench::Stopwatch::now();
    static_cast<void>(work());
    waits_ms.push_back(bench::seconds_since(begun) * 1000);
  }
  const auto pace = bench::pace_of(waits_ms, bench::seconds_since(start));
  // What the processor worked tells of the program where others share the machine.
  const auto worked_ms = static_cast<double>(std::clock() - worked_before) * 1000 / CLOCKS_PER_SEC;
  fmt::print(
      "{:<40} p50 {:>6.1f} ms, slowest {:>6.1f}, {:.2f} of the limit; processor {:>5.1f} ms\n",
      name, pace.p50_ms, pace.p99_ms, pace.p50_ms / limit_ms,
      worked_ms / static_cast<double>(rounds));
}

}  // namespace

int main() {
  const db::ScratchFolder folder;
  bench::make_scratch_store(folder.path(), firm_count, 1);
  base::SystemClock clock;
  base::SystemIds ids;
  const auto store = cli::OpenStore::open(folder.path(), cli::OpenStore::Ownership::alone).value();
  auto hub = store->hub(clock, ids);
  fill(hub);
  const auto analyst = officer_of(hub, "bureau", model::Role::analyst);
  const auto officer = officer_of(hub, "station-3", model::Role::station_officer);
  fmt::print("{} firms, {} reports; limit {} ms\n", firm_count, report_count, limit_ms);
  measure("plan, next 20 of all firms (bureau)",
          [&] { return workflow::plan_visits(hub, analyst).value(); });
  measure("plan, next 20 of a territory (station)",
          [&] { return workflow::plan_visits(hub, officer).value(); });
  measure("coverage of all firms (bureau)",
          [&] { return workflow::visit_coverage(hub, analyst).value(); });
  const auto first = workflow::plan_visits(hub, officer).value().items.front().firm;
  measure("what to read on the way to one firm",
          [&] { return workflow::read_visit_brief(hub, officer, first).value(); });
  return 0;
}
