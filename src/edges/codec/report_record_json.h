#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/model/report_record.h"

/// A stored report as JSON. decode/encode of json.h work for model::ReportRecord (with content)
/// and model::ReportSummary.
namespace codec {

/// What is kept in the body of a report's row: the record without its content, and a commitment
/// to the content of each version, so that a commitment to the body covers them too.
struct Handling {
  model::ReportRecord record;                    ///< its content is neither written nor read
  std::vector<base::Bytes> content_commitments;  ///< [0] is that of version 1
  base::Bytes receipt;                           ///< hash of its code
};
[[nodiscard]] std::string encode_handling(const Handling& handling);
[[nodiscard]] base::Result<Handling> decode_handling(std::string_view json);

}  // namespace codec
