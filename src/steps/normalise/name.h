#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/model/link.h"

namespace normalise {

/// What a name field says, ready to be compared: NFKC_Casefold, courtesy titles (さん, 様, 氏,
/// 部長, Mr, Dr, -san, 씨 ...) taken off, kanji in their usual form, kanji names without blanks.
/// One field may give several: "田中健一（タナカ ケンイチ）" gives two, so does "Anna / Maria".
/// What names nobody
/// ("不明", "unknown", "a man", "ロシア人") gives none.
[[nodiscard]] std::vector<model::PersonaFeatures::Name> names_of(std::string_view field);

/// An employer: folded, legal form (株式会社, 有限会社, Ltd, GmbH, ООО ...) and punctuation taken
/// off.
[[nodiscard]] std::string employer_of(std::string_view field);

}  // namespace normalise
