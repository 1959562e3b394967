#include "edges/render/phrase_table.h"

#include <algorithm>

namespace render {

const std::vector<PhraseRow>& all_phrases() {
  static const std::vector<PhraseRow> sorted = [] {
    std::vector<PhraseRow> rows;
    for (const auto part : {advice_rows(), reason_rows(), link_rows(), name_rows(), message_rows(),
                            alert_rows(), record_rows(), visit_rows(), screen_rows()})
      rows.insert(rows.end(), part.begin(), part.end());
    std::ranges::sort(rows, {}, &PhraseRow::code);
    return rows;
  }();
  return sorted;
}

const PhraseRow* find_phrase(std::string_view code) {
  const auto& rows = all_phrases();
  const auto found = std::ranges::lower_bound(rows, code, {}, &PhraseRow::code);
  return found != rows.end() && found->code == code ? &*found : nullptr;
}

}  // namespace render
