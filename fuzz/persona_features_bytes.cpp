// Attacks the reader of stored persona features. What is accepted must settle after one writing.
#include "edges/codec/persona_features_bytes.h"

#include <cstddef>
#include <cstdint>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto features = codec::parse_persona_features({bytes, size});
  if (!features) return 0;
  const auto written = codec::persona_features_to_bytes(*features);
  const auto again = codec::parse_persona_features(written);
  base::ensure(again.has_value(), "what was written can be read");
  base::ensure(codec::persona_features_to_bytes(*again) == written, "writing settles");
  return 0;
}
