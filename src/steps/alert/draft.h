#pragma once

#include <cstddef>
#include <vector>

#include "steps/alert/scope.h"
#include "steps/alert/source.h"

namespace alert {

/// Everything that a draft is made from.
struct DraftFacts {
  model::AlertProduct product = model::AlertProduct::warning;
  std::vector<Source> sources;             ///< at least one
  std::vector<model::Organisation> firms;  ///< all companies of the hub, for hiding
  std::vector<model::Technology> technologies;
  const model::IndicatorTable* table = nullptr;
  std::size_t reports_all = 0;          ///< the last so many reports were looked at
  std::size_t reports_same_script = 0;  ///< of them, with the same best playbook
  model::Bilingual answer_to;           ///< name of the desk that answers
  base::UtcTime now;
};

/// What a draft proposes; a person edits it and decides.
struct Draft {
  model::AlertText text;
  model::Confidence confidence = model::Confidence::likely;
  model::Marking marking;
  base::UtcTime expires_at;
  Scope scope;  ///< what it states of place and technology
};

/// Method by playbook, signs from ticked indicators (at most eight, in table order), a week
/// list by stage and technology, innocent reading, base rate; place to the ward or coarser and
/// time to the month; the finest scope that at least five firms fit (scope.h). The person is
/// described only on two independent reports, and never in a public notice. The reporting
/// firms, their sites and the exact places never enter the text.
///
/// Confidence: very_likely with two independent reports, else likely; almost_certain is for a
/// person to say. Marking: public notice CLEAR/CLEAR; with a person RED (named officers),
/// otherwise AMBER+STRICT, both PAP:GREEN (staff may be told of the method, by the staff
/// version). Expiry: caution 90 days, warning and notice 180 days.
[[nodiscard]] Draft draft(const DraftFacts& facts);

}  // namespace alert
