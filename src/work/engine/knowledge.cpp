#include "work/engine/knowledge.h"

#include <utility>

namespace engine {

Knowledge::Knowledge(model::IndicatorTable table, std::vector<model::Technology> technologies,
                     const model::WordWeights& weights, std::vector<model::PublicCase> cases)
    : table_(std::move(table)),
      cues_(table_),
      weights_(weights),
      technologies_(std::move(technologies)),
      cases_(std::move(cases)) {}

}  // namespace engine
