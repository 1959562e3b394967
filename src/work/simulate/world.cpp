#include "work/simulate/world.h"

#include <algorithm>

#include <fmt/format.h>

#include "work/simulate/chance.h"

namespace simulate {
namespace {

using Codes = std::map<std::string, std::vector<std::string>>;  // by field

constexpr std::size_t firms_min = 20, firms_max = 12'550;  // sites that must report by duty
constexpr double site_spread_degrees = 0.03;               // about three kilometres
constexpr double second_field_share = 0.2;

Codes codes_by_field(const std::vector<model::Technology>& technologies) {
  Codes codes;
  for (const auto& technology : technologies)
    codes[technology.code.substr(0, technology.code.find('.'))].push_back(technology.code);
  return codes;
}

void add_codes(std::vector<std::string>& out, const Codes& codes, const std::string& field,
               int count, Chance& chance) {
  const auto found = codes.find(field);
  if (found == codes.end()) {
    out.push_back(field);
    return;
  }
  for (int added = 0; added < count; ++added) {
    const auto& code = chance.pick(std::span<const std::string>(found->second));
    if (std::ranges::find(out, code) == out.end()) out.push_back(code);
  }
}

/// Earlier places of the table have more firms: half of all fall into the first third.
std::size_t pick_place(std::size_t places, Chance& chance) {
  const auto share = chance.unit();
  return std::min(places - 1, static_cast<std::size_t>(share * (0.5 + 0.5 * share) *
                                                       static_cast<double>(places)));
}

model::Organisation make_firm(std::size_t number, const std::string& field, const Codes& codes,
                              const Words& words, const Place& place, Chance& chance) {
  model::Organisation firm;
  firm.key = fmt::format("sim-{:05}", number + 1);
  firm.name = {fmt::format("架空工業{}株式会社", number + 1),
               fmt::format("Fictional Works {} Ltd.", number + 1)};
  firm.fictional = true;
  firm.sector = field;
  add_codes(firm.technologies, codes, field, chance.between(1, 3), chance);
  if (chance.happens(second_field_share))
    add_codes(firm.technologies, codes, chance.pick(std::span<const std::string>(words.fields)), 1,
              chance);
  const auto shift = [&] { return site_spread_degrees * (2 * chance.unit() - 1); };
  firm.sites.push_back({"", place.area, "", place.lat + shift(), place.lon + shift()});
  return firm;
}

}  // namespace

World make_world(const Settings& settings, const Words& words,
                 const std::vector<model::Technology>& technologies) {
  const auto count = settings.firms != 0 ? settings.firms
                                         : std::clamp(settings.reports / 10, firms_min, firms_max);
  const auto codes = codes_by_field(technologies);
  Chance chance(seed_of(settings.seed, 0));
  World world;
  for (std::size_t number = 0; number < count; ++number) {
    const auto& field = chance.pick(std::span<const std::string>(words.fields));
    const auto place = pick_place(words.places.size(), chance);
    world.firms.push_back(make_firm(number, field, codes, words, words.places[place], chance));
    world.place_of.push_back(place);
    world.by_field[field].push_back(number);
  }
  return world;
}

}  // namespace simulate
