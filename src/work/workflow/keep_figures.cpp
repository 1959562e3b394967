#include "work/workflow/keep_figures.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/store/kept_figures.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"

namespace workflow {

using base::ErrorKind;
using model::KeptFigures;

std::string month_text(std::chrono::year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

base::Result<std::chrono::year_month> month_to_tell(const Hub& hub,
                                                    const model::Principal& principal,
                                                    const std::string& text) {
  if (auto tried = rights::may_try(principal, rights::Action::digest_read); !tried)
    return base::pass_on(tried);
  if (!is_police(principal.organisation_kind))
    return base::fail(ErrorKind::forbidden, "", "these figures are for police only",
                      "ask the police for a briefing");
  const auto last = base::tokyo_month(hub.clock.now()) - std::chrono::months(1);
  if (text.empty()) return last;
  const auto first = base::parse_day(text + "-01", "month");
  if (!first)
    return base::fail(ErrorKind::invalid_input, "month", "is no month",
                      "give year and month, such as 2026-10");
  const std::chrono::year_month_day day(*first);
  if (day.year() / day.month() > last)
    return base::fail(ErrorKind::invalid_input, "month", "is not over yet",
                      "choose a month that is over");
  return day.year() / day.month();
}

std::string briefing_audience(std::vector<std::string> areas) {
  std::ranges::sort(areas);
  const auto repeated = std::ranges::unique(areas);
  areas.erase(repeated.begin(), repeated.end());
  std::string audience = "briefing";
  for (const auto& area : areas)
    audience += " " + area;
  return audience;
}

KeptFigures keep_figures(Hub& hub, db::Connection& connection, const model::Principal& principal,
                         const FiguresFor& wanted, const std::function<model::Figures()>& count) {
  const auto month = month_text(wanted.month);
  if (auto kept = store::find_kept_figures(connection, hub.keys, month, wanted.audience))
    return std::move(*kept);
  KeptFigures kept;
  kept.made_at = hub.clock.now();
  kept.id = hub.ids.make<KeptFigures>(kept.made_at);
  const auto home = find_home_desk(connection);
  kept.organisation = home ? home->id : principal.organisation;
  kept.month = month;
  kept.audience = wanted.audience;
  kept.figures = count();
  auto commitment = store::insert_kept_figures(connection, hub.keys, kept);
  record(hub, connection, principal,
         {.action = "figures.keep",
          .object_kind = "figures",
          .object = kept.id.bytes,
          .commitment = std::move(commitment)});
  return kept;
}

}  // namespace workflow
