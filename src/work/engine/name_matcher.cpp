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

// A name is worth little more than its worst part, whatever else there is; nobody bears two names
// of which each lacks a word of the other. Where 94,816 labelled pairs have their ends, so that
// nearly none of them loses bits above 0.
constexpr float worst_part_most = 4, both_lack_most = 0, sum_at_nothing = -4.8F, sum_a_bit = 1.7F;

/// Such parts, and such a sum, are worth no more.
float most_bits(const resolve::NameScore& score, bool is_company) {
  using model::TokenKind;
  float most = (score.bits - sum_at_nothing) / sum_a_bit;
  bool left_lacks = false, right_lacks = false;
  for (const auto& part : score.parts) {
    const bool is_missing = part.reason == resolve::NameReason::missing;
    const auto kind = is_missing ? (part.is_left ? part.left : part.right).view().kind : part.kind;
    if (kind == TokenKind::legal || kind == TokenKind::particle) continue;
    if (is_missing)
      (part.is_left ? left_lacks : right_lacks) = true;
    else if (part.bits <= 0)
      most = std::min(most, part.bits + worst_part_most);
  }
  return left_lacks && right_lacks && !is_company ? std::min(most, both_lack_most) : most;
}

/// What cannot be above the cut-off, as most_bits has it.
resolve::NameFloor floor_for(float cutoff, bool is_company) {
  return {sum_at_nothing + cutoff * sum_a_bit, std::min(cutoff - worst_part_most, 0.0F),
          cutoff >= both_lack_most && !is_company};
}

bool can_speak(const model::NameView& name) {
  return std::ranges::any_of(name.parses, [](const auto& parse) { return parse.count > 0; });
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
  auto sound_costs = resolve::SoundCosts::parse(sources.sound_costs);
  if (!sound_costs) return base::pass_on(sound_costs);
  out.sound_costs_ = *sound_costs;
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

float NameComparer::weighed(const model::NameView& left, const model::NameView& right,
                            float cutoff) const {
  const bool is_company = left.is_company || right.is_company;
  const auto& score = *last_;
  const float bits = matcher_.weights_.bits(resolve::name_features(score, is_company), cutoff);
  return std::min(std::max(bits, bits_if_same(score)), most_bits(score, is_company));
}

float NameComparer::bits(const model::NameView& left, const model::NameView& right, float cutoff) {
  if (cutoff > NameMatcher::no_cutoff && can_speak(left) && can_speak(right)) {
    const bool is_company = left.is_company || right.is_company;
    last_ = &scorer_.score(left, right, floor_for(cutoff, is_company));
    if (last_->parts.empty()) return cutoff;
    const float bits = weighed(left, right, cutoff);
    if (bits <= cutoff) return cutoff;
    if (last_->unsure_bits < last_->bits) return bits;
  }
  last_ = &scorer_.score(left, right, {});
  return last_->parts.empty() ? 0 : weighed(left, right, cutoff);
}

}  // namespace engine
