#include "work/engine/name_matcher.h"

#include "steps/normalise/comparable_name.h"
#include "steps/resolve/name_words.h"

namespace engine {

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
  score.bits = score.parts.empty() ? 0 : weights_.bits(resolve::name_features(score, is_company));
  auto words = resolve::name_words(score);
  return {score.bits, std::move(words.en), std::move(words.ja)};
}

}  // namespace engine
