// Attacks the reader of narratives: any bytes, in bounded time. Quotes have to lie inside the text
// and in order, an indicator stands once, and reading twice gives the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "edges/codec/tables_json.h"
#include "edges/codec/word_weights.h"
#include "ground/base/ensure.h"
#include "ground/text/folded_text.h"
#include "work/engine/read.h"

namespace {

std::string load(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

engine::Knowledge load_knowledge() {
  auto table = codec::parse_indicator_table(load(KIZUKI_SOURCE_DIR "/data/indicators.json"));
  auto weights = codec::parse_word_weights(load(KIZUKI_SOURCE_DIR "/data/reading_weights.tsv"));
  base::ensure(table.has_value() && weights.has_value(), "the shipped tables are readable");
  return engine::Knowledge(*std::move(table), {}, *weights);
}

void check_quote(const model::Quote& quote, std::u32string_view text) {
  base::ensure(quote.start < quote.end && quote.end <= text.size(), "a quote lies in the text");
  base::ensure(quote.text == text::to_utf8(text.substr(quote.start, quote.end - quote.start)),
               "a quote holds the words at its offsets");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const engine::Knowledge knowledge = load_knowledge();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto reading = engine::read(text, std::nullopt, knowledge);
  const auto original = text::fold_text(text).original;
  for (const auto* hits : {&reading.indicators, &reading.counters})
    for (const auto& hit : *hits) {
      check_quote(hit.quote, original);
      base::ensure(std::ranges::count(*hits, hit.id, &model::IndicatorHit::id) == 1,
                   "an indicator stands once");
    }
  std::size_t last_end = 0;
  for (const auto& entity : reading.entities) {
    check_quote(entity.quote, original);
    base::ensure(entity.quote.start >= last_end, "entities do not overlap");
    last_end = entity.quote.end;
  }
  base::ensure(reading == engine::read(text, std::nullopt, knowledge), "reading is repeatable");
  return 0;
}
