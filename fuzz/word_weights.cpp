// Attacks the table of weights: what is read is written and read again as the same.
#include "edges/codec/word_weights.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view tsv(reinterpret_cast<const char*>(bytes), size);
  const auto weights = codec::parse_word_weights(tsv);
  if (!weights) return 0;
  const auto written = codec::encode_word_weights(*weights);
  const auto again = codec::parse_word_weights(written);
  base::ensure(again.has_value() && codec::encode_word_weights(*again) == written,
               "a table that was written reads back");
  return 0;
}
