#pragma once

#include <string>
#include <string_view>

#include "edges/render/words.h"
#include "ground/base/error.h"

/// Problems and next steps are written in English where they arise and put into Japanese here,
/// where somebody reads them. tools/check_problems holds that none is without a Japanese text.
namespace render {

/// The text in the reader's language: a text of data/problems.ja.json as it is, else the one of
/// its patterns that fits with the most letters, with what stood in the places. An unknown text
/// stays English, so that nothing is hidden.
[[nodiscard]] std::string translate(std::string_view english, Locale locale);

/// The problem and next step of the issue; its pointer is for programs and stays.
[[nodiscard]] base::Issue translate(base::Issue issue, Locale locale);

/// Every issue of the error.
[[nodiscard]] base::Error translate(base::Error error, Locale locale);

}  // namespace render
