#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ground/base/result.h"
#include "ground/base/vocabulary.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"

namespace workflow {

/// One door for everything that is done with an alert but drafting and editing it.
struct AlertStep {
  enum class Kind {
    submit,
    approve,
    send_back,
    dissent,
    ask_hold,
    place_hold,
    release_hold,
    send,
    correct,
    cancel
  };
  Kind kind = Kind::submit;
  std::string note;                    ///< reason, opinion
  std::optional<base::UtcTime> until;  ///< end of a hold; required for place_hold
  model::Bilingual text;               ///< what a correction or cancellation says
};
constexpr auto vocabulary(AlertStep::Kind) {
  return base::make_vocabulary<AlertStep::Kind>("submit", "approve", "send_back", "dissent",
                                                "ask_hold", "place_hold", "release_hold", "send",
                                                "correct", "cancel");
}

/// Does what the step says; errors as the functions of submit_alert.h, approve_alert.h,
/// hold_alert.h, send_alert.h and correct_alert.h.
[[nodiscard]] base::Result<model::Alert> step_alert(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Alert> id,
                                                    std::int64_t revision, const AlertStep& step);

}  // namespace workflow
