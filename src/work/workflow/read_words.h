#pragma once

#include <optional>
#include <string_view>

#include "ground/model/knowledge.h"
#include "ground/model/reading.h"
#include "work/workflow/hub.h"

namespace workflow {

/// "Is this odd?": what the words of a text suggest, for anybody, signed in or not. Nothing is
/// stored and nothing is written down. too_large over the limit of a narrative.
[[nodiscard]] base::Result<model::Reading> read_words(const Hub& hub, std::string_view text,
                                                      std::optional<model::Language> hint);

/// The harmless explanation of an indicator in both languages, as an alert would word it; that of
/// the table on both sides where there is no sentence of ours.
[[nodiscard]] model::Bilingual innocent_words(const model::Indicator& indicator);

}  // namespace workflow
