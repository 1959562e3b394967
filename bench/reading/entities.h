#pragma once

#include <string>

namespace reading {

/// Reads labelled sentences (data/corpus/entities) and prints F1 by sort of entity, on the tune and
/// on the prove half. An entity is right where sort, beginning and end are.
void print_entities(const std::string& path);

}  // namespace reading
