#include "work/engine/knowledge.h"

#include <utility>

namespace engine {

Knowledge::Knowledge(model::IndicatorTable table) : table_(std::move(table)), cues_(table_) {}

}  // namespace engine
