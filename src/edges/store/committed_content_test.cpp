#include "edges/store/committed_content.h"

#include <gtest/gtest.h>

namespace store {
namespace {

const base::Bytes salt(32, 7);

TEST(commitment_to_columns, differs_for_every_split_kind_and_order_of_values) {
  const std::vector<db::Parameters> rows = {{"ab", "c"},
                                            {"a", "bc"},
                                            {"abc"},
                                            {"c", "ab"},
                                            {base::Bytes{'a', 'b'}, "c"},
                                            {"ab", "c", ""},
                                            {"ab", "c", std::nullopt},
                                            {1},
                                            {2},
                                            {1.0},
                                            {"1"}};
  for (std::size_t left = 0; left < rows.size(); ++left)
    for (std::size_t right = 0; right < rows.size(); ++right)
      EXPECT_EQ(commitment_to_columns(salt, rows[left]) == commitment_to_columns(salt, rows[right]),
                left == right)
          << left << " " << right;
}

TEST(commitment_to_columns, differs_with_the_salt_and_refuses_a_short_one) {
  EXPECT_NE(commitment_to_columns(salt, {"a"}), commitment_to_columns(base::Bytes(32, 8), {"a"}));
  EXPECT_THROW(static_cast<void>(commitment_to_columns(base::Bytes(31, 7), {"a"})),
               base::OutsideFailure);
}

}  // namespace
}  // namespace store
