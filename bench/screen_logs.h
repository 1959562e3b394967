#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ground/model/watch.h"
#include "ground/text/table_file.h"
#include "steps/normalise/han_table.h"

/// Invented logs with their truth, for bench/screen.cpp. Nobody in them exists.
namespace bench {

struct ScreenLog {
  std::string path;
  std::vector<model::WatchedParty> watched;
  std::set<std::pair<std::uint32_t, std::uint64_t>> truth;  ///< place in the list, row from 1
};

class ScreenWorld {
 public:
  explicit ScreenWorld(std::uint32_t seed) : random_(seed) {
    given_ = words(4000, 1, 3);
    family_ = words(60'000, 2, 3);
    city_ = words(1500, 2, 4);
  }

  struct Person {
    std::string given, family, birth, city, phone, email;
  };

  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool once_in(std::size_t count) { return below(count) == 0; }
  bool percent(std::size_t share) { return below(100) < share; }

  Person person() {
    Person out{often(given_), often(family_), birth(), often(city_), phone(), ""};
    out.email = email(out);
    return out;
  }
  std::string birth() {
    return fmt::format("{}-{:02}-{:02}", 1940 + below(65), 1 + below(12), 1 + below(28));
  }
  std::string phone() { return fmt::format("0{}0{:08}", 7 + below(3), below(100'000'000)); }
  std::string email(const Person& of) {
    return fmt::format("{}.{}{}@{}.example", of.given, of.family, below(1000),
                       std::vector{"mail", "post", "corp", "uni"}[below(4)]);
  }
  /// What somebody wrote down of a person: slips, other numbers, gaps.
  Person written(Person of) {
    if (percent(8)) of.city = often(city_);
    if (percent(3)) of.family = often(family_);
    if (percent(12)) slip(of.given);
    if (percent(12)) slip(of.family);
    if (percent(3)) std::swap(of.given, of.family);
    if (percent(5)) of.birth[of.birth.size() - 1 - below(2)] = static_cast<char>('0' + below(10));
    if (percent(10)) of.phone = phone();
    if (percent(20))
      of.phone = fmt::format("+81 {}-{}-{}", of.phone.substr(1, 2), of.phone.substr(3, 4),
                             of.phone.substr(7));
    if (percent(15)) of.email = email(of);
    for (auto* field : {&of.birth, &of.phone})
      if (percent(15)) field->clear();
    if (percent(30)) of.email.clear();
    return of;
  }

 private:
  void slip(std::string& word) {
    if (word.size() < 3) return;
    const auto at = below(word.size() - 1);
    if (once_in(2))
      std::swap(word[at], word[at + 1]);
    else
      word[at] = static_cast<char>('a' + below(26));
  }
  std::vector<std::string> words(std::size_t count, std::size_t low, std::size_t high) {
    constexpr std::string_view first = "bcdfghjklmnprstvwz", vowels = "aeiou", last = "nrslmtk";
    std::set<std::string> seen;
    std::vector<std::string> out;
    while (out.size() < count) {
      std::string word;
      for (auto left = low + below(high - low + 1); left > 0; --left) {
        word += first[below(first.size())];
        word += vowels[below(vowels.size())];
        if (once_in(3)) word += last[below(last.size())];
      }
      if (word.size() > 2 && seen.insert(word).second) out.push_back(std::move(word));
    }
    return out;
  }
  /// Zipf's law with a flat head: the first of 4,000 has a share of 1.6 %.
  const std::string& often(const std::vector<std::string>& from) {
    constexpr double head = 10;
    const double share = static_cast<double>(below(1'000'000)) / 1e6;
    const double all = static_cast<double>(from.size()) / head + 1;
    return from[std::min(from.size() - 1,
                         static_cast<std::size_t>(head * (std::pow(all, share) - 1)))];
  }

  std::mt19937 random_;
  std::vector<std::string> given_, family_, city_;
};

inline model::WatchedParty watched_from(const ScreenWorld::Person& person, std::size_t number) {
  model::WatchedParty out;
  const auto add = [](const std::string& text, std::vector<std::string>& into) {
    if (!text.empty()) into.push_back(text);
  };
  out.id = fmt::format("w{}", number);
  add(person.given + " " + person.family, out.names);
  add(person.birth, out.births);
  add(person.phone, out.phones);
  add(person.email, out.emails);
  add(person.city, out.cities);
  return out;
}

/// One row in 600 is about a watched person, one in 400 about their kin in the same house.
inline ScreenLog same_script_log(const std::string& path, std::size_t rows, std::size_t watched,
                                 std::uint32_t seed) {
  ScreenWorld world(seed);
  ScreenLog out{path, {}, {}};
  std::vector<ScreenWorld::Person> persons;
  for (std::size_t number = 0; number < watched; ++number) {
    persons.push_back(world.person());
    out.watched.push_back(watched_from(world.written(persons.back()), number));
  }
  std::ofstream file(path, std::ios::binary);
  file << "visit,first_name,surname,dob,city,phone,email,purpose\n";
  for (std::size_t row = 1; row <= rows; ++row) {
    auto person = world.person();
    const auto number = world.below(watched);
    if (world.once_in(600)) {
      person = persons[number];
      out.truth.emplace(static_cast<std::uint32_t>(number), row);
    } else if (world.once_in(400)) {
      person.family = persons[number].family;
      person.city = persons[number].city;
      person.phone = persons[number].phone;
    }
    person = world.written(person);
    file << fmt::format("{},{},{},{},{},{},{},meeting about order {}\n", row, person.given,
                        person.family, person.birth, person.city, person.phone, person.email,
                        world.below(100'000));
  }
  return out;
}

/// Names of one person in Latin or Russian letters and in kanji or kana.
struct TwoWritings {
  std::string west, east;
};

class EasternNames {
 public:
  EasternNames(ScreenWorld& world, const text::TableFile& jmnedict)
      : world_(world), jmnedict_(jmnedict) {
    std::ifstream forms(KIZUKI_SOURCE_DIR "/data/names/forms.tsv");
    for (std::string line; std::getline(forms, line);)
      if (!line.starts_with('#')) add_forms(line);
  }

  TwoWritings next() { return world_.once_in(2) || given_.empty() ? japanese() : western(); }

 private:
  static bool begins_between(const std::string& word, unsigned char low, unsigned char high) {
    const auto lead = static_cast<unsigned char>(word.front());
    return lead >= low && lead <= high;
  }
  void add_forms(const std::string& line) {
    TwoWritings names;
    std::string cyrillic;
    for (std::size_t from = 0; from <= line.size();) {
      const auto end = std::min(line.find('\t', from), line.size());
      const auto word = line.substr(from, end - from);
      from = end + 1;
      if (word.size() < 4) continue;
      if (names.west.empty() && begins_between(word, 'a', 'z')) names.west = word;
      if (cyrillic.empty() && begins_between(word, 0xD0, 0xD1)) cyrillic = word;
      if (names.east.empty() && word.starts_with("\xe3\x82")) names.east = word;
    }
    if (world_.once_in(2) && !cyrillic.empty()) names.west = cyrillic;
    if (!names.west.empty() && !names.east.empty()) given_.push_back(names);
  }
  TwoWritings western() {
    const auto& one = given_[world_.below(given_.size())];
    const auto& other = given_[world_.below(given_.size())];
    return {one.west + " " + other.west, one.east + "・" + other.east};
  }
  TwoWritings japanese() {
    const auto [family, family_read] = entry("surname");
    const auto [given, given_read] = entry("given");
    return {given_read + " " + family_read, family + (world_.once_in(2) ? " " : "") + given};
  }
  std::pair<std::string, std::string> entry(std::string_view section) {
    for (;;) {
      const auto [kanji, list] = jmnedict_.entry(section, world_.below(jmnedict_.count(section)));
      const auto readings = normalise::latin_readings(list, 1);
      if (kanji.size() <= 9 && static_cast<unsigned char>(kanji.front()) >= 0xE4 &&
          !readings.empty() && readings.front().size() > 1)
        return {std::string(kanji), readings.front()};
    }
  }

  ScreenWorld& world_;
  const text::TableFile& jmnedict_;
  std::vector<TwoWritings> given_;
};

/// A Latin or Russian list against a log in kanji and kana; rows about watched persons agree in the
/// name and in one more field alone.
inline ScreenLog cross_script_log(const std::string& path, std::size_t rows, std::size_t watched,
                                  std::uint32_t seed, const text::TableFile& jmnedict) {
  ScreenWorld world(seed + 1);
  EasternNames names(world, jmnedict);
  ScreenLog out{path, {}, {}};
  std::vector<std::pair<TwoWritings, ScreenWorld::Person>> persons;
  const auto firm = [&] { return fmt::format("架空{}工業", world.below(2000)); };
  std::vector<std::string> firms;
  for (std::size_t number = 0; number < watched; ++number) {
    persons.emplace_back(names.next(), world.person());
    firms.push_back(firm());
    auto party = watched_from(persons.back().second, number);
    party.names = {persons.back().first.west};
    party.cities.clear();
    party.employers = {firms.back()};
    out.watched.push_back(std::move(party));
  }
  std::ofstream file(path, std::ios::binary);
  file << "番号,氏名,会社名,電話,メール,生年月日\n";
  for (std::size_t row = 1; row <= rows; ++row) {
    auto name = names.next().east;
    auto person = world.person();
    auto employer = firm();
    if (world.once_in(200)) {
      const auto number = world.below(watched);
      const auto& [known, field] = persons[number];
      name = known.east;
      const auto kind = world.below(4);
      if (kind == 0) person.phone = field.phone;
      if (kind == 1) person.email = field.email;
      if (kind == 2) person.birth = field.birth;
      if (kind != 2) person.birth.clear();
      if (kind == 3) employer = firms[number];
      out.truth.emplace(static_cast<std::uint32_t>(number), row);
    }
    file << fmt::format("{},{},{}株式会社,{},{},{}\n", row, name, employer, person.phone,
                        person.email, person.birth);
  }
  return out;
}

}  // namespace bench
