#pragma once

#include "edges/store/consultation.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// How a use case gets at a consultation: loaded and judged in one step.
namespace workflow {

/// The consultation, if the principal may do this to it.
[[nodiscard]] base::Result<store::StoredConsultation> get_consultation_for(
    const Hub& hub, db::Connection& connection, const model::Principal& principal,
    rights::Action action, base::Id<model::Consultation> id);

}  // namespace workflow
