#pragma once

#include <cstddef>
#include <string_view>

namespace intake {

/// Whether words say that the act between `from` and `to` did not happen, or name a
/// condition instead of telling an event. `text` is folded (text/folded_text.h).
///
/// Japanese: a denial within 12 characters after the words in the same clause ("聞かれていない");
/// invitations ("行きませんか"), "かもしれない" and the like are no denials; advice
/// ("教えないように"). English: a denial within 4 words before them in the same clause ("did not
/// ask"), the reporter as the one who asks ("I asked him"), or a condition ("if he asks").
[[nodiscard]] bool is_denied(std::u32string_view text, std::size_t from, std::size_t to);

}  // namespace intake
