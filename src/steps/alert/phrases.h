#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/alert.h"

namespace alert {

/// Sentences of our own from which drafts are made, in both languages. All describe acts.

/// How the approach of a playbook (data/indicators.json) goes; for an id without a sentence of
/// its own, words that hold for every approach.
[[nodiscard]] model::Bilingual method_sentence(std::string_view playbook);

/// What a receiver does this week, most urgent first: by product, by the highest stage seen, and
/// whether the alert names a field of work.
[[nodiscard]] std::vector<model::Bilingual> week_list(model::AlertProduct product,
                                                      model::Stage stage, bool names_technology);

/// The harmless explanation of an indicator; nothing for an unknown id.
[[nodiscard]] std::optional<model::Bilingual> innocent_phrase(std::string_view indicator);

/// "2026年3月" / "March 2026"
[[nodiscard]] model::Bilingual month_words(base::Day day);

/// Joins with 、 and commas.
[[nodiscard]] model::Bilingual join_words(const std::vector<model::Bilingual>& words);

}  // namespace alert
