#pragma once

#include <optional>

#include "ground/base/result.h"
#include "ground/model/alert.h"

namespace alert {

/// What can be done with an alert. Each use case asks this table first.
enum class Act {
  edit,
  submit,
  send_back,
  dissent,   ///< noted beside the decision; stops nothing
  ask_hold,  ///< stops sending for two working days
  hold,
  release_hold,
  approve,
  send,
  correct,
  cancel,
  expire
};
constexpr auto vocabulary(Act) {
  return base::make_vocabulary<Act>("edit", "submit", "send_back", "dissent", "ask_hold", "hold",
                                    "release_hold", "approve", "send", "correct", "cancel",
                                    "expire");
}

/// The state after an act, or nothing where the act is not allowed:
///
///   draft      edit, hold -> draft; submit -> submitted; cancel -> cancelled
///   submitted  dissent, hold -> submitted; send_back -> draft; approve -> approved;
///              cancel -> cancelled
///   approved   dissent, hold -> approved; send -> sent; send_back -> draft;
///              cancel, expire end it
///   sent       correct, dissent -> sent; cancel, expire end it
///   cancelled, expired: nothing
///
/// An approval that still waits for a second body leaves the alert submitted; see approved.h.
[[nodiscard]] std::optional<model::AlertState> after(model::AlertState state, Act act);

/// The same with an error for the caller: conflict, naming the state and what may be done.
[[nodiscard]] base::Result<model::AlertState> advance(model::AlertState state, Act act);

}  // namespace alert
