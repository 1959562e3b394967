#pragma once

#include <vector>

#include "ground/model/reading.h"
#include "ground/text/folded_text.h"

namespace intake {

/// Persons, organisations and places, in order, never overlapping one another, by what stands
/// beside them: titles and honorifics, "named", と名乗る, legal forms and endings of firms (Ltd,
/// 株式会社, 大学), endings of places (市, Station), capitals within an English sentence, and short
/// lists of cities and countries. Nothing that scores reads them. Linear; values are empty.
[[nodiscard]] std::vector<model::Entity> find_names(const text::FoldedText& text);

/// Parts of it: one language's script each, in order.
void add_latin_names(std::u32string_view text, std::vector<model::Entity>& found);
void add_japanese_names(std::u32string_view text, std::vector<model::Entity>& found);

}  // namespace intake
