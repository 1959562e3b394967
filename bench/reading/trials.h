#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ground/model/knowledge.h"
#include "ground/model/word_weights.h"
#include "reading/corpus.h"

/// Trains the learned layer and tries it on texts that it has not seen.
namespace reading {

using Chosen = std::function<bool(const Labelled&)>;

/// The table that the chosen texts teach.
[[nodiscard]] model::WordWeights trained(const std::vector<Labelled>& texts,
                                         const model::IndicatorTable& table,
                                         const Chosen& is_chosen);

/// Prints what a table that learned from the tune half reads in the prove half, by language, and
/// without the learned layer; then each hand as read by a table that learned from the other
/// hands alone, which is what to expect of texts by people who never saw any of this.
void print_trials(const std::vector<Labelled>& texts, const model::IndicatorTable& table);

}  // namespace reading
