#pragma once

#include <gtest/gtest.h>

#include "work/workflow/apply_bundle.h"
#include "work/workflow/make_bundle.h"
#include "work/workflow/partners.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/set_up_hub.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/verify_store.h"

/// For tests: what operators of two hubs do.
namespace workflow::for_tests {

inline constexpr auto how = "called the number in the force's own directory";

inline model::Principal operator_() {
  return operator_principal("test");
}

/// `whom` becomes a partner of `to`.
inline void introduce(TestHub& to, TestHub& whom) {
  const auto card = own_card(whom.hub, operator_()).value();
  ASSERT_TRUE(add_partner(to.hub, operator_(), card, how));
}

inline void expect_provable(TestHub& test) {
  while (seal_audit(test.hub) > 0) {
  }
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

}  // namespace workflow::for_tests
