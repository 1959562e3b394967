#pragma once

#include <span>
#include <string_view>

namespace intake {

/// Words that say who somebody is, joined by |, beside the names of CLDR (text::region_names).
struct IdentityWords {
  char32_t stands_for = 0;       ///< of identity.h
  std::string_view words;        ///< "church|mosque"
  std::string_view leaves = {};  ///< what stays behind the mark: "語" of "英語"
};

[[nodiscard]] std::span<const IdentityWords> identity_words();

/// Capitalised in any text and no name: "I", "Monday", "USB". Folded, joined by |.
[[nodiscard]] std::string_view capitals_that_name_nobody();

/// Stand before さん or 氏 and name nobody: "お客さん", "業者さん".
[[nodiscard]] std::string_view roles_before_title();

}  // namespace intake
