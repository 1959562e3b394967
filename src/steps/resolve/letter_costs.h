#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/name.h"
#include "steps/resolve/letter_table.h"

namespace resolve {

/// Letter tables between all alphabets.
class LetterCosts {
 public:
  LetterCosts();

  /// Adds rows "table, unit, unit, eighths of a bit"; $ is the end of a word. Rows of the table
  /// "next" belong to normalise and are passed over. Errors: invalid_input with the line.
  [[nodiscard]] base::Result<void> add(std::string_view tsv);
  /// After the last add().
  void finish();

  /// Tables from `left` to `right`; none before finish().
  [[nodiscard]] std::span<const LetterTable> tables(model::Alphabet left,
                                                    model::Alphabet right) const;
  /// The least costs of all of them. Where there are some, after finish().
  [[nodiscard]] const LetterTable& least(model::Alphabet left, model::Alphabet right) const;

 private:
  std::array<std::array<std::vector<LetterTable>, model::alphabet_count>, model::alphabet_count>
      tables_;
  /// Of more tables than one.
  std::array<std::array<std::optional<LetterTable>, model::alphabet_count>, model::alphabet_count>
      least_;
};

}  // namespace resolve
