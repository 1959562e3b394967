#include "steps/normalise/keys.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "ground/text/folded_text.h"
#include "ground/text/unicode.h"
#include "steps/normalise/place.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using model::MatchKey;
using model::PersonaFeatures;
using Kind = MatchKey::Kind;

/// Keys are hashed and compared as wholes: a longer text adds nothing.
constexpr std::size_t key_bytes_max = 200;

class Keys {
 public:
  explicit Keys(std::size_t count_max) : count_max_(count_max) {}

  void add(Kind kind, std::string_view text) {
    if (text.empty() || keys_.size() >= count_max_) return;
    MatchKey key{kind, std::string(text::cut(text, key_bytes_max))};
    if (std::ranges::find(keys_, key) == keys_.end()) keys_.push_back(std::move(key));
  }
  std::vector<MatchKey> take() { return std::move(keys_); }

 private:
  std::size_t count_max_;
  std::vector<MatchKey> keys_;
};

void add_first(Keys& keys, Kind kind, const std::vector<std::string>& texts, std::size_t count) {
  for (std::size_t index = 0; index < std::min(texts.size(), count); ++index)
    keys.add(kind, texts[index]);
}

/// 田中 of 田中健一: family names mostly have two kanji.
std::string kanji_family_name(const std::string& folded) {
  const auto characters = text::fold_words(folded);
  constexpr std::size_t family = 2;
  if (characters.size() <= family || script_of(characters[0]) != Script::han) return "";
  return text::to_utf8(std::u32string_view(characters).substr(0, family));
}

void add_names(Keys& keys, const std::vector<PersonaFeatures::Name>& names) {
  for (const auto& name : names) {
    std::string whole;
    for (const auto& token : name.tokens)
      whole += token;
    keys.add(Kind::name, whole);
    keys.add(Kind::skeleton, name.skeleton);
  }
  for (const auto& name : names) {
    if (name.skeleton.empty()) keys.add(Kind::name, kanji_family_name(name.folded));
    for (std::string_view rest = name.skeleton; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (end >= 2) keys.add(Kind::skeleton, rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

std::vector<MatchKey> identity_keys(const PersonaFeatures& features) {
  constexpr std::size_t each_max = 3;
  Keys keys(keys_max);
  add_first(keys, Kind::phone, features.phones, each_max);
  add_first(keys, Kind::email, features.emails, each_max);
  add_first(keys, Kind::handle, features.handles, each_max);
  keys.add(Kind::plate, features.plate);
  add_names(keys, features.names);
  add_first(keys, Kind::url, features.urls, each_max);
  keys.add(Kind::employer, features.employer);
  return keys.take();
}

using PlaceTime = PersonaFeatures::PlaceTime;

/// The month in the middle of what the date may mean, and the next.
std::vector<std::string> months_of(const PlaceTime& at) {
  if (at.day_first == 0 && at.day_last == 0) return {"?"};
  const auto month = month_of_day(at.day_first + (at.day_last - at.day_first) / 2);
  return {std::to_string(month), std::to_string(month + 1)};
}

/// "prefecture|month" for each month.
std::vector<std::string> regions_of(const PlaceTime& at) {
  auto months = months_of(at);
  for (auto& month : months)
    month = prefecture_of(at.area) + '|' + month;
  return months;
}

void add_place(Keys& keys, const PlaceTime& at) {
  if (at.area.empty()) return;
  for (const auto& month : months_of(at))
    keys.add(Kind::place_script,
             "place|" + at.area + '|' + std::string(base::word_of(at.kind)) + '|' + month);
}

/// The last acts of a path are rarer than the first ones.
void add_acts(Keys& keys, const PersonaFeatures& features, const PlaceTime& at) {
  constexpr std::size_t acts_max = 3;
  std::size_t count = 0;
  for (auto act = features.behaviours.rbegin(); act != features.behaviours.rend(); ++act) {
    if (act->starts_with("OK") || count++ >= acts_max) continue;
    for (const auto& region : regions_of(at))
      keys.add(Kind::place_script, "act|" + region + '|' + *act);
  }
}

void add_subjects(Keys& keys, const PersonaFeatures& features, const PlaceTime& at) {
  constexpr std::size_t each_max = 2;
  for (std::size_t index = 0; index < std::min(features.technologies.size(), each_max); ++index)
    keys.add(Kind::place_script, "tech|" + features.technologies[index] + '|' + months_of(at)[0]);
  for (std::size_t index = 0; index < std::min(features.said_words.size(), each_max); ++index)
    for (const auto& region : regions_of(at))
      keys.add(Kind::place_script, "say|" + region + '|' + features.said_words[index]);
}

/// Ideas that are seldom told: alone where they are rare, else with the prefecture.
std::vector<MatchKey> told_keys(const PersonaFeatures& features) {
  Keys keys(told_keys_max);
  const auto& told = features.told;
  for (std::size_t index = 0; index < told.size() && told[index] >= "2"; ++index)
    if (told[index] >= "3")
      keys.add(Kind::told, told[index]);
    else if (!features.places.empty())
      keys.add(Kind::told, prefecture_of(features.places.front().area) + '|' + told[index]);
  return keys.take();
}

/// The first encounter and the last one stand for all.
std::vector<MatchKey> context_keys(const PersonaFeatures& features, std::size_t count_max) {
  constexpr std::size_t requests_max = 2;
  Keys keys(count_max);
  for (std::size_t index = 0; index < std::min(features.requests.size(), requests_max); ++index)
    keys.add(Kind::place_script, "ask|" + features.requests[index]);
  if (features.places.empty()) return keys.take();
  for (const auto* at : {&features.places.front(), &features.places.back()}) {
    add_place(keys, *at);
    add_acts(keys, features, *at);
  }
  add_subjects(keys, features, features.places.front());
  return keys.take();
}

}  // namespace

std::vector<MatchKey> keys_of(const PersonaFeatures& features) {
  auto keys = identity_keys(features);
  auto context =
      context_keys(features, keys_max - std::min(keys.size(), keys_max - context_keys_min));
  keys.resize(std::min(keys.size(), keys_max - context.size()));
  std::ranges::move(context, std::back_inserter(keys));
  std::ranges::move(told_keys(features), std::back_inserter(keys));
  return keys;
}

}  // namespace normalise
