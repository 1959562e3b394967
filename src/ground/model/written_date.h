#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace model {

/// What people type, made comparable: full-width ASCII becomes ASCII, wave dashes become ~,
/// ideographic spaces become spaces, outer spaces go, a closing 頃 or ごろ becomes ~.
[[nodiscard]] std::string fold_date_text(std::string_view text);

/// Turns one date as people write it into EDTF, digits not yet checked against the calendar:
/// Japanese eras (令和4年12月1日, R4.12.1, 平成三十一年, 昭和63年), 2020年12月1日, 2020/12/1,
/// 2020.12.1 and 2020/12. A weekday in brackets and a time of day are dropped; with the time
/// goes its "about". Takes folded text; no value: it is not of these forms.
/// An era's years end in the calendar year in which it ended: 平成31年 stands, 平成32年 does not.
[[nodiscard]] std::optional<std::string> edtf_of_written_date(std::string_view folded);

}  // namespace model
