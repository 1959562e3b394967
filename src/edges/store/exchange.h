#pragma once

#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "ground/model/bundle.h"

/// What was handed to each partner and what came from it: the newest state of every thing, so
/// that each is applied once, in whatever order and however often it comes.
namespace store {

using PartnerId = base::Id<model::Organisation>;  ///< the organisation that runs the other hub

/// A bundle leaves: its items count as handed, and as arrived once it is confirmed.
void note_sent_bundle(db::Connection& connection, PartnerId partner, const model::Bundle& bundle);

/// The other side has applied it.
void confirm_sent_bundle(db::Connection& connection, PartnerId partner, base::Id<model::Bundle> id);

/// The version of a thing that the partner has confirmed; 0 = none.
[[nodiscard]] std::int64_t confirmed_version(db::Connection& connection, PartnerId partner,
                                             model::BundleItem::Kind kind,
                                             const base::UuidBytes& object);

/// A bundle has been applied here; it waits to be confirmed to the other side.
void note_received_bundle(db::Connection& connection, PartnerId partner,
                          const model::Bundle& bundle);
[[nodiscard]] std::vector<base::Id<model::Bundle>> list_unconfirmed(db::Connection& connection,
                                                                    PartnerId partner);
/// Our confirmation of it has left.
void note_confirmation_sent(db::Connection& connection, PartnerId partner,
                            const std::vector<base::Id<model::Bundle>>& bundles);

/// A thing of a partner as it was applied here last.
struct AppliedItem {
  std::int64_t version = 0;
  base::UuidBytes local_id{};  ///< what it became here
};
[[nodiscard]] std::optional<AppliedItem> find_applied(db::Connection& connection, PartnerId partner,
                                                      model::BundleItem::Kind kind,
                                                      const base::UuidBytes& object);
void note_applied(db::Connection& connection, PartnerId partner, const model::BundleItem& item,
                  const base::UuidBytes& local_id);

/// What a partner has not confirmed in its newest state, oldest first, at most `limit` each.
struct WaitingReport {
  base::Id<model::Report> id;
  std::int64_t version = 0;  ///< the released one
};
/// Released reports of the organisations that this hub receives for: a firm's own, or, where the
/// hub is a police desk, those of its queue.
[[nodiscard]] std::vector<WaitingReport> list_waiting_reports(db::Connection& connection,
                                                              PartnerId partner, std::size_t limit);
/// Reports that were handed over and then taken back.
[[nodiscard]] std::vector<base::Id<model::Report>> list_waiting_withdrawals(
    db::Connection& connection, PartnerId partner, std::size_t limit);
/// Deliveries to the partner: new ones, and all of an alert that has changed since.
struct WaitingDelivery {
  base::Id<model::Delivery> id;
  std::int64_t version = 0;  ///< the alert's revision
};
[[nodiscard]] std::vector<WaitingDelivery> list_waiting_deliveries(db::Connection& connection,
                                                                   PartnerId partner,
                                                                   std::size_t limit);
/// Lessons of this hub that are approved, and those that were handed over and withdrawn since;
/// only those for firms where the partner is none of the police.
struct WaitingLesson {
  base::Id<model::Lesson> id;
  std::int64_t version = 0;  ///< its revision
};
[[nodiscard]] std::vector<WaitingLesson> list_waiting_lessons(db::Connection& connection,
                                                              PartnerId partner, bool is_police,
                                                              std::size_t limit);
/// Deliveries from the partner that were acknowledged or answered here; their version is their
/// revision.
[[nodiscard]] std::vector<WaitingDelivery> list_waiting_answers(db::Connection& connection,
                                                                PartnerId partner,
                                                                std::size_t limit);

}  // namespace store
