// Attacks the parser, the spellings and the alignment of names: the input is two names with a line
// end between. The score must be a number.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "ground/base/ensure.h"
#include "work/engine/name_matcher.h"

namespace {

std::string table(const std::string& name) {
  std::ifstream file(KIZUKI_SOURCE_DIR "/data/names/" + name + ".tsv");
  return {std::istreambuf_iterator<char>(file), {}};
}

const engine::NameMatcher& matcher() {
  static const auto made = [] {
    const auto titles = table("titles");
    const auto particles = table("particles");
    const auto legal_forms = table("legal_forms");
    const auto forms = table("forms");
    const auto costs = table("letter_costs");
    const auto own = table("letter_costs_own");
    const auto weights = table("weights");
    return engine::NameMatcher::make(
               {titles, particles, legal_forms, forms, costs, own, weights, ""})
        .value();
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto left = input.substr(0, input.find('\n'));
  const auto right = input.substr(std::min(left.size() + 1, input.size()));
  const float bits = matcher().compare(left, right).bits;
  base::ensure(std::isfinite(bits), "a score is a number");
  return 0;
}
