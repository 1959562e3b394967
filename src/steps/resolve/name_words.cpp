#include "steps/resolve/name_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/text/folded_text.h"

namespace resolve {
namespace {

struct Told {
  std::string_view en, ja;
};

Told told(NameReason reason) {
  switch (reason) {
    case NameReason::same_letters:
      return {"same letters", "同じ文字"};
    case NameReason::attested:
      return {"known forms of one name", "同じ名の知られた表記"};
    case NameReason::sound:
      return {"sounds alike", "音が近い"};
    case NameReason::same_characters:
      return {"same characters", "同じ漢字"};
    case NameReason::other_characters_same_sound:
      return {"same sound, other characters", "音は同じ、漢字が違う"};
    case NameReason::initial:
      return {"initial fits", "頭文字が合う"};
    case NameReason::legal_form:
      return {"same legal form", "同じ法人形態"};
    case NameReason::missing:
      return {"only in one name", "片方だけにある"};
    case NameReason::different:
      return {"different", "違う"};
  }
  return {};
}

std::string utf8_of(TokenRef token) {
  return token.pool == nullptr ? "" : text::to_utf8(token.view().text);
}

NameWords line_of(const NamePart& part) {
  const auto words = told(part.reason);
  const auto left = utf8_of(part.left);
  const auto right = utf8_of(part.right);
  if (part.reason == NameReason::missing) {
    const auto& word = part.is_left ? left : right;
    if (word.empty()) return {};
    return {fmt::format("{}: {}", word, words.en), fmt::format("{}：{}", word, words.ja)};
  }
  if (left.empty() || right.empty()) return {std::string(words.en), std::string(words.ja)};
  const bool is_far = part.reason == NameReason::sound && part.bits < 0;
  const Told shown = is_far ? Told{"sounds different", "音が違う"} : words;
  return {fmt::format("{} = {}: {} ({:+.1f} bits)", left, right, shown.en, part.bits),
          fmt::format("{} = {}：{}（{:+.1f} ビット）", left, right, shown.ja, part.bits)};
}

void append(NameWords& out, const NameWords& more) {
  if (more.en.empty()) return;
  out.en += (out.en.empty() ? "" : "; ") + more.en;
  out.ja += (out.ja.empty() ? "" : "；") + more.ja;
}

}  // namespace

NameWords name_words(const NameScore& score) {
  NameWords out;
  if (score.parts.empty()) return {"one of them names nobody", "どちらかが名前として読めない"};
  for (const auto& part : score.parts)
    append(out, line_of(part));
  append(out, score.is_order_kept ? NameWords{"order kept", "語順は同じ"}
                                  : NameWords{"order swapped", "語順が逆"});
  const auto worst = std::ranges::min_element(score.parts, {}, &NamePart::bits);
  if (score.bits < 0 && worst->bits < 0)
    append(out, {"speaks most against it: " + line_of(*worst).en,
                 "最も強い反証：" + line_of(*worst).ja});
  return out;
}

}  // namespace resolve
