#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/model/alert.h"
#include "ground/model/report_record.h"

/// What meetings, briefings and digests count over the whole hub. Only columns; no body is opened.
namespace store {

/// From `from` on, before `until`.
struct Period {
  base::UtcTime from, until;
};

struct Unanswered {
  std::int64_t count = 0;
  std::optional<base::UtcTime> since;
};
/// Copies of sent alerts without acknowledgement.
[[nodiscard]] Unanswered count_unanswered(db::Connection& connection);

struct Fresh {
  std::int64_t reports = 0;  ///< that somebody may read: not held, not withdrawn
  std::int64_t concern = 0;  ///< of them, with band concern or higher
  std::int64_t lessons = 0;  ///< approved
};
[[nodiscard]] Fresh count_since(db::Connection& connection, base::UtcTime since);

/// One thing that was done at a firm, or for one: the id of the firm as text, "" = not known.
using TakeFirm = std::function<void(const std::string& firm)>;
void for_each_visit(db::Connection& connection, const Period& period, const TakeFirm& take);
void for_each_consultation(db::Connection& connection, const Period& period, const TakeFirm& take);

struct CountedReport {
  base::Id<model::Report> id;
  std::string firm_key;  ///< "" = not known
  model::Stage stage = model::Stage::none;
};
/// Vetted reports. With areas: those that touch one that begins with one of them.
void for_each_vetted_report(db::Connection& connection, const Period& period,
                            const std::vector<std::string>& areas,
                            const std::function<void(const CountedReport&)>& take);

/// Copies of alerts (no corrections) that firms received.
[[nodiscard]] std::vector<base::Id<model::Delivery>> list_deliveries_of(db::Connection& connection,
                                                                        const Period& period);

[[nodiscard]] std::int64_t count_meetings(db::Connection& connection, const Period& period);

}  // namespace store
