#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The table of all words that a code turns into, in Japanese and English. A new code is a new
/// row in the part it belongs to; a test holds that every row has both languages with the
/// same placeholders and that no code stands twice.
namespace render {

/// Placeholders in `ja` and `en` (n = number of the parameter):
///   {n}   as it is            {in}  name of an indicator, counter-indicator, playbook or
///   {sn}  name of a stage           technology, with its code
///   {tn}  ticked or proposed  {rn}  class of a request
///   {n+}  this parameter and all after it, joined; with a letter too: {i1+}
struct PhraseRow {
  std::string_view code, ja, en;
};

[[nodiscard]] std::span<const PhraseRow> advice_rows();   ///< advice_..., guard_...
[[nodiscard]] std::span<const PhraseRow> reason_rows();   ///< of assessments and firms at risk
[[nodiscard]] std::span<const PhraseRow> link_rows();     ///< of links
[[nodiscard]] std::span<const PhraseRow> name_rows();     ///< "stage.approach", "role.analyst"
[[nodiscard]] std::span<const PhraseRow> message_rows();  ///< feedback_..., mail_...
[[nodiscard]] std::span<const PhraseRow> alert_rows();    ///< problem...., alert_...
[[nodiscard]] std::span<const PhraseRow> record_rows();   ///< of records in files: record_...
[[nodiscard]] std::span<const PhraseRow> visit_rows();    ///< visit_..., agenda_..., secret_...
[[nodiscard]] std::span<const PhraseRow> screen_rows();   ///< of a watch list: screen_...

/// The row of a code; nullptr where there is none.
[[nodiscard]] const PhraseRow* find_phrase(std::string_view code);

/// Every row, sorted by code.
[[nodiscard]] const std::vector<PhraseRow>& all_phrases();

}  // namespace render
