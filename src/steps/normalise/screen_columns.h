#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/record_field.h"
#include "steps/normalise/record_columns.h"

namespace normalise {

/// What the columns of a log hold, for screening. As record_columns.h, and besides: the words of
/// visitor logs ("来訪者名", "Visitor"), of card books ("御社名", "TEL会社", "連絡先") and of mail
/// headers ("From", "差出人": a cell may be `Ivan Petrov <ivan@example.com>` or a list of them).
/// An organisation is where the person is from, so it is an employer here. A column that nobody
/// knows is `text`: what is a mail address or a telephone number in it counts. Columns of the
/// house's own people (担当者, host) are `ignored`.
[[nodiscard]] base::Result<RecordColumns> screen_columns_of(
    std::span<const std::string> headers, std::span<const SchemaLine> schema = {});

}  // namespace normalise
