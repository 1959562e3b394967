#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "ground/model/page.h"

/// Alerts, the reports they rest on, and who opened those before deciding. Text and steps are
/// sealed with the alert's own key.
namespace store {

struct StoredAlert {
  model::Alert alert;
  RowKey key;
};

/// Writes a new alert with a key of its own; revision becomes 1. Gives the commitment that its
/// audit row records, as every write does.
[[nodiscard]] base::Bytes insert_alert(db::Connection& connection, const Keys& keys,
                                       StoredAlert& stored);

[[nodiscard]] std::optional<StoredAlert> find_alert(db::Connection& connection, const Keys& keys,
                                                    base::Id<model::Alert> id);

/// As store::update_report: precondition_failed where the revision is another. The sources and
/// the dossier stay as they were inserted.
[[nodiscard]] base::Result<base::Bytes> update_alert(db::Connection& connection,
                                                     StoredAlert& stored);

struct AlertFilter {
  std::optional<base::Id<model::Organisation>> organisation;  ///< of the desk; absent = any
  std::optional<model::AlertState> state;
  /// Only alerts that were delivered to one of these; absent = no such condition.
  std::optional<std::vector<base::Id<model::Organisation>>> delivered_to;
};

/// Newest first.
[[nodiscard]] model::Page<model::Alert> list_alerts(db::Connection& connection, const Keys& keys,
                                                    const AlertFilter& filter,
                                                    const model::PageRequest& page);

/// Public notices that were sent and have neither ended nor expired, newest first.
[[nodiscard]] std::vector<model::Alert> list_notices_in_force(db::Connection& connection,
                                                              const Keys& keys, base::UtcTime now);

/// Alerts that rest on a report, or were drafted from a dossier; in the order they were made.
[[nodiscard]] std::vector<base::Id<model::Alert>> find_alerts_of_report(
    db::Connection& connection, base::Id<model::Report> report);
[[nodiscard]] std::vector<base::Id<model::Alert>> find_alerts_of_dossier(
    db::Connection& connection, base::Id<model::Dossier> dossier);

/// Somebody opened a source report of an alert.
struct SourceOpening {
  base::UuidBytes id{};
  std::string account_name;
  base::Id<model::Report> report;
  base::UtcTime at;
};

/// Notes it and returns the commitment to it; a second time changes nothing and returns nothing.
[[nodiscard]] std::optional<base::Bytes> mark_source_opened(db::Connection& connection,
                                                            const model::Alert& alert,
                                                            const SourceOpening& opening);
[[nodiscard]] std::vector<base::Id<model::Report>> list_opened_sources(
    db::Connection& connection, const model::Alert& alert, const std::string& account_name);

/// Alerts and the openings of their sources, for the check of the record.
[[nodiscard]] std::vector<ContentSource> alert_content();

}  // namespace store
