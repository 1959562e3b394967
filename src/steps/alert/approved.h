#pragma once

#include <cstddef>
#include <string>

#include "ground/base/result.h"
#include "steps/alert/problems.h"

namespace alert {

/// Proof that people, not the program, let an alert go out: somebody other than the author
/// approved it after its last submission, what speaks against it is written, and a public
/// notice with a person was approved in two organisations. Only approved_from makes one, and
/// deliver takes nothing else.
class Approved {
 public:
  [[nodiscard]] const model::Alert& alert() const { return alert_; }

 private:
  explicit Approved(model::Alert alert) : alert_(std::move(alert)) {}
  friend base::Result<Approved> approved_from(model::Alert alert);
  model::Alert alert_;
};

/// Checks a stored alert anew; call it at every load before anything leaves. Refused when a
/// condition does not hold, conflict when its state is not approved, sent, cancelled or expired
/// (the last two because their notice goes out too).
[[nodiscard]] base::Result<Approved> approved_from(model::Alert alert);

/// Who decides: account name and key of the organisation.
struct Approver {
  std::string name, organisation;
};

/// One approval: refused with every problem found (problems.h; a hold stops the sending alone),
/// else the alert with the approval on its record. It becomes `approved` when enough bodies have
/// spoken, and stays `submitted` until then. The same person approves once.
[[nodiscard]] base::Result<model::Alert> approve(model::Alert alert, const CheckFacts& facts,
                                                 const Approver& approver, const std::string& note);

/// Organisations whose approval is needed: two for a public notice with a person, else one.
[[nodiscard]] std::size_t bodies_needed(const model::Alert& alert);

/// Organisations that approved it since its last submission, each once; the author's own
/// approval never counts.
[[nodiscard]] std::vector<std::string> bodies_approved(const model::Alert& alert);

}  // namespace alert
