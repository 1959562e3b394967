#pragma once

#include <string_view>

namespace normalise {

/// The full form of which a given name is a short or pet form: "bob" -> "robert", "robert" ->
/// "robert"; empty for what is no member of a family of forms. Small Latin letters. The table is of
/// our own writing and holds common English, Spanish, German and Russian forms; a form that belongs
/// to several names ("alex") stands with its most common one.
[[nodiscard]] std::string_view root_of(std::string_view given_name);

}  // namespace normalise
