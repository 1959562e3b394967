#include "work/simulate/tell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "work/simulate/chance.h"

namespace simulate {
namespace {

using model::Channel;
using model::Stage;

constexpr double japanese_share = 0.65, careless_share = 0.2, place_share = 0.7,
                 technology_share = 0.6;

/// What one report is written from.
struct Desk {
  const Story& story;
  const Telling& telling;
  const World& world;
  const Words& words;
  Chance& chance;
  bool is_japanese = true;
  const Thing* thing = nullptr;
  const Spot* spot = nullptr;
  std::string name{};  ///< of the contact, as this reporter writes it
};

std::string in_language(const Desk& desk, const model::Bilingual& text) {
  return desk.is_japanese ? text.ja : text.en;
}

std::string_view side_of(const Desk& desk) {
  return base::word_of(desk.story.actor.side);
}

std::string amount(Desk& desk) {
  constexpr std::array yen{3'000, 5'000, 10'000, 30'000, 50'000, 100'000, 200'000};
  const auto sum = desk.chance.pick(std::span<const int>(yen));
  return desk.is_japanese ? fmt::format("{}円", sum) : fmt::format("{} yen", sum);
}

std::string when(Desk& desk) {
  constexpr std::array<std::string_view, 5> ja{"先月", "先週", "この前", "春ごろ", "ある晩"};
  constexpr std::array<std::string_view, 5> en{"last month", "last week", "the other day",
                                               "in spring", "one evening"};
  return std::string(
      desk.chance.pick(std::span<const std::string_view>(desk.is_japanese ? ja : en)));
}

std::string value_of(Desk& desk, std::string_view slot) {
  if (slot == "name") return desk.name;
  if (slot == "employer") return in_language(desk, desk.words.employers[desk.story.actor.employer]);
  if (slot == "place") return in_language(desk, desk.spot->name);
  if (slot == "thing") return in_language(desk, desk.thing->thing);
  if (slot == "field") return in_language(desk, desk.thing->field);
  if (slot == "amount") return amount(desk);
  if (slot == "when") return when(desk);
  return fmt::format("{{{}}}", slot);
}

/// The fragment with its slots filled; what is no slot stays.
std::string filled(Desk& desk, std::string_view fragment) {
  std::string text;
  while (!fragment.empty()) {
    const auto open = std::min(fragment.find('{'), fragment.size());
    text += fragment.substr(0, open);
    const auto close = fragment.find('}', open);
    if (close == fragment.npos) return text += fragment.substr(open);
    text += value_of(desk, fragment.substr(open + 1, close - open - 1));
    fragment.remove_prefix(close + 1);
  }
  return text;
}

void add_scene(std::string& narrative, Desk& desk, std::string_view scene) {
  const auto fragments = desk.words.scene(desk.is_japanese ? "ja" : "en", side_of(desk), scene,
                                          desk.story.actor.theme);
  if (!narrative.empty() && !desk.is_japanese) narrative += ' ';
  narrative += filled(desk, desk.chance.pick(fragments));
}

/// From the opening to the stage that is told; not every step on the way is.
std::string narrative_of(Desk& desk, bool is_careless) {
  std::string narrative;
  if (!is_careless || desk.chance.happens(0.5)) add_scene(narrative, desk, "open");
  if (desk.story.actor.side == Side::benign) {
    if (!is_careless || narrative.empty()) add_scene(narrative, desk, "middle");
  } else {
    for (auto stage = static_cast<int>(Stage::probe); stage <= static_cast<int>(desk.telling.stage);
         ++stage) {
      const bool is_highest = stage == static_cast<int>(desk.telling.stage);
      if (is_highest || desk.chance.happens(is_careless ? 0.15 : 0.5))
        add_scene(narrative, desk, base::word_of(static_cast<Stage>(stage)));
    }
  }
  if (narrative.empty() || (!is_careless && desk.chance.happens(0.7)))
    add_scene(narrative, desk, "end");
  return narrative;
}

Channel channel_of(const Desk& desk) {
  const auto& theme = desk.story.actor.theme;
  if (theme == "network" || theme == "recruiter") return Channel::professional_network;
  if (theme == "expert" || theme == "journalist" || theme == "sales") return Channel::phone;
  if (theme == "academic" || theme == "researcher") return Channel::email;
  return Channel::in_person;
}

/// The day as remembered: exact, the month, or roughly the month.
std::optional<model::ReportedDate> remembered(base::Day day, Chance& chance) {
  const auto text = base::format_day(day);
  switch (chance.below(4)) {
    case 0:
      return std::nullopt;
    case 1:
      return *model::parse_reported_date(text.substr(0, 7));
    case 2:
      return *model::parse_reported_date(text.substr(0, 7) + "~");
    default:
      return model::exact_day(day);
  }
}

void add_requests(model::Encounter& encounter, Desk& desk) {
  const bool asks = desk.telling.stage >= Stage::probe || desk.chance.happens(0.3);
  if (!asks) return;
  encounter.asked_about.push_back(model::Topic::technology);
  if (desk.telling.stage < Stage::test && desk.story.actor.side == Side::hostile) return;
  model::Request request;
  request.what = in_language(desk, desk.thing->thing);
  request.kind = desk.telling.stage >= Stage::task ? model::RequestClass::internal
                                                   : model::RequestClass::public_;
  encounter.asked_for.push_back(std::move(request));
}

void add_offers(model::Encounter& encounter, Desk& desk) {
  if (!desk.chance.happens(0.4)) return;
  encounter.offered.push_back(
      desk.chance.happens(0.7)
          ? model::Offer{desk.is_japanese ? "食事" : "a meal", model::OfferKind::meal}
          : model::Offer{amount(desk), model::OfferKind::money});
}

/// Within half a kilometre, as a map on a telephone gives it (five decimals).
double near(double degrees, Chance& chance) {
  return std::round((degrees + 0.01 * (chance.unit() - 0.5)) * 1e5) / 1e5;
}

/// What was asked about: what the actor is after where the firm has it, else something of the
/// firm's.
std::string technology_of(Desk& desk, const model::Organisation& firm) {
  const auto& wanted = desk.story.actor.wanted;
  if (std::ranges::find(firm.technologies, wanted) != firm.technologies.end()) return wanted;
  return desk.chance.pick(std::span<const std::string>(firm.technologies));
}

model::Encounter encounter_of(Desk& desk, base::Day day) {
  model::Encounter encounter;
  const auto& firm = desk.world.firms[desk.telling.firm];
  encounter.when = remembered(day, desk.chance);
  encounter.channel = channel_of(desk);
  encounter.personas = {0};
  if (encounter.channel == Channel::in_person) {
    encounter.place.kind = desk.spot->kind;
    encounter.place.text = in_language(desk, desk.spot->name);
    if (desk.chance.happens(place_share)) {
      const auto& site = firm.sites.front();
      encounter.place.area = site.area;
      encounter.place.lat = near(*site.lat, desk.chance);
      encounter.place.lon = near(*site.lon, desk.chance);
    }
  }
  if (desk.chance.happens(technology_share)) encounter.technologies = {technology_of(desk, firm)};
  add_requests(encounter, desk);
  add_offers(encounter, desk);
  return encounter;
}

model::Persona persona_of(Desk& desk) {
  const auto& actor = desk.story.actor;
  model::Persona persona;
  persona.names = {{desk.name, model::NameCertainty::heard}};
  if (desk.chance.happens(0.6))
    persona.claimed.employer = in_language(desk, desk.words.employers[actor.employer]);
  const auto gives = [&](const std::string& value) {
    return !value.empty() && desk.chance.happens(0.6);
  };
  if (gives(actor.phone)) persona.phones = {actor.phone};
  if (gives(actor.email)) persona.emails = {actor.email};
  if (gives(actor.handle)) persona.handles = {{"line", actor.handle}};
  return persona;
}

model::Capacity capacity_of(Chance& chance) {
  return chance.happens(0.75) ? model::Capacity::employee : model::Capacity::company_officer;
}

base::UuidBytes id_of(Chance& chance) {
  base::UuidBytes id;
  for (std::size_t half = 0; half < 2; ++half) {
    const auto bits = chance.next();
    for (std::size_t byte = 0; byte < 8; ++byte)
      id[half * 8 + byte] = static_cast<std::uint8_t>(bits >> (8 * byte));
  }
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0F) | 0x40);  // version 4 (RFC 9562)
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3F) | 0x80);
  return id;
}

}  // namespace

