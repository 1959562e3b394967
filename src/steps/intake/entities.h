#pragma once

#include <vector>

#include "ground/model/reading.h"
#include "ground/text/folded_text.h"

namespace intake {

/// Phones, e-mails, handles, URLs, dates, sums of money, persons, organisations and places in a
/// text, in order, never overlapping. The last three are told by what stands beside them
/// (entity_names.h), so some are missed; in another language than Japanese and English they are not
/// looked for.
///
/// Values: phone in E.164 where it is obvious (+..., 010 ..., Japanese numbers beginning with
/// 0 of 10 or 11 digits; no numbering plan is consulted), e-mail in lower case,
/// handle "service:id", URL with scheme and host in lower case, date in EDTF ("2021-05",
/// "XXXX-05-03" where no year is told, "~" where it is about), money as "JPY 50000"; empty
/// where words are too vague ("数万円").
[[nodiscard]] std::vector<model::Entity> find_entities(const text::FoldedText& text,
                                                       model::Language language);

/// Likewise, in the language that the text shows.
[[nodiscard]] std::vector<model::Entity> find_entities(const text::FoldedText& text);

}  // namespace intake
