#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "ground/model/name.h"

namespace normalise {

/// What a spelling sounds like, in one set of letters for all alphabets: a e i o u, p b f v w, t d,
/// s z x (sh) c (ch, j, ts, zh), k g, h, m n, r l, y. Сергей, Sergey and セルゲイ give "sergei",
/// "sergei" and "serugei". Long and doubled letters are one. Rough on purpose: it finds candidates,
/// it never says that two names are one. `symbols` may end with model::end_symbol. Rules are our
/// own, made from the usual romanisations (Hepburn, BGN/PCGN, pinyin, Revised Romanisation).
[[nodiscard]] std::string sounds_of(model::Alphabet alphabet,
                                    std::span<const std::uint8_t> symbols);

}  // namespace normalise
