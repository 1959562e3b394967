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

/// What was delivered to whom and what came back. A row belongs to its recipient and is sealed
/// with its own key.
namespace store {

struct StoredDelivery {
  model::Delivery delivery;
  RowKey key;
};

/// Writes a new delivery; revision becomes 1. One exists for a recipient, an alert and a number
/// of correction: look with find_delivery_of first.
[[nodiscard]] base::Bytes insert_delivery(db::Connection& connection, const Keys& keys,
                                          StoredDelivery& stored);

[[nodiscard]] std::optional<StoredDelivery> find_delivery(db::Connection& connection,
                                                          const Keys& keys,
                                                          base::Id<model::Delivery> id);
[[nodiscard]] std::optional<StoredDelivery> find_delivery_of(
    db::Connection& connection, const Keys& keys, base::Id<model::Organisation> recipient,
    base::Id<model::Alert> alert, int correction);

/// As store::update_report: precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_delivery(db::Connection& connection,
                                                        StoredDelivery& stored);

/// All of an alert, first deliveries before corrections.
[[nodiscard]] std::vector<StoredDelivery> list_deliveries_of_alert(db::Connection& connection,
                                                                   const Keys& keys,
                                                                   base::Id<model::Alert> alert);

/// Whether the alert was delivered to any of these organisations.
[[nodiscard]] bool was_delivered_to(db::Connection& connection, base::Id<model::Alert> alert,
                                    const std::vector<base::Id<model::Organisation>>& recipients);

/// A firm's inbox, newest first.
[[nodiscard]] model::Page<model::Delivery> list_inbox(db::Connection& connection, const Keys& keys,
                                                      base::Id<model::Organisation> recipient,
                                                      const model::PageRequest& page);

/// Deliveries for the check of the record.
[[nodiscard]] ContentSource delivery_content();

}  // namespace store
