#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/error.h"
#include "ground/model/alert.h"

/// What people send and are shown around an alert.
namespace model {

/// What an author changes in a draft. The audience is judged firm by firm: `exclude` takes out
/// with a reason, `include` takes back in or adds.
struct AlertEdit {
  struct Exclusion {
    base::Id<Organisation> organisation;
    std::string reason;
    bool operator==(const Exclusion&) const = default;
  };
  AlertText text;
  std::string contrary_evidence;
  Confidence confidence = Confidence::likely;
  std::optional<Marking> marking;  ///< absent = as it was
  base::UtcTime expires_at;
  std::vector<Exclusion> exclude;
  std::vector<base::Id<Organisation>> include;
  bool operator==(const AlertEdit&) const = default;
};

/// An alert as the desk sees it, with what still stands in its way.
struct AlertView {
  Alert alert;
  std::vector<base::Issue> problems;             ///< for this reader, contrary evidence first
  std::vector<base::Id<Report>> opened_sources;  ///< by this reader
};

/// A firm's answer.
struct AcknowledgementEdit {
  Yes seen_here_too = Yes::unknown;
  std::optional<int> own_logs_hits;
  std::string note;
  bool operator==(const AcknowledgementEdit&) const = default;
};

/// One line of a firm's inbox.
struct InboxItem {
  Delivery delivery;
  AlertProduct product = AlertProduct::warning;
  Bilingual title;
  base::UtcTime expires_at;
};

/// An alert as its recipient sees it: nothing of how it came about.
struct InboxAlert {
  Delivery delivery;
  AlertProduct product = AlertProduct::warning;
  AlertState state = AlertState::sent;
  AlertText text;
  Confidence confidence = Confidence::likely;
  Marking marking;
  base::UtcTime expires_at;
  std::vector<Reason> reasons;  ///< why this firm was listed
};

/// A public notice, readable by anybody.
struct Notice {
  base::Id<Alert> id;
  Bilingual title;
  AlertText text;
  base::UtcTime sent_at, expires_at;
};

}  // namespace model
