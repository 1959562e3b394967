#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/text/table_file.h"
#include "steps/normalise/name_tables.h"
#include "steps/resolve/letter_costs.h"
#include "steps/resolve/name_evidence.h"

namespace engine {

/// What the name matcher is made of: the shipped tables as text (data/names/README.md), "" for a
/// lexicon that nobody gave, and the knowledge files, nullptr where they are absent. The files must
/// outlive the matcher, the texts need not.
struct NameSources {
  std::string_view titles, particles, legal_forms, forms, letter_costs, own_letter_costs, weights,
      lexicon;
  const text::TableFile* jmnedict = nullptr;
  const text::TableFile* unihan = nullptr;
};

/// Compares names of persons and firms across scripts (docs/NAMES.md). Safe to share by threads.
class NameMatcher {
 public:
  [[nodiscard]] static base::Result<NameMatcher> make(const NameSources& sources);

  struct Comparison {
    float bits = 0;  ///< log2 of the odds of one bearer, at even odds beforehand; 0 = nothing said
    std::string why_en, why_ja;
  };
  [[nodiscard]] Comparison compare(std::string_view left, std::string_view right) const;

 private:
  NameMatcher() = default;

  normalise::NameTables tables_;
  resolve::LetterCosts costs_;
  resolve::NameWeights weights_;
};

}  // namespace engine
