#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "ground/model/knowledge.h"

/// For tests only: the stages, weights, ceilings, playbooks, combination rules and bands of the
/// shipped table as they were when the worked checks were written, with a few of its cues.
namespace model::for_tests {

inline std::vector<AnyOf> groups(std::string_view text) {
  std::vector<AnyOf> result(1);
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ' && c != '|') {
      word += c;
      continue;
    }
    result.back().push_back(std::exchange(word, ""));
    if (c == ' ') result.emplace_back();
  }
  result.pop_back();
  return result;
}

inline std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (auto& group : groups(text))
    result.push_back(group.front());
  return result;
}

inline IndicatorTable table() {
  using enum Stage;
  struct Row {
    std::string_view id;
    Stage stage;
    int weight;
    SoloCeiling ceiling;
    std::vector<std::string> cues_en, cues_ja;
  };
  constexpr auto note = SoloCeiling::note, concern_ = SoloCeiling::concern;
  static const std::vector<Row> rows = {
      {"SP1", spot, 2, note, {}, {}},
      {"SP2", spot, 1, note, {}, {}},
      {"SP3", spot, 4, concern_, {}, {}},
      {"SP4", spot, 3, note, {}, {}},
      {"SP5", spot, 2, note, {}, {}},
      {"AP1", approach, 2, note, {"asked for directions", "lost"}, {"道を尋ね", "声を掛けられ"}},
      {"AP2", approach, 2, note, {"asked for my number"}, {"LINE"}},
      {"AP3", approach, 3, note, {}, {}},
      {"AP4", approach, 2, note, {}, {}},
      {"AP5", approach, 2, note, {}, {}},
      {"AP6", approach, 2, note, {}, {}},
      {"AP7", approach, 2, note, {}, {}},
      {"CV1", approach, 3, note, {}, {}},
      {"CV2", approach, 4, concern_, {}, {}},
      {"CV3", approach, 3, note, {}, {}},
      {"CV4", approach, 3, concern_, {}, {}},
      {"AS1", probe, 2, note, {}, {}},
      {"AS2", probe, 1, note, {}, {}},
      {"AS3", probe, 1, note, {}, {}},
      {"AS4", probe, 2, note, {}, {}},
      {"AS5", probe, 3, note, {}, {}},
      {"DV1", develop, 3, note, {}, {}},
      {"DV2", develop, 2, note, {}, {}},
      {"DV3", develop, 2, note, {}, {}},
      {"DV4", develop, 2, note, {}, {}},
      {"DV5", develop, 5, concern_, {"don't tell"}, {"内緒"}},
      {"DV6", develop, 4, concern_, {}, {}},
      {"TE1", test, 4, concern_, {}, {}},
      {"TE2", test, 3, note, {}, {}},
      {"TE3", test, 4, concern_, {}, {}},
      {"TE4", test, 3, note, {}, {}},
      {"TA1", task, 5, concern_, {}, {}},
      {"TA2", task, 3, note, {}, {}},
      {"TA3", task, 5, concern_, {}, {}},
      {"TA4", task, 5, concern_, {"cash"}, {"現金"}},
      {"TA5", task, 3, note, {}, {}},
      {"TA6", task, 3, note, {}, {}},
      {"HA1", run, 5, concern_, {}, {}},
      {"HA2", run, 5, concern_, {}, {}},
      {"HA3", run, 5, concern_, {}, {}},
      {"HA4", run, 5, concern_, {}, {}},
      {"HA5", run, 5, concern_, {}, {}},
      {"CO1", coerce, 6, concern_, {}, {}},
      {"CO2", coerce, 6, concern_, {"your family"}, {"家族"}},
      {"CO3", coerce, 5, concern_, {}, {}},
      {"CY1", approach, 4, concern_, {}, {}},
      {"OR1", probe, 2, note, {}, {}},
  };
  IndicatorTable result;
  result.version = "for-tests";
  for (const auto& row : rows)
    result.indicators.push_back({std::string(row.id),
                                 row.stage,
                                 "",
                                 {std::string(row.id), std::string(row.id)},
                                 "",
                                 row.cues_en,
                                 row.cues_ja,
                                 row.weight,
                                 "",
                                 row.ceiling});
  for (const auto& [id, effect] :
       {std::pair{"OK1", -4}, std::pair{"OK2", -3}, std::pair{"OK3", -2}, std::pair{"OK4", -3},
        std::pair{"OK5", -3}, std::pair{"OK6", -2}, std::pair{"OK7", -2}, std::pair{"OK8", 0}})
    result.counters.push_back({id, {id, id}, effect, effect == 0, {}, {}});
  for (const auto& [id, sequence, minimum] : std::vector<std::array<std::string_view, 3>>{
           {"PB1", "SP1 AP1 AP2 AP3 CV1 DV1 TE1 TA1 TA4 HA1", "AP1 AP3|AP2 CV1|DV1"},
           {"PB2", "AP4 CV3 AS2 DV1 TE1 TA1 TA4 HA3", "AP4 DV1|AS4|CV3 TE1|TA1|TA4"},
           {"PB3", "SP2 AP5 CV4 DV4 TE2 AP6 TA1 TA4",
            "AP5|SP5 CV4|CV2|DV4|AP6|HA4 TE2|AP6|TA1|CV1|SP3"},
           {"PB4", "AP5 AP7 TE2 TE3 DV4 TA4 HA2", "AP7|AP5|SP5 TE2|TE3 TA4|DV4|TE4"},
           {"PB5", "SP2 AP6 AS2 AS4 TA1", "AP6 AS4|TA1|TA4"},
           {"PB6", "SP2 AP5 AP6 TA5 DV4 TA6 TA1", "TA5|TA6 TA1|DV4"},
           {"PB7", "AP7 TE2 TA4 DV6 HA3", "AP7 TA4|HA3"},
           {"PB8", "AP4 AS1 DV3 DV1 TA1 TA4", "AS1|AS2|AS5 DV1|DV2|DV3 TA1|TE1"},
           {"PB9", "CV3 AS4 DV1 TE1 TA4", "CV3 TE1|TA4"},
           {"PB10", "DV6 DV1 TA1 TA4", "DV6 DV1|TA1"},
           {"PB11", "AP5 CV4 DV4 CY1", "CY1 AP5"},
       })
    result.playbooks.push_back(
        {std::string(id), {std::string(id), std::string(id)}, words(sequence), groups(minimum)});
  for (const auto& [id, when, bonus] :
       std::vector<std::tuple<std::string_view, std::string_view, int>>{
           {"CR1", "AP1 AP2 AP3", 4},
           {"CR2", "AP1|AP4|AP5 CV1 DV1", 3},
           {"CR3", "TE1 TA4", 4},
           {"CR4", "DV6 TA1|TE1", 3},
           {"CR5", "CV2 SP3", 5},
           {"CR6", "HA1 DV1", 5},
           {"CR7", "AP5 DV4 TE2", 3},
       })
    result.combinations.push_back({std::string(id), groups(when), bonus, ""});
  result.bands = {
      {Band::log, 0}, {Band::watch, 5}, {Band::concern, 10}, {Band::alert_candidate, 18}};
  return result;
}

}  // namespace model::for_tests
