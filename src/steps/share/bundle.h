#pragma once

#include "ground/model/bundle.h"
#include "ground/model/organisation.h"
#include "steps/share/clear.h"

/// What may travel between hubs, and in what form.
namespace share {

/// Whether a hub of one kind hands its reports to a hub of another: firms and industry bodies to
/// police, a station to its bureau or prefecture. Nobody else: digests are their way.
[[nodiscard]] bool hands_reports(model::OrganisationKind from, model::OrganisationKind to);

/// Whether a hub of one kind may bring such a thing to a hub of another. Alerts and lessons come
/// from police alone; confirmations and answers from anybody.
[[nodiscard]] bool may_bring(model::BundleItem::Kind what, model::OrganisationKind from,
                             model::OrganisationKind to);

/// A delivery as its recipient's own hub gets it. Both were cleared for that recipient.
[[nodiscard]] model::HandedAlert hand_alert(const Cleared<model::Alert>& alert,
                                            const Cleared<model::Delivery>& delivery);

/// Who hears of a lesson at a hub of this kind: AMBER stays with the police.
[[nodiscard]] Audience::Reach lesson_reach(model::OrganisationKind to);

/// A lesson as a partner's hub gets it. A withdrawn one has nothing left to say.
[[nodiscard]] model::HandedLesson hand_lesson(const Cleared<model::Lesson>& lesson);

}  // namespace share
