#include "edges/codec/word_weights.h"

#include <gtest/gtest.h>

namespace {

constexpr std::string_view small =
    "targets\t#hostile\tTA1\nbiases\t-0.500\t1.250\nask my\t0=0.50\n封筒\t0=1.00\t1=-0.25\n";

TEST(word_weights, a_table_reads_back_as_it_was_written) {
  const auto weights = codec::parse_word_weights(small);
  ASSERT_TRUE(weights) << weights.error().text();
  EXPECT_EQ(weights->targets, (std::vector<std::string>{"#hostile", "TA1"}));
  EXPECT_EQ(weights->features.at(1).shares.at(1), (model::WordWeights::Share{1, -0.25F}));
  EXPECT_EQ(codec::encode_word_weights(*weights), small);
}

TEST(word_weights, a_broken_line_is_named) {
  for (const std::string_view broken :
       {"", "targets\tA\n", "targets\tA\nbiases\t1\t2\n", "targets\tA\nbiases\tx\n",
        "targets\tA\nbiases\tnan\n", "targets\tA\nbiases\t1\nword\n",
        "targets\tA\nbiases\t1\nword\t1=2\n", "targets\tA\nbiases\t1\nword\t0\n",
        "targets\tA\nbiases\t1\nb\t0=1\na\t0=1\n", "targets\tA\nbiases\t1\na\t0=1\na\t0=1\n"}) {
    const auto weights = codec::parse_word_weights(broken);
    ASSERT_FALSE(weights) << broken;
    EXPECT_TRUE(weights.error().issues.at(0).pointer.starts_with("line ")) << broken;
  }
}

}  // namespace
