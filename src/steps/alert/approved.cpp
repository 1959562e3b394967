#include "steps/alert/approved.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/base/blank.h"
#include "steps/alert/lifecycle.h"

namespace alert {
namespace {

using Kind = model::Alert::Step::Kind;
using State = model::AlertState;

bool has_left_the_desk(State state) {
  switch (state) {
    case State::approved:
    case State::sent:
    case State::cancelled:
    case State::expired:
      return true;
    case State::draft:
    case State::submitted:
      return false;
  }
  return false;
}

// An edit or a sending back after an approval makes it worthless.
std::vector<const model::Alert::Step*> approvals(const model::Alert& alert) {
  std::vector<const model::Alert::Step*> found;
  for (const auto& step : alert.steps) {
    switch (step.kind) {
      case Kind::submitted:
      case Kind::edited:
      case Kind::sent_back:
        found.clear();
        break;
      case Kind::approved:
        if (!wrote(alert, step.by)) found.push_back(&step);
        break;
      case Kind::drafted:
      case Kind::dissent:
      case Kind::hold_asked:
      case Kind::hold_placed:
      case Kind::hold_released:
      case Kind::sent:
      case Kind::corrected:
      case Kind::cancelled:
      case Kind::expired:
        break;
    }
  }
  return found;
}

}  // namespace

std::size_t bodies_needed(const model::Alert& alert) {
  bool has_person = !base::is_blank(alert.text.person.ja) || !base::is_blank(alert.text.person.en);
  return alert.product == model::AlertProduct::public_notice && has_person ? 2 : 1;
}

std::vector<std::string> bodies_approved(const model::Alert& alert) {
  std::vector<std::string> bodies;
  for (const auto* step : approvals(alert))
    if (!std::ranges::count(bodies, step->by_organisation)) bodies.push_back(step->by_organisation);
  return bodies;
}

base::Result<Approved> approved_from(model::Alert alert) {
  if (!has_left_the_desk(alert.state))
    return base::fail(base::ErrorKind::conflict, "/state",
                      fmt::format("it is {}, not approved", base::word_of(alert.state)),
                      "have it approved by a second person");
  std::vector<base::Issue> issues;
  if (base::is_blank(alert.contrary_evidence))
    issues.push_back(to_issue({Problem::no_contrary_evidence, "/contrary_evidence"}));
  if (bodies_approved(alert).size() < bodies_needed(alert))
    issues.push_back({"/steps", "it lacks an approval by somebody other than its author",
                      "have it approved again"});
  bool is_clear = alert.marking.tlp == model::Tlp::clear && alert.marking.pap == model::Pap::clear;
  if (alert.product == model::AlertProduct::public_notice && !is_clear)
    issues.push_back(to_issue({Problem::notice_not_clear, "/marking"}));
  if (!issues.empty()) return base::fail(base::ErrorKind::refused, std::move(issues));
  return Approved(std::move(alert));
}

base::Result<model::Alert> approve(model::Alert alert, const CheckFacts& facts,
                                   const Approver& approver, const std::string& note) {
  auto next = advance(alert.state, Act::approve);
  if (!next) return base::pass_on(next);
  auto asked = facts;
  asked.approver = approver.name;
  auto findings = problems_of(alert, asked);
  std::erase_if(findings, [](const Finding& found) { return found.problem == Problem::held; });
  auto free = refuse_if_any(findings);
  if (!free) return base::pass_on(free);
  for (const auto* step : approvals(alert))
    if (step->by == approver.name)
      return base::fail(base::ErrorKind::conflict, "/steps", "you approved it already",
                        "an approver of another organisation is needed");
  alert.steps.push_back({Kind::approved, approver.name, approver.organisation, facts.now, note});
  if (bodies_approved(alert).size() >= bodies_needed(alert)) alert.state = *next;
  return alert;
}

}  // namespace alert
