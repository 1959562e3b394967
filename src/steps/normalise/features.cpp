#include "steps/normalise/features.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ground/base/ensure.h"
#include "ground/text/unicode.h"
#include "steps/normalise/name.h"
#include "steps/normalise/online.h"
#include "steps/normalise/phone.h"
#include "steps/normalise/place.h"
#include "steps/normalise/plate.h"
#include "steps/normalise/words.h"

namespace normalise {
namespace {

using model::PersonaFeatures;

/// A report follows what it tells of within two months, as a rule.
constexpr std::int32_t untold_days = 60;

template <class T>
void add_once(std::vector<T>& list, T item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(std::move(item));
}

void add_handle(PersonaFeatures& features, std::string handle) {
  // The number behind a messenger's account meets the same number given as a telephone.
  if (auto phone = phone_of_handle(handle)) add_once(features.phones, std::move(*phone));
  add_once(features.handles, std::move(handle));
}

void add_url(PersonaFeatures& features, std::string url) {
  if (auto handle = handle_of_url(url)) add_handle(features, std::move(*handle));
  add_once(features.urls, std::move(url));
}

void add_cover(PersonaFeatures& features, const model::ClaimedCover& claimed) {
  features.employer = employer_of(claimed.employer);
  features.title = content_text(claimed.title);
  features.reason = content_text(claimed.reason);
}

void add_looks(PersonaFeatures& features, const model::Appearance& looks) {
  if (looks.age) std::tie(features.age_first, features.age_last) = *looks.age;
  if (looks.height_cm) std::tie(features.height_first, features.height_last) = *looks.height_cm;
  if (looks.glasses) features.glasses = *looks.glasses ? 1 : 0;
  features.marks = content_text(looks.marks);
}

void add_persona(PersonaFeatures& features, const model::Persona& persona) {
  for (const auto& given : persona.names)
    for (auto& name : names_of(given.text))
      add_once(features.names, std::move(name));
  for (const auto& text : persona.phones)
    if (auto phone = phone_of(text)) add_once(features.phones, std::move(*phone));
  for (const auto& text : persona.emails)
    if (auto email = email_of(text)) add_once(features.emails, std::move(*email));
  for (const auto& given : persona.handles)
    if (auto handle = handle_of(given.service, given.id)) add_handle(features, std::move(*handle));
  for (const auto& text : persona.urls)
    if (auto url = url_of(text)) add_url(features, std::move(*url));
  features.plate = plate_of(persona.vehicle);
  add_cover(features, persona.claimed);
  add_looks(features, persona.appearance);
  features.introduced = persona.introduced_by.has_value();
}

std::int32_t day_number(base::Day day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// First and last day; 0, 0 where neither the date nor the time of reporting is known.
std::pair<std::int32_t, std::int32_t> days_of(const std::optional<model::ReportedDate>& when,
                                              const model::Report& report) {
  if (when) return {day_number(when->earliest), day_number(when->latest)};
  if (!report.reported_at) return {0, 0};
  const auto day = day_number(base::tokyo_day(*report.reported_at));
  return {day - untold_days, day};
}

PersonaFeatures::PlaceTime place_time(const model::Encounter& encounter,
                                      const model::Report& report) {
  PersonaFeatures::PlaceTime at;
  at.area = area_of(encounter.place);
  at.kind = encounter.place.kind;
  std::tie(at.day_first, at.day_last) = days_of(encounter.when, report);
  if (encounter.place.lat && encounter.place.lon) {
    at.lat = static_cast<float>(*encounter.place.lat);
    at.lon = static_cast<float>(*encounter.place.lon);
  }
  return at;
}

std::string request_text(const model::Request& request) {
  return std::string(base::word_of(request.kind)) + ':' + content_text(request.what);
}

void add_encounter(PersonaFeatures& features, const model::Encounter& encounter,
                   const model::Report& report) {
  features.places.push_back(place_time(encounter, report));
  for (auto& word : content_words(encounter.said))
    add_once(features.said_words, std::move(word));
  for (const auto& id : encounter.behaviours)
    add_once(features.behaviours, id);
  for (const auto& request : encounter.asked_for)
    add_once(features.requests, request_text(request));
  for (const auto& code : encounter.technologies)
    add_once(features.technologies, text::nfkc_casefold(code));
  for (const auto& language : encounter.languages)
    add_once(features.languages, text::nfkc_casefold(language));
  if (encounter.channel != model::Channel::unknown) add_once(features.channels, encounter.channel);
}

/// What the narrative alone tells, where nothing was filled in.
void add_narrative(PersonaFeatures& features, const model::Report& report) {
  if (features.places.empty()) {
    PersonaFeatures::PlaceTime at;
    at.area = area_named_in(report.narrative);
    std::tie(at.day_first, at.day_last) = days_of(std::nullopt, report);
    if (!at.area.empty() || at.day_last != 0) features.places.push_back(std::move(at));
  }
}

bool is_of(const model::Encounter& encounter, std::size_t persona) {
  return encounter.personas.empty() ||
         std::ranges::find(encounter.personas, persona) != encounter.personas.end();
}

/// What was told of a persona, in one text. The claimed origin is not among it, and places are
/// compared as places.
std::string story_of(const model::Report& report, std::optional<std::size_t> persona) {
  std::string story = report.narrative;
  const auto add = [&](std::string_view text) { story.append("\n\n").append(text); };
  for (const auto& encounter : report.encounters) {
    if (persona && !is_of(encounter, *persona)) continue;
    add(encounter.said);
    for (const auto& request : encounter.asked_for)
      add(request.what);
    for (const auto& offer : encounter.offered)
      add(offer.what);
  }
  if (!persona) return story;
  const auto& told = report.personas[*persona];
  for (const auto* text :
       {&told.claimed.employer, &told.claimed.title, &told.claimed.reason, &told.vehicle,
        &told.appearance.build, &told.appearance.hair, &told.appearance.marks})
    add(*text);
  return story;
}

void finish(PersonaFeatures& features, const model::Report& report,
            std::optional<std::size_t> persona, std::span<const std::string> read_behaviours) {
  features.told = ideas_of(story_of(report, persona));
  for (const auto& id : read_behaviours)
    add_once(features.behaviours, id);
  add_narrative(features, report);
  std::ranges::sort(features.said_words);
}

}  // namespace

PersonaFeatures features_of(const model::Report& report, std::size_t persona_index,
                            std::span<const std::string> read_behaviours) {
  base::ensure(persona_index < report.personas.size(), "the persona must exist");
  PersonaFeatures features;
  add_persona(features, report.personas[persona_index]);
  for (const auto& encounter : report.encounters)
    if (is_of(encounter, persona_index)) add_encounter(features, encounter, report);
  finish(features, report, persona_index, read_behaviours);
  return features;
}

PersonaFeatures features_of_unnamed(const model::Report& report,
                                    std::span<const std::string> read_behaviours) {
  PersonaFeatures features;
  for (const auto& encounter : report.encounters)
    add_encounter(features, encounter, report);
  finish(features, report, std::nullopt, read_behaviours);
  return features;
}

std::vector<PersonaFeatures> all_features_of(const model::Report& report,
                                             std::span<const std::string> read_behaviours) {
  if (report.personas.empty()) return {features_of_unnamed(report, read_behaviours)};
  std::vector<PersonaFeatures> all;
  for (std::size_t index = 0; index < report.personas.size(); ++index)
    all.push_back(features_of(report, index, read_behaviours));
  return all;
}

void add_entities(PersonaFeatures& features, std::span<const model::Entity> entities) {
  for (const auto& entity : entities) {
    const auto& text = entity.value.empty() ? entity.quote.text : entity.value;
    switch (entity.kind) {
      case model::EntityKind::phone:
        if (auto phone = phone_of(text)) add_once(features.phones, std::move(*phone));
        break;
      case model::EntityKind::email:
        if (auto email = email_of(text)) add_once(features.emails, std::move(*email));
        break;
      case model::EntityKind::url:
        if (auto url = url_of(text)) add_url(features, std::move(*url));
        break;
      case model::EntityKind::handle:
        if (const auto colon = text.find(':'); colon != std::string::npos)
          if (auto handle = handle_of(text.substr(0, colon), text.substr(colon + 1)))
            add_handle(features, std::move(*handle));
        break;
      case model::EntityKind::date:
      case model::EntityKind::money:
      case model::EntityKind::person:
      case model::EntityKind::organisation:
      case model::EntityKind::place:
        break;
    }
  }
}

}  // namespace normalise
