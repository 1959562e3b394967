#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/consultation.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// Consultations: an individual case by phone or at the counter, from the first words to what
/// became of it. A station works on those of its desk and of its firms, the bureau on all; an
/// investigator reads what was referred.
namespace workflow {

/// Takes one down. Its clock is that of a report (service_clocks.h): an hour under threat, a day
/// where something was handed over, else a working day.
/// invalid_input at "/answers/1/question" where a question is answered twice.
[[nodiscard]] base::Result<model::ConsultationView> take_consultation(
    Hub& hub, const model::Principal& principal, const model::ConsultationEdit& edit,
    const RequestKey& request = {});

/// Goes on with it: replaces what was taken down; an earlier clock replaces a later one.
/// Conflict where it is closed.
[[nodiscard]] base::Result<model::ConsultationView> edit_consultation(
    Hub& hub, const model::Principal& principal, base::Id<model::Consultation> id,
    std::int64_t revision, const model::ConsultationEdit& edit);

/// The opening stands in the record.
[[nodiscard]] base::Result<model::ConsultationView> open_consultation(
    Hub& hub, const model::Principal& principal, base::Id<model::Consultation> id);

/// Newest first.
[[nodiscard]] base::Result<model::Page<model::Consultation>> list_consultations(
    Hub& hub, const model::Principal& principal, std::optional<model::ConsultationState> state,
    const model::PageRequest& page);

/// Makes it a report by the officer, as if he had entered it (submit_report), and closes it unless
/// it was referred. Done again it is the same report. refused without a word on what happened.
[[nodiscard]] base::Result<model::ConsultationView> report_consultation(
    Hub& hub, const model::Principal& principal, base::Id<model::Consultation> id,
    std::int64_t revision);

/// Puts it before the investigators of the home desk. The reason is required.
[[nodiscard]] base::Result<model::ConsultationView> refer_consultation(
    Hub& hub, const model::Principal& principal, base::Id<model::Consultation> id,
    std::int64_t revision, const std::string& reason);

/// Ends it: an open one by who took it, a referred one by an investigator, with the law that was
/// applied if any. invalid_input at "/outcome" for none, conflict where it is closed.
[[nodiscard]] base::Result<model::ConsultationView> close_consultation(
    Hub& hub, const model::Principal& principal, base::Id<model::Consultation> id,
    std::int64_t revision, const model::OutcomeEdit& edit);

inline constexpr std::string_view consultation_job = "consultation.clock";

/// When the clock of an open consultation has run out: the home desk gets the task too.
[[nodiscard]] JobStep consultation_step();

}  // namespace workflow
