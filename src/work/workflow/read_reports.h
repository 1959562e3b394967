#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// Reports as their readers may see them.
namespace workflow {

/// Opens one report for a purpose (check_purpose); each opening stands in the record, a refused
/// one too. The firm and the reporter read the newest version, everybody else the released one.
/// not_found outside the reader's reach; a withdrawn report is its owner's alone.
[[nodiscard]] base::Result<model::ReportRecord> open_report(Hub& hub,
                                                            const model::Principal& principal,
                                                            base::Id<model::Report> id,
                                                            const std::string& purpose);

/// What the principal may see, newest first, without content.
[[nodiscard]] base::Result<model::Page<model::ReportSummary>> list_reports(
    Hub& hub, const model::Principal& principal, std::optional<model::ReportState> state,
    const model::PageRequest& page);

/// Reports whose words hold every word of `text` (2 to 200 characters), within the principal's
/// reach, newest first, at most 50. Names of personas and handles are not searched.
[[nodiscard]] base::Result<std::vector<model::ReportSummary>> search_reports(
    Hub& hub, const model::Principal& principal, const std::string& text);

/// Whether anybody else in the hub knows a telephone number, address, account, plate or name, and
/// whom to ask (names of desks in their own words); nothing more. For police.
struct HitAnswer {
  bool hit = false;
  std::vector<model::Bilingual> ask;
};
[[nodiscard]] base::Result<HitAnswer> hit_or_no_hit(Hub& hub, const model::Principal& principal,
                                                    const std::string& value);

}  // namespace workflow
