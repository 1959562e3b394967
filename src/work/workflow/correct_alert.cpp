#include "work/workflow/correct_alert.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "steps/alert/lifecycle.h"
#include "steps/alert/person.h"
#include "steps/alert/problems.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/deliver_alert.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Alert;
using model::AlertState;
using model::Principal;
using rights::Action;
using Kind = Alert::Step::Kind;

base::Result<void> check_words(const Hub& hub, db::Connection& connection, const Alert& alert,
                               const model::Bilingual& words) {
  if (base::is_blank(words.ja) || base::is_blank(words.en))
    return base::fail(ErrorKind::invalid_input, base::is_blank(words.ja) ? "/text/ja" : "/text/en",
                      "is empty", "say in both languages what is corrected");
  std::vector<alert::Finding> findings;
  for (const auto& source : load_sources(hub, connection, alert)) {
    for (const auto& [text, pointer] :
         {std::pair{words.ja, "/text/ja"}, std::pair{words.en, "/text/en"}}) {
      const bool names_firm = source.firm && alert::mentions_firm(text, *source.firm);
      if (names_firm || alert::repeats_place(text, source.record.content))
        findings.push_back({alert::Problem::names_reporting_firm, pointer});
    }
  }
  return alert::refuse_if_any(findings);
}

int corrections_so_far(const Alert& alert) {
  return static_cast<int>(std::ranges::count_if(alert.steps, [](const Alert::Step& step) {
    return step.kind == Kind::corrected || step.kind == Kind::cancelled ||
           step.kind == Kind::expired;
  }));
}

std::string_view action_of(Kind kind) {
  if (kind == Kind::corrected) return "alert.correct";
  return kind == Kind::expired ? "alert.expire" : "alert.cancel";
}

base::Result<Alert> end_or_correct(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                   std::int64_t revision, const model::Bilingual& words,
                                   alert::Act act, Kind kind) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, Action::alert_correct, id, revision);
    if (!stored) return base::pass_on(stored);
    auto next = alert::advance(stored->alert.state, act);
    if (!next) return base::pass_on(next);
    if (stored->alert.sent_at)
      if (auto fits = check_words(hub, connection, stored->alert, words); !fits)
        return base::pass_on(fits);
    stored->alert.state = *next;
    if (auto done = correct_receivers(hub, connection, principal, *stored, kind, words); !done)
      return base::pass_on(done);
    return std::move(stored->alert);
  });
}

bool needs_correction(AlertState state) {
  return state == AlertState::submitted || state == AlertState::approved ||
         state == AlertState::sent;
}

std::vector<base::Id<Alert>> in_both(std::vector<base::Id<Alert>> left,
                                     const std::vector<base::Id<Alert>>& right) {
  std::erase_if(left, [&](const auto& id) { return !std::ranges::count(right, id); });
  return left;
}

std::size_t ask_corrections(Hub& hub, db::Connection& connection, const Principal& principal,
                            const std::vector<base::Id<Alert>>& alerts) {
  std::size_t asked = 0;
  for (const auto& id : alerts) {
    const auto stored = store::find_alert(connection, hub.keys, id);
    if (!stored || !needs_correction(stored->alert.state)) continue;
    open_correction(hub, connection, stored->alert);
    record(hub, connection, principal, {"alert.correction_asked", "alert", id.bytes});
    ++asked;
  }
  return asked;
}

}  // namespace

base::Result<Alert> correct_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                  std::int64_t revision, const model::Bilingual& words) {
  return end_or_correct(hub, principal, id, revision, words, alert::Act::correct, Kind::corrected);
}

base::Result<Alert> cancel_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                 std::int64_t revision, const model::Bilingual& words) {
  return end_or_correct(hub, principal, id, revision, words, alert::Act::cancel, Kind::cancelled);
}

std::size_t ask_corrections_of_dossier(Hub& hub, db::Connection& connection,
                                       const Principal& principal, base::Id<model::Dossier> dossier,
                                       base::Id<model::Report> report) {
  return ask_corrections(hub, connection, principal,
                         in_both(store::find_alerts_of_dossier(connection, dossier),
                                 store::find_alerts_of_report(connection, report)));
}

std::size_t ask_corrections_of_link(Hub& hub, db::Connection& connection,
                                    const Principal& principal, const model::LinkProposal& link) {
  return ask_corrections(hub, connection, principal,
                         in_both(store::find_alerts_of_report(connection, link.left.report),
                                 store::find_alerts_of_report(connection, link.right.report)));
}

std::size_t ask_corrections_of_report(Hub& hub, db::Connection& connection,
                                      const Principal& principal, base::Id<model::Report> report) {
  return ask_corrections(hub, connection, principal,
                         store::find_alerts_of_report(connection, report));
}

base::Result<void> correct_receivers(Hub& hub, db::Connection& connection,
                                     const Principal& principal, store::StoredAlert& stored,
                                     Kind kind, const model::Bilingual& words) {
  auto& alert = stored.alert;
  add_step(hub, principal, alert, kind,
           base::is_blank(words.ja) ? words.en : fmt::format("{} / {}", words.ja, words.en));
  if (auto saved = save_alert(hub, connection, principal, stored, action_of(kind)); !saved)
    return saved;
  close_alert_tasks(connection, alert.id);
  if (alert.sent_at)
    make_deliveries(hub, connection, principal, alert, {corrections_so_far(alert), words});
  return {};
}

}  // namespace workflow
