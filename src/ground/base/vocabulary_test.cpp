#include "ground/base/vocabulary.h"

#include <gtest/gtest.h>

namespace base {
namespace {

enum class Weather { dry, light_rain, snow };
constexpr auto vocabulary(Weather) {
  return make_vocabulary<Weather>("dry", "light-rain", "snow");
}

static_assert(word_of(Weather::light_rain) == "light-rain");
static_assert(find_word<Weather>("snow") == Weather::snow);

TEST(vocabulary, finds_every_word_it_writes) {
  for (const auto weather : {Weather::dry, Weather::light_rain, Weather::snow})
    EXPECT_EQ(find_word<Weather>(word_of(weather)), weather);
}

TEST(vocabulary, finds_nothing_for_other_words_and_cases) {
  EXPECT_EQ(find_word<Weather>("hail"), std::nullopt);
  EXPECT_EQ(find_word<Weather>("Dry"), std::nullopt);
  EXPECT_EQ(find_word<Weather>(""), std::nullopt);
}

}  // namespace
}  // namespace base
