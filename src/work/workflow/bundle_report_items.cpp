#include "edges/deliver/bundle_file.h"
#include "edges/store/exchange.h"
#include "edges/store/organisation.h"
#include "edges/store/organisation_key.h"
#include "edges/store/report.h"
#include "work/workflow/bundle_items.h"
#include "work/workflow/incoming_report.h"
#include "work/workflow/process_report.h"
#include "work/workflow/record.h"
#include "work/workflow/release_report.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::Result;
using base::UuidBytes;
using model::BundleItem;

/// A firm speaks for itself alone; police write down what any firm told them.
Ownership ownership_for(db::Connection& connection, const BundleSource& source,
                        model::Report& content) {
  if (!model::is_police(source.organisation.kind)) {
    content.from.organisation = source.organisation.key;
    return {source.organisation, source.organisation.key, false};
  }
  const auto named = store::find_organisation_by_key(connection, content.from.organisation);
  return {source.organisation, named ? named->key : std::string(), false};
}

Result<UuidBytes> add_report(Hub& hub, db::Connection& connection, const BundleSource& source,
                             model::Report content) {
  const auto reception = prepare_reception(connection);
  if (!reception) return std::unexpected(reception.error());
  const auto ownership = ownership_for(connection, source, content);
  const auto key = store::get_organisation_key(connection, hub.keys, ownership.owner.id);
  model::Submission submission;
  submission.report = std::move(content);
  const auto incoming =
      make_incoming(hub, *reception, ownership, key, source.principal, submission);
  if (!incoming) return std::unexpected(incoming.error());
  announce(hub, connection, source.principal, write_incoming(connection, *incoming));
  return incoming->report.stored.record.id.bytes;
}

Result<UuidBytes> add_newer_version(Hub& hub, db::Connection& connection,
                                    const BundleSource& source, const UuidBytes& local_id,
                                    model::Report content) {
  auto stored = store::find_report(connection, hub.keys, {local_id});
  if (!stored) return no_such("report");
  static_cast<void>(ownership_for(connection, source, content));
  store::add_version(connection, *stored, content, source.principal.name, hub.clock.now());
  let_out_newest(stored->record);
  request_reading(hub, connection, source.principal, stored->record.id);
  if (auto saved = save_report(hub, connection, source.principal, *stored, "report.correct");
      !saved)
    return base::pass_on(saved);
  return local_id;
}

}  // namespace

Result<UuidBytes> apply_report(Hub& hub, db::Connection& connection, const BundleSource& source,
                               const BundleItem& item) {
  auto read = deliver::report_in(item, hub.clock.now());
  if (!read) return base::pass_on(read);
  auto content = std::move(*read);
  const auto from = source.organisation.id;
  if (store::find_applied(connection, from, BundleItem::Kind::withdrawal, item.object))
    return UuidBytes{};
  auto known = store::find_applied(connection, from, BundleItem::Kind::report, item.object);
  if (!known && content.source_ref)
    if (const auto earlier = store::find_by_source_ref(connection, from, *content.source_ref))
      known = store::AppliedItem{0, earlier->bytes};
  if (known) return add_newer_version(hub, connection, source, known->local_id, std::move(content));
  return add_report(hub, connection, source, std::move(content));
}

Result<UuidBytes> apply_withdrawal(Hub& hub, db::Connection& connection, const BundleSource& source,
                                   const BundleItem& item) {
  auto withdrawal = deliver::withdrawal_in(item);
  if (!withdrawal) return base::pass_on(withdrawal);
  const auto known = store::find_applied(connection, source.organisation.id,
                                         BundleItem::Kind::report, item.object);
  if (!known) return UuidBytes{};  // the report itself will find this and stay out
  auto stored = store::find_report(connection, hub.keys, {known->local_id});
  if (!stored) return no_such("report");
  take_back(hub, connection, source.principal, *stored, withdrawal->reason);
  if (auto saved = save_report(hub, connection, source.principal, *stored, "report.withdraw");
      !saved)
    return base::pass_on(saved);
  return known->local_id;
}

}  // namespace workflow
