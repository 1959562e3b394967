#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/record_field.h"

namespace normalise {

/// What the columns of one file hold.
struct RecordColumns {
  std::vector<model::RecordField> fields;  ///< one a column
  std::vector<std::uint8_t> slots;         ///< identifiers and texts: which of their kind it is
  std::vector<std::string> headers;        ///< as written
  std::vector<std::string> unknown;        ///< of those the ones not recognised: read as text
};

/// A line of a schema file: `column,field`, the field a word of model::RecordField.
struct SchemaLine {
  std::string column;
  model::RecordField field = model::RecordField::ignored;
};

/// The field a header names. Letter case, blanks, "_" and "-" do not matter: "Given Name",
/// "first_name", "PRIMARY_NAME_FIRST", "姓", "生年月日", "dob", "Telefon". `cluster` and `truth`
/// are `ignored`, and so is what describes the row rather than the party (source, record type).
/// Unknown headers are `text`.
[[nodiscard]] model::RecordField field_of_header(std::string_view header);

/// All columns of a header row. Of several ids the most proper one is taken, the others ignored;
/// `schema` goes before the headers' own meaning. Fails with invalid_input where the schema names a
/// column that is not there or where nothing can be compared.
[[nodiscard]] base::Result<RecordColumns> columns_of(std::span<const std::string> headers,
                                                     std::span<const SchemaLine> schema = {});

/// Gives identifiers and texts of all files their slots, the same for the same header, so that a
/// passport is never compared with a tax number. Texts beyond `text_columns_max` are ignored, and
/// so are identifiers beyond `identifier_columns_max`.
inline constexpr std::size_t text_columns_max = 3;
inline constexpr std::size_t identifier_columns_max = 16;
void align(std::span<RecordColumns> files);

/// Rows of a schema file (a first row "column,field" is passed over). Fails with invalid_input, the
/// pointer "line N", for a field that is none.
[[nodiscard]] base::Result<std::vector<SchemaLine>> schema_of(
    std::span<const std::vector<std::string>> rows);

}  // namespace normalise
