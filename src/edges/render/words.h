#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/vocabulary.h"
#include "ground/model/assessment.h"
#include "ground/model/knowledge.h"

/// Codes become words here and nowhere else, so that a decision of years ago can be read in
/// either language.
namespace render {

enum class Locale { ja, en };
constexpr auto vocabulary(Locale) {
  return base::make_vocabulary<Locale>("ja", "en");
}

[[nodiscard]] inline const std::string& pick(const model::Bilingual& words, Locale locale) {
  return locale == Locale::ja ? words.ja : words.en;
}

/// Names of indicators, counter-indicators, playbooks and technologies by id.
class Names {
 public:
  Names() = default;
  explicit Names(const model::IndicatorTable& table,
                 std::span<const model::Technology> technologies = {});

  /// "道案内 (AP1)"; the id itself where it is unknown.
  [[nodiscard]] model::Bilingual of(std::string_view id) const;

 private:
  std::map<std::string, model::Bilingual, std::less<>> names_;
};

/// The sentence of a code with its parameters filled in. A code without a row comes back as
/// it is, so that nothing is hidden from a reader of an old record.
[[nodiscard]] model::Bilingual words_of(std::string_view code,
                                        std::span<const std::string> parameters = {},
                                        const Names& names = {});

/// Why, as a sentence: of an assessment, a link or a firm at risk.
[[nodiscard]] model::Bilingual reason_words(const model::Reason& reason, const Names& names);

/// The same with what it added: "... (+4)" for a score, "... (+6.2 bits)" for a link.
enum class Unit { points, bits };
[[nodiscard]] model::Bilingual reason_line(const model::Reason& reason, const Names& names,
                                           Unit unit);

/// Sentences of advice or guard codes in one language.
[[nodiscard]] std::vector<std::string> advice_words(std::span<const std::string> codes,
                                                    Locale locale);

/// Name of a word of a vocabulary: words_of_kind("stage", Stage::approach). Kinds with names:
/// stage, band, kind, role, link, judgement, confidence, product, tick, report_state,
/// alert_state, organisation, request, actor_status, entity, task.
template <class Enum>
[[nodiscard]] model::Bilingual name_of(std::string_view kind, Enum value) {
  return words_of(std::string(kind) + "." + std::string(base::word_of(value)));
}

}  // namespace render
