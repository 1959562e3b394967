#include "steps/share/clear.h"

#include <algorithm>

namespace share {
namespace {

using Reach = Audience::Reach;

bool is_recipient(const model::Alert& alert, const std::string& organisation_key) {
  return std::ranges::any_of(alert.audience, [&](const model::Recipient& recipient) {
    return recipient.organisation_key == organisation_key && !recipient.excluded;
  });
}

// A reason may tell a distance to the place where it happened, which is finer than the ward.
bool tells_place(const model::Reason& reason) {
  return reason.code == "risk_near";
}

std::vector<model::Recipient> own_entry(const model::Alert& alert,
                                        const std::string& organisation_key) {
  std::vector<model::Recipient> own;
  for (auto recipient : alert.audience) {
    if (recipient.organisation_key != organisation_key) continue;
    std::erase_if(recipient.reasons, tells_place);
    recipient.excluded_reason.clear();
    own.push_back(std::move(recipient));
  }
  return own;
}

model::Alert outside_copy(model::Alert alert, const Audience& audience) {
  alert.audience = own_entry(alert, audience.organisation_key);
  alert.dossier = {};
  alert.sources.clear();
  alert.contrary_evidence.clear();
  alert.author.clear();
  alert.hold_reason.clear();
  alert.held_until.reset();
  alert.steps.clear();
  return alert;
}

model::Alert staff_copy(model::Alert alert) {
  model::AlertText text;
  text.title = alert.text.title;
  text.where_to_answer = alert.text.where_to_answer;
  text.staff_version = alert.text.staff_version;
  alert.text = std::move(text);
  alert.audience.clear();
  return alert;
}

bool allows_reach(const model::Alert& alert, const Audience& audience) {
  switch (audience.reach) {
    case Reach::issuing_desk:
      return true;
    case Reach::named:
      return is_recipient(alert, audience.organisation_key);
    case Reach::own_staff:
      // The staff version holds no personal data, so that TLP:RED, which is for the described
      // person, does not stop it; whether staff may be warned is what PAP says.
      return is_recipient(alert, audience.organisation_key) &&
             allows(alert.marking.pap, Purpose::warn_by_method);
    case Reach::clients:
    case Reach::community:
      return allows(alert.marking.tlp, audience.reach);
    case Reach::public_page:
      return alert.product == model::AlertProduct::public_notice &&
             allows(alert.marking.tlp, audience.reach) &&
             allows(alert.marking.pap, Purpose::publish);
  }
  return false;
}

}  // namespace

bool allows(model::Tlp tlp, Reach reach) {
  switch (reach) {
    case Reach::issuing_desk:
    case Reach::named:
      return true;
    case Reach::own_staff:
      return tlp != model::Tlp::red;
    case Reach::clients:
      return tlp <= model::Tlp::amber;
    case Reach::community:
      return tlp <= model::Tlp::green;
    case Reach::public_page:
      return tlp == model::Tlp::clear;
  }
  return false;
}

bool allows(model::Pap pap, Purpose purpose) {
  switch (purpose) {
    case Purpose::look:
      return true;
    case Purpose::check_inside:
      return pap <= model::Pap::amber;
    case Purpose::warn_by_method:
      return pap <= model::Pap::green;
    case Purpose::publish:
      return pap == model::Pap::clear;
  }
  return false;
}

std::optional<Cleared<model::Alert>> clear_for(model::Alert alert, Audience audience) {
  if (!allows_reach(alert, audience)) return std::nullopt;
  switch (audience.reach) {
    case Reach::issuing_desk:
      break;
    case Reach::own_staff:
      alert = staff_copy(outside_copy(std::move(alert), audience));
      break;
    case Reach::named:
    case Reach::clients:
    case Reach::community:
    case Reach::public_page:
      alert = outside_copy(std::move(alert), audience);
      break;
  }
  return Cleared<model::Alert>(std::move(alert), std::move(audience));
}

std::optional<Cleared<model::Delivery>> clear_for(model::Delivery delivery,
                                                  const model::Alert& alert, Audience audience) {
  bool is_own =
      delivery.alert == alert.id && delivery.organisation_key == audience.organisation_key;
  if (audience.reach != Reach::issuing_desk && (!is_own || !allows_reach(alert, audience)))
    return std::nullopt;
  return Cleared<model::Delivery>(std::move(delivery), std::move(audience));
}

void hide_handling(model::Lesson& lesson) {
  lesson.by.clear();
  lesson.writers.clear();
  lesson.decided_by.clear();
  lesson.note.clear();
  std::erase_if(lesson.content.sources, [](const model::LessonSource& source) {
    return source.kind != model::LessonSource::Kind::published;
  });
}

std::optional<Cleared<model::Lesson>> clear_for(model::Lesson lesson, Audience audience) {
  const bool was_approved =
      lesson.state == model::LessonState::approved || lesson.state == model::LessonState::withdrawn;
  if (!was_approved || lesson.origin || !allows(lesson.content.tlp, audience.reach))
    return std::nullopt;
  hide_handling(lesson);
  return Cleared<model::Lesson>(std::move(lesson), std::move(audience));
}

}  // namespace share
