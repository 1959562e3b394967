#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "work/workflow/approve_alert.h"
#include "work/workflow/draft_alert.h"
#include "work/workflow/edit_alert.h"
#include "work/workflow/feedback.h"
#include "work/workflow/read_alerts.h"
#include "work/workflow/step_alert.h"

/// Statements about an alert on its way to being sent, and what is done with it afterwards.
namespace cli {
namespace {

using model::Alert;
using model::AlertProduct;
using model::Principal;
using Step = workflow::AlertStep;

base::Result<void> done(const base::Result<Alert>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

/// "warning w1 on d1", "caution c1 on r1": a dossier or one report.
base::Result<void> draft(StoryWorld& world, const StoryStatement& line, AlertProduct product) {
  workflow::AlertRequest request;
  request.product = product;
  const auto source = line.after("on");
  if (world.has_dossier(source)) {
    request.dossier = *world.dossier(line, source);
  } else {
    const auto report = world.report(line, source);
    if (!report) return std::unexpected(report.error());
    request.report = report->id;
  }
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto made = workflow::draft_alert(world.hub(), *principal, request);
  if (!made) return std::unexpected(made.error());
  world.keep(std::string(line.word(1)), made->id);
  return {};
}

struct OpenedAlert {
  Principal principal;
  Alert alert;
};

base::Result<OpenedAlert> open_alert(StoryWorld& world, const StoryStatement& line,
                                     std::string_view name) {
  const auto id = world.alert(line, name);
  if (!id) return std::unexpected(id.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto view = workflow::open_alert(world.hub(), *principal, *id, "alert");
  if (!view) return std::unexpected(view.error());
  return OpenedAlert{*principal, view->alert};
}

base::Result<void> take_step(StoryWorld& world, const StoryStatement& line, std::string_view name,
                             Step step) {
  const auto opened = open_alert(world, line, name);
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::step_alert(world.hub(), opened->principal, opened->alert.id,
                                   opened->alert.revision, step));
}

base::Result<void> simple_step(StoryWorld& world, const StoryStatement& line, std::string_view name,
                               Step::Kind kind) {
  Step step;
  step.kind = kind;
  step.note = line.reason();
  step.text = {step.note, step.note};
  return take_step(world, line, name, step);
}

base::Result<void> hold(StoryWorld& world, const StoryStatement& line) {
  const auto day = base::parse_day(line.after("until"));
  if (!day) return story_fault(line, "the end of the hold cannot be read");
  Step step;
  step.kind = Step::Kind::place_hold;
  step.note = line.reason();
  step.until = base::tokyo_midnight(*day);
  return take_step(world, line, line.word(1), step);
}

base::Result<void> write_evidence(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open_alert(world, line, line.word(2));
  if (!opened) return std::unexpected(opened.error());
  model::AlertEdit edit;
  edit.text = opened->alert.text;
  edit.contrary_evidence = line.reason();
  edit.confidence = opened->alert.confidence;
  edit.marking = opened->alert.marking;
  edit.expires_at = opened->alert.expires_at;
  return done(workflow::edit_alert(world.hub(), opened->principal, opened->alert.id,
                                   opened->alert.revision, edit));
}

base::Result<void> read_sources(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open_alert(world, line, line.word(3));
  if (!opened) return std::unexpected(opened.error());
  for (const auto& source : opened->alert.sources) {
    const auto read =
        workflow::open_alert_source(world.hub(), opened->principal, opened->alert.id, source);
    if (!read) return std::unexpected(read.error());
  }
  return {};
}

base::Result<void> give_feedback(StoryWorld& world, const StoryStatement& line) {
  const auto report = world.report(line, line.word(1));
  if (!report) return std::unexpected(report.error());
  const auto words = base::find_word<workflow::Feedback>(line.word(2));
  if (!words) return story_fault(line, "there is no such feedback");
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  return workflow::give_feedback(world.hub(), *principal, report->id, *words, line.reason());
}

}  // namespace

StoryStep play_alert_step(StoryWorld& world, const StoryStatement& line) {
  using Kind = Step::Kind;
  const auto first = line.word(0);
  const auto second = line.word(1);
  if (first == "caution") return draft(world, line, AlertProduct::caution);
  if (first == "warning") return draft(world, line, AlertProduct::warning);
  if (first == "notice") return draft(world, line, AlertProduct::public_notice);
  if (first == "evidence" && second == "against") return write_evidence(world, line);
  if (first == "submit") return simple_step(world, line, second, Kind::submit);
  if (first == "read" && second == "sources") return read_sources(world, line);
  if (first == "approve") return simple_step(world, line, second, Kind::approve);
  if (first == "send" && second == "back")
    return simple_step(world, line, line.word(2), Kind::send_back);
  if (first == "send") return simple_step(world, line, second, Kind::send);
  if (first == "dissent") return simple_step(world, line, second, Kind::dissent);
  if (first == "ask" && second == "hold")
    return simple_step(world, line, line.word(2), Kind::ask_hold);
  if (first == "hold") return hold(world, line);
  if (first == "release" && second == "hold")
    return simple_step(world, line, line.word(2), Kind::release_hold);
  if (first == "correct") return simple_step(world, line, second, Kind::correct);
  if (first == "cancel") return simple_step(world, line, second, Kind::cancel);
  if (first == "feedback") return give_feedback(world, line);
  return std::nullopt;
}

}  // namespace cli
