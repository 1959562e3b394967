#include "steps/intake/propose.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace intake {
namespace {

using model::Encounter;
using model::IndicatorState;
using model::OfferKind;
using model::RequestClass;
using model::Tick;

class States {
 public:
  void add(std::string_view id, Tick tick, std::optional<std::size_t> encounter,
           std::optional<model::Quote> quote = std::nullopt) {
    for (auto& state : states_) {
      if (state.id != id || state.encounter != encounter) continue;
      if (tick == Tick::ticked) state.tick = tick;
      if (!state.quote) state.quote = std::move(quote);
      return;
    }
    states_.push_back({std::string(id), tick, encounter, std::move(quote)});
  }

  std::vector<IndicatorState> sorted() && {
    std::ranges::stable_sort(states_, {}, [](const IndicatorState& state) {
      return state.encounter.value_or(std::numeric_limits<std::size_t>::max());
    });
    return std::move(states_);
  }

 private:
  std::vector<IndicatorState> states_;
};

bool asks(const Encounter& encounter, std::initializer_list<RequestClass> kinds) {
  return std::ranges::any_of(encounter.asked_for, [&](const model::Request& request) {
    return std::ranges::find(kinds, request.kind) != kinds.end();
  });
}

bool asks_secret(const Encounter& encounter) {
  return asks(encounter, {RequestClass::internal, RequestClass::secret, RequestClass::object}) ||
         std::ranges::any_of(encounter.asked_for, [](const model::Request& request) {
           return request.managed_as_secret == true;
         });
}

bool offers(const Encounter& encounter, std::initializer_list<OfferKind> kinds) {
  return std::ranges::any_of(encounter.offered, [&](const model::Offer& offer) {
    return std::ranges::find(kinds, offer.kind) != kinds.end();
  });
}

bool asks_about(const Encounter& encounter, model::Topic topic) {
  return std::ranges::find(encounter.asked_about, topic) != encounter.asked_about.end();
}

bool is_private_place(const Encounter& encounter) {
  using enum model::PlaceKind;
  const auto kind = encounter.place.kind;
  return kind == restaurant || kind == bar || kind == cafe || kind == hotel || kind == home ||
         kind == park || kind == vehicle;
}

bool is_event(const Encounter& encounter) {
  const auto kind = encounter.place.kind;
  return kind == model::PlaceKind::exhibition || kind == model::PlaceKind::conference;
}

/// A way to reach the contact was told or given.
bool can_be_reached(const model::Report& report, const Encounter& encounter) {
  return std::ranges::any_of(encounter.personas, [&](std::size_t index) {
    if (index >= report.personas.size()) return false;
    const auto& persona = report.personas[index];
    return !persona.phones.empty() || !persona.emails.empty() || !persona.handles.empty();
  });
}

void propose_pressure_and_secrecy(const Encounter& encounter, std::size_t index, States& states) {
  switch (encounter.pressure) {
    case model::Pressure::none:
      break;
    case model::Pressure::hint:
      states.add("CO1", Tick::proposed, index);
      break;
    case model::Pressure::threat:
      states.add("CO2", Tick::proposed, index);
      break;
  }
  if (encounter.secrecy_asked == true) states.add("DV5", Tick::proposed, index);
}

void propose_requests(const Encounter& encounter, std::size_t index, States& states) {
  const auto add = [&](std::string_view id) { states.add(id, Tick::proposed, index); };
  const bool money = offers(encounter, {OfferKind::money, OfferKind::fee});
  if (asks(encounter, {RequestClass::public_}) &&
      (money || offers(encounter, {OfferKind::gift, OfferKind::thanks})))
    add("TE1");
  if (asks_secret(encounter)) add("TA1");
  if (asks(encounter, {RequestClass::access})) add("TA3");
  if (asks(encounter, {RequestClass::introduction}) ||
      asks_about(encounter, model::Topic::colleagues))
    add("SP4");
  if (asks(encounter, {RequestClass::personal}) && index == 0) add("AP2");
  if (asks_about(encounter, model::Topic::private_life)) add("AS1");
  if (money && asks_secret(encounter)) add("TA4");
  const bool only_public = !encounter.asked_for.empty() &&
                           std::ranges::all_of(encounter.asked_for, [](const auto& request) {
                             return request.kind == RequestClass::public_;
                           });
  if (only_public && encounter.offered.empty()) add("OK7");
}

void propose_offers(const Encounter& encounter, std::size_t index, States& states) {
  const auto add = [&](std::string_view id) { states.add(id, Tick::proposed, index); };
  if (index == 0 && offers(encounter, {OfferKind::meal, OfferKind::drink}) &&
      encounter.channel == model::Channel::in_person)
    add("AP3");
  if (offers(encounter, {OfferKind::gift})) add("DV3");
  if (offers(encounter, {OfferKind::travel, OfferKind::lecture})) add("AP6");
  if (offers(encounter, {OfferKind::job}) && encounter.channel != model::Channel::in_person)
    add("AP5");
  if (offers(encounter, {OfferKind::exchange})) add("TA5");
  if (offers(encounter, {OfferKind::sympathy})) add("AS1");
}

/// What only several encounters together show.
void propose_series(const model::Report& report, States& states) {
  constexpr std::size_t series_min = 2;
  std::size_t private_meetings = 0;
  bool met_at_event = false;
  for (std::size_t index = 0; index < report.encounters.size(); ++index) {
    const Encounter& encounter = report.encounters[index];
    if (is_private_place(encounter) && encounter.channel == model::Channel::in_person) {
      if (met_at_event) states.add("AP4", Tick::proposed, index);
      if (++private_meetings >= series_min) states.add("DV1", Tick::proposed, index);
    }
    met_at_event = met_at_event || is_event(encounter);
    if (index > 0 && encounter.next_fixed_by == model::NextFixedBy::in_person &&
        !encounter.personas.empty() && !can_be_reached(report, encounter))
      states.add("HA1", Tick::proposed, index);
    for (const auto persona : encounter.personas)
      if (index > 0 && persona < report.personas.size() && report.personas[persona].introduced_by)
        states.add("DV6", Tick::proposed, index);
  }
  if (report.colleagues_approached.answer == model::Yes::yes ||
      !report.colleagues_approached.reports.empty())
    states.add("SP3", Tick::proposed, std::nullopt);
}

}  // namespace

