#include "reading/entities.h"

#include <array>
#include <fstream>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "ground/text/folded_text.h"
#include "reading/corpus.h"
#include "steps/intake/entities.h"

namespace reading {
namespace {

using model::EntityKind;
using Place = std::tuple<EntityKind, std::size_t, std::size_t>;

constexpr std::size_t kind_count = 9;

struct Tally {
  std::array<std::size_t, kind_count> right{}, wrong{}, missed{};

  void add(const std::set<Place>& truth, const std::set<Place>& found) {
    for (const auto& place : truth)
      ++(found.contains(place) ? right : missed)[static_cast<std::size_t>(std::get<0>(place))];
    for (const auto& place : found)
      wrong[static_cast<std::size_t>(std::get<0>(place))] += !truth.contains(place);
  }

  double f1(std::initializer_list<EntityKind> kinds) const {
    std::size_t rights = 0, others = 0;
    for (const auto kind : kinds) {
      const auto at = static_cast<std::size_t>(kind);
      rights += right[at];
      others += wrong[at] + missed[at];
    }
    return 2 * static_cast<double>(rights) / static_cast<double>(2 * rights + others);
  }
};

std::set<Place> labelled(const nlohmann::json& line) {
  std::set<Place> places;
  for (const auto& entity : line.at("entities"))
    places.emplace(*base::find_word<EntityKind>(entity.at("kind").get<std::string>()),
                   entity.at("start").get<std::size_t>(), entity.at("end").get<std::size_t>());
  return places;
}

std::set<Place> found_in(const std::string& text) {
  std::set<Place> places;
  for (const auto& entity : intake::find_entities(text::fold_text(text)))
    places.emplace(entity.kind, entity.quote.start, entity.quote.end);
  return places;
}

void print_half(std::string_view name, const Tally& tally) {
  using enum EntityKind;
  fmt::print("entities, {} half: F1", name);
  for (const auto kind : {phone, email, handle, url, date, money, person, organisation, place})
    fmt::print(" {} {:.2f}", base::word_of(kind), tally.f1({kind}));
  fmt::print(
      "; phones, mails, handles, dates, money {:.3f}; persons, organisations, places {:.3f}\n",
      tally.f1({phone, email, handle, date, money}), tally.f1({person, organisation, place}));
}

}  // namespace

void print_entities(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  Tally tune, prove;
  while (std::getline(file, line)) {
    const auto json = nlohmann::json::parse(line);
    const auto text = json.at("text").get<std::string>();
    auto& tally = is_of_prove_half(json.at("id").get<std::string>()) ? prove : tune;
    tally.add(labelled(json), found_in(text));
  }
  print_half("tune", tune);
  print_half("prove", prove);
}

}  // namespace reading
