#pragma once

#include <cstdint>
#include <string>

#include "ground/base/result.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// People judge a report in two parts: do the acts hold, and (another person) may it reach
/// others. Every function wants the revision that the caller saw (precondition_failed) and gives
/// the record back as it now is. not_found outside the caller's reach, refused in a state where
/// the step does not belong.
namespace workflow {

/// Ticks, rejects or reopens an indicator or counter-indicator; the assessment follows. One that
/// the machine did not propose is added. invalid_input at "indicator" for an unknown id.
[[nodiscard]] base::Result<model::ReportRecord> tick_indicator(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> id, std::int64_t revision,
    const std::string& indicator, model::Tick tick);

/// The acts hold: released -> vetted_behaviour. Opens the second part for somebody else.
[[nodiscard]] base::Result<model::ReportRecord> vet_behaviour(Hub& hub,
                                                              const model::Principal& principal,
                                                              base::Id<model::Report> id,
                                                              std::int64_t revision);

/// The context holds: vetted_behaviour -> vetted_context. Forbidden for whoever did the first
/// part. How the reporter learned of it must be known by now: where the report does not say,
/// `note` has to (refused at "how_learned").
[[nodiscard]] base::Result<model::ReportRecord> vet_context(Hub& hub,
                                                            const model::Principal& principal,
                                                            base::Id<model::Report> id,
                                                            std::int64_t revision,
                                                            const std::string& note = "");

/// Out of use, with a reason (required). What the machine derived goes: comparable forms, keys,
/// search words, link proposals that nobody judged. The reporter still gets feedback.
[[nodiscard]] base::Result<model::ReportRecord> set_aside(Hub& hub,
                                                          const model::Principal& principal,
                                                          base::Id<model::Report> id,
                                                          std::int64_t revision,
                                                          const std::string& reason);

enum class SecondReading { not_a_contact_case, contact_case };
constexpr auto vocabulary(SecondReading) {
  return base::make_vocabulary<SecondReading>("not_a_contact_case", "contact_case");
}

/// What a guard stopped: kept apart (set aside, with the reason), or read as a contact case after
/// all, which starts the reading again without the guard.
[[nodiscard]] base::Result<model::ReportRecord> second_reading(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> id, std::int64_t revision,
    SecondReading decision, const std::string& reason);

/// Runs the step again that gave up. refused where none did.
[[nodiscard]] base::Result<model::ReportRecord> retry_failed_step(Hub& hub,
                                                                  const model::Principal& principal,
                                                                  base::Id<model::Report> id);

}  // namespace workflow
