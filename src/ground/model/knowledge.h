#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ground/base/vocabulary.h"

/// The shipped tables as values (data/indicators.json, data/technologies.json): decoded in
/// edges/codec, passed to the steps. Weights and bands are judgement, not statistics.
namespace model {

/// How far an approach has gone. NPA's hop is `test`, step is `task`, jump is `coerce`.
enum class Stage { none, spot, approach, probe, develop, test, task, run, coerce };
constexpr auto vocabulary(Stage) {
  return base::make_vocabulary<Stage>("none", "spot", "approach", "probe", "develop", "test",
                                      "task", "run", "coerce");
}

enum class Band { log, watch, concern, alert_candidate };
constexpr auto vocabulary(Band) {
  return base::make_vocabulary<Band>("log", "watch", "concern", "alert_candidate");
}

/// What a report is about. Only contact and threat are scored and linked.
enum class ReportKind { contact, threat, insider, cyber, rumour, protected_, other };
constexpr auto vocabulary(ReportKind) {
  return base::make_vocabulary<ReportKind>("contact", "threat", "insider", "cyber", "rumour",
                                           "protected", "other");
}
[[nodiscard]] constexpr bool is_scored(ReportKind kind) {
  return kind == ReportKind::contact || kind == ReportKind::threat;
}

/// A text in both languages of the product.
struct Bilingual {
  std::string ja, en;
  bool operator==(const Bilingual&) const = default;
};

enum class SoloCeiling { note, watch, concern };
constexpr auto vocabulary(SoloCeiling) {
  return base::make_vocabulary<SoloCeiling>("note", "watch", "concern");
}

/// A described act of the contact; never who somebody is.
struct Indicator {
  std::string id;  ///< "AP1"
  Stage stage = Stage::none;
  std::string axis;
  Bilingual name;
  std::string description;
  std::vector<std::string> cues_en, cues_ja;
  int weight = 0;
  std::string innocent_reading;  ///< "benign_explanations" in the table
  SoloCeiling solo_ceiling = SoloCeiling::note;
};

struct CounterIndicator {
  std::string id;  ///< "OK1"
  Bilingual name;
  int effect = 0;      ///< negative; 0 with stops = true
  bool stops = false;  ///< OK8: nothing scored or stored until a second reader decides
  std::vector<std::string> cues_en, cues_ja;
};

/// "AP3|AP2": any one of these.
using AnyOf = std::vector<std::string>;

struct Playbook {
  std::string id;
  Bilingual name;
  std::vector<std::string> sequence;
  std::vector<AnyOf> minimum;
};

struct CombinationRule {
  std::string id;
  std::vector<AnyOf> when;
  int bonus = 0;
  std::string why;
};

struct BandRule {
  Band band = Band::log;
  int score_min = 0;
};

struct IndicatorTable {
  std::string version;  ///< changes whenever a weight, rule or cue changes
  std::vector<Indicator> indicators;
  std::vector<CounterIndicator> counters;
  std::vector<Playbook> playbooks;
  std::vector<CombinationRule> combinations;
  std::vector<BandRule> bands;  ///< ascending
};

/// A case that is known from public sources (data/cases.json).
struct PublicCase {
  std::string id;  ///< "JP-2020-STREET"
  std::string title;
  int year = 0;
  std::string country;
  std::string method;  ///< id of the playbook that it shows; "" = none of the table
};

/// A technology of the published vocabulary: "semiconductor.etching".
struct Technology {
  std::string code;
  Bilingual name;
};

}  // namespace model
