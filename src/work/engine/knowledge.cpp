#include "work/engine/knowledge.h"

#include <utility>

namespace engine {

Knowledge::Knowledge(model::IndicatorTable table, std::vector<model::Technology> technologies)
    : table_(std::move(table)), cues_(table_), technologies_(std::move(technologies)) {}

}  // namespace engine
