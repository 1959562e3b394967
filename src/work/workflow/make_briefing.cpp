#include "work/workflow/make_briefing.h"

#include <algorithm>
#include <set>
#include <utility>

#include "edges/store/digest.h"
#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/visit.h"
#include "steps/outreach/figures.h"
#include "steps/outreach/lesson.h"
#include "work/workflow/counted_reports.h"
#include "work/workflow/keep_figures.h"
#include "work/workflow/keep_lesson.h"
#include "work/workflow/meeting_access.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/read_words.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"
#include "work/workflow/visit_access.h"

namespace workflow {
namespace {

using model::Audience;
using model::Briefing;
using model::Lesson;
using model::Organisation;
using model::Principal;
using rights::Action;

constexpr std::size_t lessons_max = 8, signs_max = 12;
constexpr std::chrono::months counted_months{6};

/// Who is briefed, as far as the briefing needs to know.
struct Listener {
  model::Bilingual name;
  std::vector<std::string> areas;  ///< "" = nowhere in particular
  std::set<std::string> told;      ///< ids of lessons
  model::Tlp tlp_max = model::Tlp::amber;
};

/// What may be told to somebody of such an organisation.
model::Tlp tlp_for(model::OrganisationKind kind) {
  return is_police(kind) ? model::Tlp::amber : model::Tlp::green;
}

base::Result<Listener> firm_listening(db::Connection& connection, const Principal& principal,
                                      const base::UuidBytes& id) {
  auto firm = get_firm_for(connection, principal, Action::visit_read, {id});
  if (!firm) return base::pass_on(firm);
  Listener listener;
  listener.name = firm->name;
  for (const auto& site : firm->sites)
    if (!site.area.empty()) listener.areas.push_back(site.area);
  listener.told = store::shown_to_firm(connection, firm->id, model::Shown::Kind::lesson);
  listener.tlp_max = tlp_for(firm->kind);
  return listener;
}

base::Result<Listener> desk_listening(db::Connection& connection, const Principal& principal,
                                      const base::UuidBytes& id) {
  auto desk = get_organisation_for(connection, principal, Action::organisation_read, {id});
  if (!desk) return base::pass_on(desk);
  if (desk->kind == model::OrganisationKind::company) return no_such("organisation");
  return Listener{desk->name, desk->territory, {}, tlp_for(desk->kind)};
}

base::Result<Listener> meeting_listening(const Hub& hub, db::Connection& connection,
                                         const Principal& principal, const base::UuidBytes& id) {
  auto stored = get_meeting_for(hub, connection, principal, Action::meeting_read, {id});
  if (!stored) return base::pass_on(stored);
  const auto& title = stored->meeting.content.title;
  Listener listener{{title, title}, {}, {}, model::Tlp::amber};
  for (const auto& id_of_desk : stored->meeting.content.invited)
    if (const auto desk = store::find_organisation(connection, id_of_desk))
      listener.tlp_max = std::min(listener.tlp_max, tlp_for(desk->kind));
  return listener;
}

base::Result<Listener> find_listener(const Hub& hub, db::Connection& connection,
                                     const Principal& principal, Audience audience,
                                     const base::UuidBytes& id) {
  switch (audience) {
    case Audience::firm:
      return firm_listening(connection, principal, id);
    case Audience::station:
      return desk_listening(connection, principal, id);
    case Audience::meeting:
      return meeting_listening(hub, connection, principal, id);
  }
  return no_such("organisation");
}

/// Newest first, but those not told yet before the others.
std::vector<Lesson> lessons_for(const Hub& hub, db::Connection& connection,
                                const Listener& listener) {
  auto lessons = store::list_approved_lessons(connection, hub.keys);
  std::erase_if(lessons,
                [&](const Lesson& lesson) { return lesson.content.tlp > listener.tlp_max; });
  std::ranges::reverse(lessons);
  std::ranges::stable_partition(
      lessons, [&](const Lesson& lesson) { return !listener.told.contains(lesson.id.text()); });
  if (lessons.size() > lessons_max) lessons.resize(lessons_max);
  return lessons;
}

std::vector<model::SignCard> signs_of(const model::IndicatorTable& table,
                                      const std::vector<Lesson>& lessons) {
  std::set<std::string> wanted;
  for (const auto& lesson : lessons)
    wanted.insert(lesson.content.signs.begin(), lesson.content.signs.end());
  std::vector<model::SignCard> signs;
  for (const auto& indicator : table.indicators)
    if (wanted.contains(indicator.id) && signs.size() < signs_max)
      signs.push_back({indicator.id, indicator.name, innocent_words(indicator)});
  return signs;
}

/// As they are told: in steps.
model::Figures count_methods(const Hub& hub, db::Connection& connection,
                             const store::Period& period, const std::vector<std::string>& areas) {
  outreach::FigureCount count;
  for_each_counted_report(hub, connection, period, areas,
                          [&](const store::CountedReport& report, const std::string& method) {
                            count.add(method, report.firm_key);
                          });
  model::Figures figures;
  if (const auto total = count.total()) figures.reports = outreach::figure_step(*total);
  for (const auto& figure : count.cells())
    figures.methods.push_back({figure.code, outreach::figure_step(figure.count)});
  return figures;
}

void add_figures(Hub& hub, db::Connection& connection, const Principal& principal,
                 const Listener& listener, Briefing& briefing) {
  const store::Period period{briefing.since, briefing.until};
  const auto last_month = base::tokyo_month(briefing.until) - std::chrono::months(1);
  const auto figures_of = [&](const std::vector<std::string>& areas) {
    return keep_figures(hub, connection, principal, {last_month, briefing_audience(areas)},
                        [&] { return count_methods(hub, connection, period, areas); })
        .figures;
  };
  auto figures = figures_of(listener.areas);
  briefing.is_local = !listener.areas.empty() && figures.reports.has_value();
  if (!briefing.is_local && !listener.areas.empty()) figures = figures_of({});
  briefing.methods = std::move(figures.methods);
}

Briefing briefing_for(Hub& hub, db::Connection& connection, const Principal& principal,
                      const Listener& listener, Audience audience, const base::UuidBytes& id) {
  Briefing briefing;
  briefing.audience = audience;
  briefing.id = id;
  briefing.name = listener.name;
  if (const auto home = find_home_desk(connection)) briefing.from = home->name;
  briefing.made_at = hub.clock.now();
  briefing.tlp = listener.tlp_max;
  const auto month = base::tokyo_month(briefing.made_at);
  briefing.since = base::start_of(month - counted_months);
  briefing.until = base::start_of(month);
  add_figures(hub, connection, principal, listener, briefing);
  briefing.lessons = lessons_for(hub, connection, listener);
  for (auto& lesson : briefing.lessons)
    hide_handling(lesson);
  briefing.signs = signs_of(hub.knowledge.table(), briefing.lessons);
  briefing.advice = outreach::general_advice();
  return briefing;
}

}  // namespace

base::Result<Briefing> make_briefing(Hub& hub, const Principal& principal, Audience audience,
                                     const base::UuidBytes& id) {
  if (auto tried = rights::may_try(principal, Action::digest_read); !tried)
    return base::pass_on(tried);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Briefing> {
    auto listener = find_listener(hub, connection, principal, audience, id);
    if (!listener) return base::pass_on(listener);
    record(hub, connection, principal,
           {"briefing.make",
            audience == Audience::meeting ? "meeting" : "organisation",
            id,
            {},
            "follow_up"});
    return briefing_for(hub, connection, principal, *listener, audience, id);
  });
}

}  // namespace workflow
