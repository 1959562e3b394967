#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ground/model/alert.h"
#include "ground/model/report_record.h"

namespace alert {

/// A report that an alert rests on, with the organisation that sent it.
struct Source {
  model::ReportRecord record;
  std::optional<model::Organisation> firm;  ///< absent = anonymous or in no register
  std::vector<std::size_t> personas;        ///< which of its personas it is about; empty = all
};

/// First and last day that the encounters of a source may mean; nothing without any date.
struct Days {
  base::Day first{}, last{};
};
[[nodiscard]] std::optional<Days> days_of(const Source& source);

/// How many sources are independent of each other: they come from different firms, or both
/// tell what the reporter himself lived through on days that do not overlap. Counted greedily
/// in the given order; one firm's second hand-over of the same week counts once.
[[nodiscard]] std::size_t count_independent(std::span<const Source> sources);

/// Indicator ids (no counter-indicators) that a person ticked on any of the sources, in order
/// of the sources; where nobody ticked anything yet, those that were proposed.
[[nodiscard]] std::vector<std::string> indicators_of(std::span<const Source> sources);

/// The highest stage that any source supports.
[[nodiscard]] model::Stage stage_of(std::span<const Source> sources);

/// The playbook that fits the sources best in sum; "" when none does.
[[nodiscard]] std::string playbook_of(std::span<const Source> sources);

/// Municipality codes and technology codes of the encounters, sorted, each once.
[[nodiscard]] std::vector<std::string> areas_of(std::span<const Source> sources);
[[nodiscard]] std::vector<std::string> technologies_of(std::span<const Source> sources);

/// The personas an alert is about.
[[nodiscard]] std::vector<const model::Persona*> personas_of(const Source& source);

}  // namespace alert
