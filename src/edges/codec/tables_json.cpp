#include "edges/codec/tables_json.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "edges/codec/archive.h"

namespace codec {
namespace {

using model::Indicator;
using model::IndicatorTable;

constexpr Bounds cue_list = list_up_to(200, 200);

struct IndicatorRow {
  Indicator indicator;
};
struct CounterRow {
  model::CounterIndicator counter;
};
struct PlaybookRow {
  model::Playbook playbook;
  std::vector<std::string> minimum;
};
struct CombinationRow {
  model::CombinationRule rule;
  std::vector<std::string> when;
};
struct BandRow {
  model::BandRule rule;
};
struct TableFile {
  std::string version;
  std::vector<IndicatorRow> indicators;
  std::vector<CounterRow> counters;
  std::vector<PlaybookRow> playbooks;
  std::vector<CombinationRow> combinations;
  std::vector<BandRow> bands;
};
struct TechnologyRow {
  model::Technology technology;
};
struct TechnologyFile {
  std::vector<TechnologyRow> technologies;
};
struct CaseRow {
  model::PublicCase one;
};
struct CaseFile {
  std::vector<CaseRow> cases;
};

template <class... Names>
void read_past(Decoder& archive, Names... names) {
  RawJson ignored;
  (archive.optional(names, ignored), ...);
}

void describe_name(Decoder& archive, model::Bilingual& name) {
  archive.required("name_en", name.en);
  archive.required("name_ja", name.ja);
}

void describe(Decoder& archive, IndicatorRow& row) {
  auto& indicator = row.indicator;
  archive.required("id", indicator.id, text_up_to(16));
  archive.required("stage", indicator.stage);
  archive.required("axis", indicator.axis);
  describe_name(archive, indicator.name);
  archive.required("description", indicator.description);
  archive.required("cues_en", indicator.cues_en, cue_list);
  archive.required("cues_ja", indicator.cues_ja, cue_list);
  archive.required("weight", indicator.weight, between(1, 10));
  archive.required("benign_explanations", indicator.innocent_reading);
  archive.required("solo_ceiling", indicator.solo_ceiling);
  archive.rule("stage", indicator.stage != model::Stage::none, "must be a stage");
  read_past(archive, "sources");
}

void describe(Decoder& archive, CounterRow& row) {
  auto& counter = row.counter;
  archive.required("id", counter.id, text_up_to(16));
  describe_name(archive, counter.name);
  archive.required("effect", counter.effect, between(-20, 0));
  archive.optional("stops", counter.stops);
  archive.required("cues_en", counter.cues_en, cue_list);
  archive.required("cues_ja", counter.cues_ja, cue_list);
  archive.rule("effect", counter.stops == (counter.effect == 0),
               "must be below zero, or zero for one that stops");
  read_past(archive, "stop_rule");
}

void describe(Decoder& archive, PlaybookRow& row) {
  archive.required("id", row.playbook.id, text_up_to(16));
  describe_name(archive, row.playbook.name);
  archive.required("sequence", row.playbook.sequence);
  archive.required("minimum", row.minimum);
  read_past(archive, "cases");
}

void describe(Decoder& archive, CombinationRow& row) {
  archive.required("id", row.rule.id, text_up_to(16));
  archive.required("when", row.when);
  archive.required("bonus", row.rule.bonus, between(1, 20));
  archive.required("why", row.rule.why);
}

void describe(Decoder& archive, BandRow& row) {
  archive.required("band", row.rule.band);
  archive.required("min", row.rule.score_min);
  read_past(archive, "max", "meaning");
}

void describe(Decoder& archive, TableFile& file) {
  archive.required("version", file.version);
  archive.required("indicators", file.indicators, list_up_to(500));
  archive.required("counter_indicators", file.counters);
  archive.required("playbooks", file.playbooks);
  archive.required("combination_rules", file.combinations);
  archive.required("score_bands", file.bands);
  read_past(archive, "schema_version", "as_of", "note", "stages", "stage_rules", "matching_notes",
            "forbidden_inputs", "forbidden_note_ja", "score_note");
}

void describe(Decoder& archive, TechnologyRow& row) {
  archive.required("code", row.technology.code, text_up_to(64));
  describe_name(archive, row.technology.name);
}

void describe(Decoder& archive, TechnologyFile& file) {
  archive.required("technologies", file.technologies, list_up_to(2000));
  read_past(archive, "schema_version", "as_of", "note");
}

void describe(Decoder& archive, CaseRow& row) {
  std::optional<std::string> method;
  archive.required("id", row.one.id, text_up_to(64));
  archive.required("title", row.one.title);
  archive.required("year", row.one.year, between(1900, 2100));
  archive.required("country", row.one.country);
  archive.optional("playbook", method);
  row.one.method = method.value_or("");
  read_past(archive, "sector", "technology", "actor_affiliation_public", "cover_story",
            "first_contact", "steps", "outcome", "sources", "expected_highest_stage", "case_kind",
            "certainty", "certainty_note", "conflicts_between_sources");
}

void describe(Decoder& archive, CaseFile& file) {
  archive.required("cases", file.cases, list_up_to(2000));
  read_past(archive, "schema_version", "as_of", "note", "privacy_rule", "vocab");
}

/// "AP3|AP2" -> {"AP3", "AP2"}.
model::AnyOf alternatives(std::string_view text) {
  model::AnyOf any;
  for (;;) {
    const auto bar = text.find('|');
    any.emplace_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return any;
    text.remove_prefix(bar + 1);
  }
}

std::vector<model::AnyOf> conditions(const std::vector<std::string>& texts) {
  std::vector<model::AnyOf> all;
  for (const auto& text : texts)
    all.push_back(alternatives(text));
  return all;
}

IndicatorTable table_of(TableFile file) {
  IndicatorTable table;
  table.version = std::move(file.version);
  for (auto& row : file.indicators)
    table.indicators.push_back(std::move(row.indicator));
  for (auto& row : file.counters)
    table.counters.push_back(std::move(row.counter));
  for (auto& row : file.playbooks) {
    row.playbook.minimum = conditions(row.minimum);
    table.playbooks.push_back(std::move(row.playbook));
  }
  for (auto& row : file.combinations) {
    row.rule.when = conditions(row.when);
    table.combinations.push_back(std::move(row.rule));
  }
  for (const auto& row : file.bands)
    table.bands.push_back(row.rule);
  return table;
}

template <class Rows>
void check_unique(const Rows& rows, const std::string& pointer, std::set<std::string>& seen,
                  Issues& issues) {
  for (std::size_t index = 0; index < rows.size(); ++index)
    if (!seen.insert(rows[index].id).second)
      issues.add(pointer + "/" + std::to_string(index) + "/id", "is given twice");
}

void check_known(const std::vector<model::AnyOf>& conditions, const std::string& pointer,
                 const std::set<std::string>& known, Issues& issues) {
  for (std::size_t index = 0; index < conditions.size(); ++index)
    for (const auto& id : conditions[index])
      if (!known.contains(id))
        issues.add(pointer + "/" + std::to_string(index), "names an indicator that is not there");
}

void check_table(const IndicatorTable& table, Issues& issues) {
  std::set<std::string> indicators, counters, playbooks, rules;
  check_unique(table.indicators, "/indicators", indicators, issues);
  check_unique(table.counters, "/counter_indicators", counters, issues);
  check_unique(table.playbooks, "/playbooks", playbooks, issues);
  check_unique(table.combinations, "/combination_rules", rules, issues);
  for (std::size_t index = 0; index < table.playbooks.size(); ++index) {
    const auto pointer = "/playbooks/" + std::to_string(index);
    check_known(table.playbooks[index].minimum, pointer + "/minimum", indicators, issues);
    check_known(conditions(table.playbooks[index].sequence), pointer + "/sequence", indicators,
                issues);
  }
  for (std::size_t index = 0; index < table.combinations.size(); ++index)
    check_known(table.combinations[index].when,
                "/combination_rules/" + std::to_string(index) + "/when", indicators, issues);
  const auto rises = [](const model::BandRule& lower, const model::BandRule& upper) {
    return lower.band < upper.band && lower.score_min < upper.score_min;
  };
  const auto& bands = table.bands;
  if (bands.empty() || bands.front().score_min > 0)
    issues.add("/score_bands", "must begin at or below zero");
  for (std::size_t index = 1; index < bands.size(); ++index)
    if (!rises(bands[index - 1], bands[index]))
      issues.add("/score_bands/" + std::to_string(index), "is not above the band before it");
}

bool is_technology_code(std::string_view code) {
  bool wants_letter = true, has_dot = false;
  for (const char letter : code) {
    const bool is_letter = letter >= 'a' && letter <= 'z';
    const bool is_inner = (letter >= '0' && letter <= '9') || letter == '_';
    if (wants_letter ? !is_letter : !is_letter && !is_inner && letter != '.') return false;
    wants_letter = letter == '.';
    has_dot = has_dot || wants_letter;
  }
  return has_dot && !wants_letter;
}

}  // namespace

base::Result<IndicatorTable> parse_indicator_table(std::string_view json) {
  auto file = decode<TableFile>(json);
  if (!file) return base::pass_on(file);
  auto table = table_of(std::move(*file));
  Issues issues;
  check_table(table, issues);
  if (!issues.empty()) return std::unexpected(issues.take());
  return table;
}

base::Result<std::vector<model::Technology>> parse_technologies(std::string_view json) {
  auto file = decode<TechnologyFile>(json);
  if (!file) return base::pass_on(file);
  std::vector<model::Technology> technologies;
  Issues issues;
  for (auto& row : file->technologies) {
    const auto pointer = "/technologies/" + std::to_string(technologies.size()) + "/code";
    const auto& code = row.technology.code;
    if (!is_technology_code(code)) issues.add(pointer, "is not lower-case words joined by dots");
    if (!technologies.empty() && technologies.back().code >= code)
      issues.add(pointer, "does not come after the code before it");
    technologies.push_back(std::move(row.technology));
  }
  if (!issues.empty()) return std::unexpected(issues.take());
  return technologies;
}

base::Result<std::vector<model::PublicCase>> parse_cases(std::string_view json) {
  auto file = decode<CaseFile>(json, trusted_limits());
  if (!file) return base::pass_on(file);
  std::vector<model::PublicCase> cases;
  for (auto& row : file->cases)
    cases.push_back(std::move(row.one));
  std::set<std::string> ids;
  Issues issues;
  check_unique(cases, "/cases", ids, issues);
  if (!issues.empty()) return std::unexpected(issues.take());
  return cases;
}

}  // namespace codec
