#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/report_record.h"

/// A stored report as JSON. decode/encode of json.h work for model::ReportRecord (with content)
/// and model::ReportSummary.
namespace codec {

/// A record without its content: what is kept in the body of a report's row. The content is
/// empty after reading.
[[nodiscard]] std::string encode_handling(const model::ReportRecord& record);
[[nodiscard]] base::Result<model::ReportRecord> decode_handling(std::string_view json);

}  // namespace codec
