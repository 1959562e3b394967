#pragma once

#include <string>

#include "steps/alert/draft.h"
#include "steps/alert/problems.h"

/// Fictional firms, reports and tables that the tests of this folder share.
namespace alert::samples {

/// A firm in a ward that works on one technology; "firm-a" is "Fictional A Electronics".
model::Organisation firm(const std::string& letter, const std::string& area = "13109",
                         const std::string& technology = "semiconductor.etching");

/// Six firms in one ward.
std::vector<model::Organisation> six_firms();

/// A report by a firm: directions, contact details and a drink near its gate in `month`.
Source street_source(const std::string& letter, const std::string& day = "2026-03-14");

model::IndicatorTable table();
std::vector<model::Technology> technologies();
base::UtcTime now();

DraftFacts draft_facts(std::vector<Source> sources,
                       model::AlertProduct product = model::AlertProduct::warning);

/// A submitted alert by "analyst", made from the draft of these sources, that nothing is wrong
/// with, and the facts to check it by, with "approver" having opened everything.
model::Alert submitted(const DraftFacts& facts);
CheckFacts check_facts(const DraftFacts& facts);

}  // namespace alert::samples
