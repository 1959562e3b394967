// Attacks the parser, the spellings and the alignment of names: the input is two names with a line
// end between. The score must be a number, and a cut-off must keep what is above it.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/ensure.h"
#include "work/engine/name_matcher_for_tests.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto left = input.substr(0, input.find('\n'));
  const auto right = input.substr(std::min(left.size() + 1, input.size()));
  constexpr float cutoff = 1, rounding = 0.001F;
  const auto& matcher = engine::shipped_name_matcher();
  const float bits = matcher.compare(left, right).bits;
  base::ensure(std::isfinite(bits), "a score is a number");
  model::TokenPool pool;
  auto compiler = matcher.compiler(pool);
  const auto one = compiler.compile(left), other = compiler.compile(right);
  const float cut = engine::NameComparer(matcher).bits(one.in(pool), other.in(pool), cutoff);
  base::ensure(cut >= std::min(bits, cutoff) - rounding && cut <= std::max(bits, cutoff) + rounding,
               "a cut-off keeps what is above it");
  return 0;
}
