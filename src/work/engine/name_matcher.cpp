#include "work/engine/name_matcher.h"

#include <algorithm>

#include "steps/normalise/comparable_name.h"
#include "steps/resolve/name_words.h"

namespace engine {
namespace {

/// Names written alike say at least half of what their rarity is worth: the weights saw few such
/// pairs of the same writing. Nothing where a part is not the same or is missing.
float bits_if_same(const resolve::NameScore& score) {
  float information = 0;
  for (const auto& part : score.parts) {
    const bool is_same = part.reason == resolve::NameReason::same_letters ||
                         part.reason == resolve::NameReason::same_characters ||
                         part.reason == resolve::NameReason::legal_form;
    if (!is_same) return -1000;
    information += part.information_bits;
  }
  return information / 2;
}

}  // namespace

base::Result<NameMatcher> NameMatcher::make(const NameSources& sources) {
  NameMatcher out;
  for (auto& added :
       {normalise::add_titles(out.tables_, sources.titles),
        normalise::add_particles(out.tables_, sources.particles),
        normalise::add_legal_forms(out.tables_, sources.legal_forms),
        normalise::add_forms(out.tables_, sources.forms),
        normalise::add_letter_sequences(out.tables_, sources.letter_costs),
        normalise::add_lexicon(out.tables_, sources.lexicon), out.costs_.add(sources.letter_costs),
        out.costs_.add(sources.own_letter_costs)})
    if (!added) return std::unexpected(added.error());
  auto weights = resolve::NameWeights::parse(sources.weights);
  if (!weights) return base::pass_on(weights);
  out.weights_ = *weights;
  out.tables_.jmnedict = sources.jmnedict;
  out.tables_.unihan = sources.unihan;
  return out;
}

NameMatcher::Comparison NameMatcher::compare(std::string_view left, std::string_view right) const {
  const auto one = normalise::comparable_name(left, tables_);
  const auto other = normalise::comparable_name(right, tables_);
  auto score = resolve::name_score(one, other, costs_);
  const bool is_company = one.is_company || other.is_company;
  const float weighed = weights_.bits(resolve::name_features(score, is_company));
  score.bits = score.parts.empty() ? 0 : std::max(weighed, bits_if_same(score));
  auto words = resolve::name_words(score);
  return {score.bits, std::move(words.en), std::move(words.ja)};
}

}  // namespace engine
