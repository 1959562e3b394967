#pragma once

#include <optional>
#include <string_view>

#include "ground/model/reading.h"
#include "steps/intake/read_text.h"
#include "work/engine/knowledge.h"

namespace engine {

/// What `kizuki read` prints and the report form shows while somebody types: the score, band
/// and stage that would hold if the words hold (full weights). Stores nothing, decides nothing.
/// For kinds that are not scored there is no score and no indicator: a text about a colleague
/// or a rumour is not taken apart.
[[nodiscard]] model::Reading read(std::string_view text, std::optional<model::Language> hint,
                                  const Knowledge& knowledge);

/// The same for a text whose words are read already, which is what costs time.
[[nodiscard]] model::Reading reading_of(intake::ReadText words, const Knowledge& knowledge);

}  // namespace engine
