#include "doors/cli/shipped_tables.h"

#include "doors/cli/shipped.h"
#include "edges/codec/tables_json.h"
#include "edges/codec/word_weights.h"
#include "ground/base/ensure.h"

namespace cli {
model::IndicatorTable shipped_indicators() {
  auto table = codec::parse_indicator_table(get_shipped("indicators.json"));
  base::ensure(table.has_value(), "the shipped table of indicators can be read");
  return std::move(*table);
}

std::vector<model::Technology> shipped_technologies() {
  auto list = codec::parse_technologies(get_shipped("technologies.json"));
  base::ensure(list.has_value(), "the shipped list of technologies can be read");
  return std::move(*list);
}

model::WordWeights shipped_weights() {
  auto weights = codec::parse_word_weights(get_shipped("reading_weights.tsv"));
  base::ensure(weights.has_value(), "the shipped weights of the reader can be read");
  return std::move(*weights);
}

std::vector<model::PublicCase> shipped_cases() {
  auto cases = codec::parse_cases(get_shipped("cases.json"));
  base::ensure(cases.has_value(), "the shipped library of cases can be read");
  return std::move(*cases);
}

}  // namespace cli