model::Report tell(const Story& story, const Telling& telling, const World& world,
                   const Words& words, std::uint64_t seed, base::UtcTime now) {
  Chance chance(seed);
  model::Report report;
  report.source_ref = id_of(chance);
  report.reported_at = now;
  Desk desk{story, telling, world, words, chance};
  desk.is_japanese = chance.happens(japanese_share);
  const auto& firm = world.firms[telling.firm];
  desk.thing = &chance.pick(std::span<const Thing>(words.things.at(firm.sector)));
  desk.spot = &chance.pick(std::span<const Spot>(words.spots));
  desk.name = chance.pick(std::span<const std::string>(words.persons[story.actor.person].forms));
  const bool is_careless = chance.happens(careless_share);
  report.language = desk.is_japanese ? "ja" : "en";
  report.from.organisation = firm.key;
  report.from.capacity = capacity_of(chance);
  report.how_learned = report.from.capacity == model::Capacity::employee
                           ? model::HowLearned::own_experience
                           : model::HowLearned::told_by_approached;
  report.legal_basis = model::LegalBasis::voluntary;
  report.narrative = narrative_of(desk, is_careless);
  if (is_careless) return report;
  report.personas = {persona_of(desk)};
  const auto days_ago = std::chrono::days(1 + static_cast<int>(chance.wait(6)));
  report.encounters = {encounter_of(desk, base::tokyo_day(now) - days_ago)};
  return report;
}

}  // namespace simulate
