#include "steps/alert/lifecycle.h"

#include <array>

#include <fmt/format.h>

namespace alert {
namespace {

using State = model::AlertState;

struct Transition {
  State from;
  Act act;
  State to;
};

constexpr std::array transitions{
    Transition{State::draft, Act::edit, State::draft},
    Transition{State::draft, Act::hold, State::draft},
    Transition{State::draft, Act::release_hold, State::draft},
    Transition{State::draft, Act::submit, State::submitted},
    Transition{State::draft, Act::cancel, State::cancelled},
    Transition{State::submitted, Act::dissent, State::submitted},
    Transition{State::submitted, Act::ask_hold, State::submitted},
    Transition{State::submitted, Act::hold, State::submitted},
    Transition{State::submitted, Act::release_hold, State::submitted},
    Transition{State::submitted, Act::send_back, State::draft},
    Transition{State::submitted, Act::approve, State::approved},
    Transition{State::submitted, Act::cancel, State::cancelled},
    Transition{State::approved, Act::dissent, State::approved},
    Transition{State::approved, Act::ask_hold, State::approved},
    Transition{State::approved, Act::hold, State::approved},
    Transition{State::approved, Act::release_hold, State::approved},
    Transition{State::approved, Act::send_back, State::draft},
    Transition{State::approved, Act::send, State::sent},
    Transition{State::approved, Act::cancel, State::cancelled},
    Transition{State::approved, Act::expire, State::expired},
    Transition{State::sent, Act::dissent, State::sent},
    Transition{State::sent, Act::correct, State::sent},
    Transition{State::sent, Act::cancel, State::cancelled},
    Transition{State::sent, Act::expire, State::expired},
};

std::string acts_allowed(State state) {
  std::string words;
  for (const auto& transition : transitions) {
    if (transition.from != state) continue;
    if (!words.empty()) words += ", ";
    words += base::word_of(transition.act);
  }
  return words;
}

}  // namespace

std::optional<model::AlertState> after(model::AlertState state, Act act) {
  for (const auto& transition : transitions)
    if (transition.from == state && transition.act == act) return transition.to;
  return std::nullopt;
}

base::Result<model::AlertState> advance(model::AlertState state, Act act) {
  if (auto next = after(state, act)) return *next;
  const auto allowed = acts_allowed(state);
  return base::fail(
      base::ErrorKind::conflict, "/state",
      fmt::format("{} is not possible while the alert is {}", base::word_of(act),
                  base::word_of(state)),
      allowed.empty() ? "nothing more can be done with it" : "allowed now: " + allowed);
}

}  // namespace alert
