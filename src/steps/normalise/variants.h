#pragma once

namespace normalise {

/// One form for the ways in which one kanji of a name is written: old and new Japanese forms (邊
/// and 邉 are 辺), and simplified Chinese as Japanese prints it (伟 is 偉). Other characters stay.
/// A small table of our own, the forms that are met in names; it does not convert text.
[[nodiscard]] char32_t usual_form(char32_t kanji);

}  // namespace normalise
