#include "steps/share/bundle.h"

namespace share {

using model::BundleItem;
using model::OrganisationKind;

bool hands_reports(OrganisationKind from, OrganisationKind to) {
  switch (from) {
    case OrganisationKind::company:
    case OrganisationKind::industry_body:
      return model::is_police(to);
    case OrganisationKind::station:
      return to == OrganisationKind::bureau || to == OrganisationKind::prefecture;
    case OrganisationKind::bureau:
    case OrganisationKind::prefecture:
    case OrganisationKind::national_desk:
      return false;
  }
  return false;
}

bool may_bring(BundleItem::Kind what, OrganisationKind from, OrganisationKind to) {
  switch (what) {
    case BundleItem::Kind::report:
    case BundleItem::Kind::withdrawal:
      return hands_reports(from, to);
    case BundleItem::Kind::alert:
    case BundleItem::Kind::lesson:
      return model::is_police(from);
    case BundleItem::Kind::answer:
    case BundleItem::Kind::confirmation:
      return true;
  }
  return false;
}

model::HandedAlert hand_alert(const Cleared<model::Alert>& cleared,
                              const Cleared<model::Delivery>& cleared_delivery) {
  const auto& alert = cleared.value();
  const auto& delivery = cleared_delivery.value();
  model::HandedAlert handed;
  handed.alert = alert.id;
  handed.product = alert.product;
  handed.state = alert.state;
  handed.text = alert.text;
  handed.confidence = alert.confidence;
  handed.marking = alert.marking;
  if (!alert.audience.empty()) handed.reasons = alert.audience.front().reasons;
  handed.made_at = alert.made_at;
  handed.expires_at = alert.expires_at;
  handed.sent_at = alert.sent_at;
  handed.revision = alert.revision;
  handed.correction = delivery.correction;
  handed.correction_text = delivery.correction_text;
  return handed;
}

Audience::Reach lesson_reach(OrganisationKind to) {
  return model::is_police(to) ? Audience::Reach::clients : Audience::Reach::community;
}

model::HandedLesson hand_lesson(const Cleared<model::Lesson>& cleared) {
  const auto& lesson = cleared.value();
  model::HandedLesson handed;
  handed.state = lesson.state;
  handed.made_at = lesson.made_at;
  handed.approved_at = lesson.approved_at;
  if (lesson.state == model::LessonState::approved) handed.told = lesson.content;
  return handed;
}

}  // namespace share
