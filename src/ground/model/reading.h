#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/knowledge.h"

namespace model {

enum class Language { ja, en, other };
constexpr auto vocabulary(Language) {
  return base::make_vocabulary<Language>("ja", "en", "other");
}

/// Words of a text: offsets count Unicode code points, `end` is one past the last.
struct Quote {
  std::string text;
  std::size_t start = 0, end = 0;
  bool operator==(const Quote&) const = default;
};

/// An indicator (or counter-indicator) that words of a text speak for.
struct IndicatorHit {
  std::string id;
  Quote quote;
  bool operator==(const IndicatorHit&) const = default;
};

enum class EntityKind { phone, email, handle, url, date, money, person, organisation, place };
constexpr auto vocabulary(EntityKind) {
  return base::make_vocabulary<EntityKind>("phone", "email", "handle", "url", "date", "money",
                                           "person", "organisation", "place");
}

struct Entity {
  EntityKind kind = EntityKind::phone;
  Quote quote;
  std::string value;  ///< normal form: E.164, EDTF, lower-case address; "" where there is none
  bool operator==(const Entity&) const = default;
};

struct PlaybookFit {
  std::string id;
  double fit = 0;  ///< 0..1, best first
  bool operator==(const PlaybookFit&) const = default;
};

/// What the learned layer adds to the score of the indicators, and the words that moved it.
struct Learned {
  int points = 0;
  std::vector<Quote> words;
  bool operator==(const Learned&) const = default;
};

/// What words alone propose, "if these words hold": full weights. A person decides.
struct Reading {
  Language language = Language::other;
  ReportKind kind = ReportKind::other;
  Band band = Band::log;
  std::optional<int> score;  ///< absent for kinds that are not scored
  Stage stage = Stage::none;
  std::vector<IndicatorHit> indicators, counters;
  Learned learned;  ///< its points are part of the score
  std::vector<PlaybookFit> playbooks;
  std::vector<Entity> entities;
  std::vector<std::string> advice;  ///< codes, rendered by edges/render
  bool operator==(const Reading&) const = default;
};

}  // namespace model
