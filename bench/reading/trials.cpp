#include "reading/trials.h"

#include <optional>
#include <set>
#include <utility>

#include "reading/measures.h"
#include "reading_trainer.h"
#include "steps/assess/stage.h"
#include "steps/intake/learned.h"
#include "steps/intake/read_text.h"
#include "steps/intake/word_features.h"
#include "work/engine/read.h"

namespace reading {
namespace {

/// Pieces as they stand in a table; a tab or a break cannot be in one.
std::vector<std::string> pieces_of(const std::u32string& masked) {
  std::set<std::string> pieces;
  for (const auto& feature : intake::word_features(masked))
    pieces.insert(text::to_utf8(intake::feature_words(masked, feature)));
  return {pieces.begin(), pieces.end()};
}

const std::vector<std::string> stage_targets(std::begin(intake::learned_target::stage_groups),
                                             std::end(intake::learned_target::stage_groups));

tools::Example example_of(const Labelled& text, const intake::CompiledCues& cues) {
  const auto patterns = intake::read_patterns(text::fold_text(text.text), cues);
  tools::Example example{pieces_of(patterns.masked.folded), patterns.names, {}, {}};
  example.truths = text.indicators;
  for (const auto& id : text.counters)
    if (id != "OK8") example.truths.push_back(id);
  example.truths.push_back("#" + text.kind);
  if (text.is_hostile) {
    example.truths.emplace_back(intake::learned_target::hostile);
  }
  const auto stage = base::find_word<model::Stage>(text.stage).value_or(model::Stage::none);
  const int group = assess::stage_group_of(stage);
  if (text.is_hostile && text.is_scored() && group >= 0) {
    example.truths.push_back(stage_targets[static_cast<std::size_t>(group)]);
  } else {
    example.silent = stage_targets;
  }
  if (!text.is_scored()) example.silent.emplace_back(intake::learned_target::hostile);
  return example;
}

std::vector<std::string> targets_of(const model::IndicatorTable& table) {
  std::vector<std::string> targets{"#hostile"};
  targets.insert(targets.end(), stage_targets.begin(), stage_targets.end());
  for (const auto* kind :
       {"#contact", "#threat", "#insider", "#cyber", "#rumour", "#protected", "#other"})
    targets.emplace_back(kind);
  for (const auto& indicator : table.indicators)
    targets.push_back(indicator.id);
  for (const auto& counter : table.counters)
    if (!counter.stops) targets.push_back(counter.id);
  return targets;
}

std::vector<Judged> judged_by(const std::vector<Labelled>& texts,
                              const engine::Knowledge& knowledge, const Chosen& is_chosen) {
  std::vector<Judged> judged;
  for (const auto& text : texts)
    if (is_chosen(text))
      judged.push_back({&text, engine::read(text.text, std::nullopt, knowledge)});
  return judged;
}

void print_prove_half(const std::vector<Labelled>& texts, const model::IndicatorTable& table) {
  const Chosen is_prove = [](const Labelled& text) { return is_of_prove_half(text.id); };
  const engine::Knowledge alone(table);
  const engine::Knowledge learned(
      table, {}, trained(texts, table, [&](const auto& text) { return !is_prove(text); }));
  for (const auto* language : {"ja", "en"})
    print_row(std::string("prove half, ") + language,
              measure(judged_by(texts, learned, [&](const Labelled& text) {
                return is_prove(text) && text.language == language;
              })));
  print_row("prove half", measure(judged_by(texts, learned, is_prove)));
  print_row("  patterns alone", measure(judged_by(texts, alone, is_prove)));
}

void print_other_hands(const std::vector<Labelled>& texts, const model::IndicatorTable& table) {
  std::set<std::string> hands;
  for (const auto& text : texts)
    hands.insert(text.hand);
  std::vector<Judged> all;
  for (const auto& hand : hands) {
    const Chosen is_own = [&](const Labelled& text) { return text.hand == hand; };
    const engine::Knowledge knowledge(
        table, {}, trained(texts, table, [&](const auto& text) { return !is_own(text); }));
    const auto judged = judged_by(texts, knowledge, is_own);
    print_row("unseen hand " + hand, measure(judged));
    all.insert(all.end(), judged.begin(), judged.end());
  }
  print_row("unseen hands", measure(all));
}

}  // namespace

model::WordWeights trained(const std::vector<Labelled>& texts, const model::IndicatorTable& table,
                           const Chosen& is_chosen) {
  const intake::CompiledCues cues(table);
  std::vector<tools::Example> examples;
  for (const auto& text : texts)
    if (is_chosen(text)) examples.push_back(example_of(text, cues));
  return tools::train(examples, targets_of(table), tools::TrainingRule{});
}

void print_trials(const std::vector<Labelled>& texts, const model::IndicatorTable& table) {
  print_head();
  print_prove_half(texts, table);
  print_other_hands(texts, table);
}

}  // namespace reading
