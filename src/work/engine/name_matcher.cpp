#include "work/engine/name_matcher.h"

#include <algorithm>

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
  out.costs_.finish();
  out.weights_ = *weights;
  out.tables_.jmnedict = sources.jmnedict;
  out.tables_.unihan = sources.unihan;
  return out;
}

NameMatcher::Comparison NameMatcher::compare(std::string_view left, std::string_view right) const {
  NameComparer comparer(*this);
  model::TokenPool pool;
  auto compiled_by = compiler(pool);
  const auto one = compiled_by.compile(left);
  const auto other = compiled_by.compile(right);
  const float bits = comparer.bits(one.in(pool), other.in(pool));
  auto words = resolve::name_words(comparer.last());
  return {bits, std::move(words.en), std::move(words.ja)};
}

float NameComparer::bits(const model::NameView& left, const model::NameView& right) {
  last_ = &scorer_.score(left, right);
  if (last_->parts.empty()) return 0;
  const bool is_company = left.is_company || right.is_company;
  const float weighed = matcher_.weights_.bits(resolve::name_features(*last_, is_company));
  return std::max(weighed, bits_if_same(*last_));
}

}  // namespace engine
