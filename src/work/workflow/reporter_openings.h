#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/crypto/sealed.h"
#include "ground/model/report.h"
#include "ground/model/reporter_opening.h"
#include "work/workflow/hub.h"

/// Learning who reported takes three acts by at least two people, all on the record: somebody asks
/// with a reason, a second person consents, a custodian who is not that second person takes the
/// sealed box and opens it on his own side. The hub never holds a key that opens it.
namespace workflow {

/// An analyst, an investigator or a custodian asks. Not_found for a report that is not there,
/// refused when it came without an identity, conflict when a request is open already.
[[nodiscard]] base::Result<model::ReporterOpening> ask_to_open_reporter(
    Hub& hub, const model::Principal& principal, base::Id<model::Report> report,
    const std::string& reason, const RequestKey& request = {});

/// An approver or a custodian who did not ask agrees, or refuses. Conflict when it was decided.
[[nodiscard]] base::Result<model::ReporterOpening> consent_to_opening(
    Hub& hub, const model::Principal& principal, base::Id<model::ReporterOpening> id);
[[nodiscard]] base::Result<model::ReporterOpening> refuse_opening(
    Hub& hub, const model::Principal& principal, base::Id<model::ReporterOpening> id);

struct SealedReporter {
  model::ReporterOpening opening;
  base::Bytes sealed;  ///< empty until somebody consented
};
/// For whoever may ask for this one, consent or open: how the request stands; not_found for others.
/// A custodian who did not consent
/// himself also gets the box once there is consent; that is an opening on the record.
[[nodiscard]] base::Result<SealedReporter> take_sealed_reporter(
    Hub& hub, const model::Principal& principal, base::Id<model::ReporterOpening> id);

/// Newest first, of the newest 200: what a custodian or approver has to decide, and what was
/// decided. Requests of a desk that is not the principal's are left out where the right ends there.
[[nodiscard]] base::Result<std::vector<model::ReporterOpening>> list_openings(
    Hub& hub, const model::Principal& principal, std::optional<model::OpeningState> state = {});

/// On the custodian's side, with the secret key: needs no hub. Forbidden when the box was not
/// sealed to this key, refused when it was altered or belongs to another report.
[[nodiscard]] base::Result<base::Sensitive<model::Reporter>> open_sealed_reporter(
    const crypto::Key32& secret, base::Id<model::Report> report, base::BytesView sealed);

}  // namespace workflow