bool behaviours_count_as_ticked(model::Capacity capacity) {
  switch (capacity) {
    case model::Capacity::company_officer:
    case model::Capacity::station_officer:
      return true;
    case model::Capacity::employee:
    case model::Capacity::analyst:
    case model::Capacity::public_:
    case model::Capacity::other:
      return false;
  }
  return false;
}

std::vector<IndicatorState> propose(const model::Report& report, const ReadText& narrative,
                                    std::span<const ReadText> said, bool ticks_count) {
  States states;
  const Tick tick = ticks_count ? Tick::ticked : Tick::proposed;
  for (std::size_t index = 0; index < report.encounters.size(); ++index) {
    const Encounter& encounter = report.encounters[index];
    for (const auto& id : encounter.behaviours)
      states.add(id, tick, index);
    propose_pressure_and_secrecy(encounter, index, states);
    propose_requests(encounter, index, states);
    propose_offers(encounter, index, states);
    if (index < said.size())
      for (const auto& hit : said[index].indicators)
        states.add(hit.id, Tick::proposed, index);
  }
  propose_series(report, states);
  // With one encounter the narrative tells that one; with several it cannot be placed.
  const auto place = report.encounters.size() == 1 ? std::optional<std::size_t>(0) : std::nullopt;
  for (const auto* list : {&narrative.indicators, &narrative.counters})
    for (const auto& hit : *list)
      states.add(hit.id, Tick::proposed, place, hit.quote);
  return std::move(states).sorted();
}

}  // namespace intake
