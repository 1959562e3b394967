// Attacks the table of sounds: the first line is two words with a tab between, the rest the table.
// What is read must be symmetric and no word worth more beside another than both are by themselves.
#include "steps/resolve/sound_costs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto words = input.substr(0, input.find('\n'));
  const auto table = input.substr(std::min(words.size() + 1, input.size()));
  const auto costs = resolve::SoundCosts::parse(table);
  if (!costs) return 0;
  const auto tab = std::min(words.find('\t'), words.size());
  const auto one = resolve::pack_sounds(model::Alphabet::latin, words.substr(0, tab));
  const auto other = resolve::pack_sounds(model::Alphabet::kana, words.substr(tab));
  constexpr int least = -10'000;
  const int worth = costs->worth_of(one, other, least);
  base::ensure(worth == costs->worth_of(other, one, least), "two words are worth the same turned");
  base::ensure(worth <= costs->worth_of(one) + costs->worth_of(other), "costs only take away");
  return 0;
}
