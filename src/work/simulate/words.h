#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/knowledge.h"
#include "ground/model/report.h"

/// Invented streams of reports with the truth apart, for measuring, demonstrations and training.
/// Everybody in them is fictional. The texts come from data/simulation, whose writers knew
/// nothing of the reader's patterns; nothing here sees them either.
namespace simulate {

/// One fictional person in the spellings that different reporters use.
struct Person {
  std::vector<std::string> forms;
};

/// A field of work and something that may be asked for there.
struct Thing {
  model::Bilingual field, thing;
};

/// A municipality: JIS X 0402 code, position of its office in degrees, name.
struct Place {
  std::string area;
  double lat = 0, lon = 0;
  model::Bilingual name;
};

/// A sort of place where people meet.
struct Spot {
  model::PlaceKind kind = model::PlaceKind::other;
  model::Bilingual name;
};

/// The tables of data/simulation, none of them empty.
struct Words {
  /// Parts of stories, by language, side, scene and theme parted by tabs: what a reporter tells
  /// in a sentence or three, with slots such as {name}.
  std::map<std::string, std::vector<std::string>> fragments;
  std::vector<std::string> themes_hostile, themes_benign;  ///< sorted
  std::vector<Person> persons;
  std::vector<model::Bilingual> employers;
  std::map<std::string, std::vector<Thing>> things;  ///< by field
  std::vector<std::string> fields;                   ///< the keys of `things`
  std::vector<Place> places;
  std::vector<Spot> spots;

  /// Fragments of a scene; those of theme "any" where the theme has none of its own. Never empty
  /// for the themes above and the scenes of their side.
  [[nodiscard]] std::span<const std::string> scene(std::string_view lang, std::string_view side,
                                                   std::string_view scene,
                                                   std::string_view theme) const;
};

/// The texts of the tables, each TSV with a header row:
///   fragments  lang side scene theme text
///   persons    forms (parted by "|")
///   employers  ja en
///   things     field ja_field en_field ja_thing en_thing
///   places     area lat lon ja en
///   spots      kind ja en
struct WordTables {
  std::string_view fragments, persons, employers, things, places, spots;
};

/// Fails with the table and the line of the first fault, and where a scene is missing.
[[nodiscard]] base::Result<Words> parse_words(const WordTables& tables);

}  // namespace simulate
