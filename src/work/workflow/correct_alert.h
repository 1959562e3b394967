#pragma once

#include <cstdint>
#include <string_view>

#include "edges/store/alert.h"
#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "ground/model/link.h"
#include "work/workflow/hub.h"

/// An alert that was sent is corrected or taken back: everyone who received it receives the
/// correction, with notice, reminder and visit as the alert itself.
namespace workflow {

/// Says what was wrong. Both languages are required; refused when the words name a reporting firm
/// or an exact place; conflict unless it was sent. Ends the correct_alert task.
[[nodiscard]] base::Result<model::Alert> correct_alert(Hub& hub, const model::Principal& principal,
                                                       base::Id<model::Alert> id,
                                                       std::int64_t revision,
                                                       const model::Bilingual& words);

/// Takes it back. What was never sent just ends; else the words are required, as above.
[[nodiscard]] base::Result<model::Alert> cancel_alert(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Alert> id,
                                                      std::int64_t revision,
                                                      const model::Bilingual& words);

/// For who takes a persona out of a dossier, in the same transaction: every alert of the dossier
/// that rests on the persona's report and is submitted, approved or sent gets a correct_alert
/// task. Returns how many.
std::size_t ask_corrections_of_dossier(Hub& hub, db::Connection& connection,
                                       const model::Principal& principal,
                                       base::Id<model::Dossier> dossier,
                                       base::Id<model::Report> report);

/// The same for who undoes a link that joined two reports: alerts that rest on both.
std::size_t ask_corrections_of_link(Hub& hub, db::Connection& connection,
                                    const model::Principal& principal,
                                    const model::LinkProposal& link);

/// The same for who withdraws a report or sets it aside.
std::size_t ask_corrections_of_report(Hub& hub, db::Connection& connection,
                                      const model::Principal& principal,
                                      base::Id<model::Report> report);

/// What correct, cancel and expire have in common: the step on the alert's history, its row, and
/// a numbered correction to every recipient if it was sent. `stored` has its new state already.
[[nodiscard]] base::Result<void> correct_receivers(Hub& hub, db::Connection& connection,
                                                   const model::Principal& principal,
                                                   store::StoredAlert& stored,
                                                   model::Alert::Step::Kind kind,
                                                   const model::Bilingual& words);

}  // namespace workflow
