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
#include "ground/model/task.h"

/// What meetings, briefings and digests count over the whole hub. Only columns; no body is opened.
namespace store {

/// From `from` on, before `until`.
struct Period {
  base::UtcTime from, until;
};

/// Copies of sent alerts that firms have not acknowledged: the id of the firm as text, and since
/// when it has the copy.
void for_each_unanswered(
    db::Connection& connection,
    const std::function<void(const std::string& firm, base::UtcTime since)>& take);

/// Reports that somebody may read (not held, not withdrawn): the key of the firm, "" = not known.
void for_each_fresh_report(
    db::Connection& connection, base::UtcTime since,
    const std::function<void(const std::string& firm, model::Band band)>& take);

/// Lessons approved since then.
[[nodiscard]] std::int64_t count_lessons_since(db::Connection& connection, base::UtcTime since);
/// Tasks of meetings that nobody has answered.
[[nodiscard]] std::int64_t count_waiting_meeting_tasks(db::Connection& connection);

/// Open tasks whose clock has run out, with the firm that each is about: its id as text, "" where
/// it is about none or several.
void for_each_overdue_task(
    db::Connection& connection, base::UtcTime now,
    const std::function<void(model::TaskKind kind, const std::string& firm)>& take);

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
