#pragma once

#include <functional>
#include <string>

#include "edges/db/connection.h"
#include "edges/store/digest.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/model/alert.h"

/// What the loop of a desk counts beside what digests count. Only columns; no body is opened.
namespace store {

/// A report that an alert rests on. Imported reports are left out: they came before the hub.
struct AlertSource {
  base::Id<model::Alert> alert;
  model::AlertProduct product = model::AlertProduct::caution;
  base::UtcTime given_at;  ///< when the first recipient had the alert
  base::UtcTime received_at;
  std::string firm_key;  ///< of the report; "" = not known
};
/// Of the alerts that their first recipient had in the period; the sources of an alert together.
void for_each_alert_source(db::Connection& connection, const Period& period,
                           const std::function<void(const AlertSource&)>& take);

/// The key of a firm, and when.
using TakeMoment = std::function<void(const std::string& firm_key, base::UtcTime at)>;
void for_each_visit_of_firms(db::Connection& connection, const Period& period,
                             const TakeMoment& take);
/// Reports of known firms that somebody may read (not held, not withdrawn); no imported ones.
void for_each_report_of_firms(db::Connection& connection, const Period& period,
                              const TakeMoment& take);

}  // namespace store
