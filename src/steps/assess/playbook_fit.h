#pragma once

#include <string>
#include <vector>

#include "ground/model/knowledge.h"
#include "ground/model/reading.h"

namespace assess {

/// How well known methods fit what was told, best first, at most three: the best, the
/// runner-up and one more, since playbooks overlap and a single answer would say too much.
///
/// fit = 0.6 * share of the minimum that is met + 0.4 * sqrt(share of the sequence that was
/// told in its order). The square root because a method seen early shows little of its
/// sequence. Methods below 0.15 are left out. Judgement, not statistics.
///
/// `told` are indicator ids in the order in which they were told or happened.
[[nodiscard]] std::vector<model::PlaybookFit> fit_playbooks(const std::vector<std::string>& told,
                                                            const model::IndicatorTable& table);

}  // namespace assess
