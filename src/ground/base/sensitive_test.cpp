#include "ground/base/sensitive.h"

#include <concepts>
#include <ostream>
#include <string>
#include <type_traits>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace base {
namespace {

using Secret = Sensitive<std::string>;

template <class T>
concept Streamable = requires(std::ostream& out, const T& value) {
  out << value;
};

static_assert(Streamable<std::string> && !Streamable<Secret>);
static_assert(fmt::is_formattable<std::string>::value && !fmt::is_formattable<Secret>::value);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<std::string, Secret>);
static_assert(!std::equality_comparable<Secret>);

TEST(sensitive, gives_its_value_only_when_it_is_asked_to_reveal_it) {
  EXPECT_EQ(Secret("a fictional name").reveal(), "a fictional name");
  EXPECT_EQ(Secret().reveal(), "");
}

}  // namespace
}  // namespace base
