#include "work/workflow/report_access.h"

#include <utility>

#include "work/workflow/record.h"

namespace workflow {

using model::Principal;
using model::Role;

bool is_ended(const model::ReportRecord& record) {
  return record.state == model::ReportState::set_aside ||
         record.state == model::ReportState::withdrawn;
}

namespace {

bool is_submitter(const Hub& hub, const Principal& principal, const store::StoredReport& stored) {
  return !principal.account.is_nil() && !stored.submitter.empty() &&
         stored.submitter == store::submitter_value(hub.keys, principal.account);
}

}  // namespace

rights::Facts facts_of(const Hub& hub, const Principal& principal,
                       const store::StoredReport& stored, std::vector<std::string> not_by) {
  rights::Facts facts;
  facts.owner = stored.record.organisation;
  if (is_submitter(hub, principal, stored)) facts.made_by = principal.account;
  facts.held = stored.record.released_version == 0;
  if (!facts.held) facts.areas = stored.record.areas;
  facts.not_by = std::move(not_by);
  return facts;
}

base::Result<store::StoredReport> get_report_for(const Hub& hub, db::Connection& connection,
                                                 const Principal& principal, rights::Action action,
                                                 base::Id<model::Report> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return pass_on(tried);
  auto stored = store::find_report(connection, hub.keys, id);
  if (!stored) return no_such("report");
  if (auto allowed = rights::decide(principal, action, facts_of(hub, principal, *stored)); !allowed)
    return pass_on(allowed);
  return std::move(*stored);
}

base::Result<store::StoredReport> get_report_for_change(const Hub& hub, db::Connection& connection,
                                                        const Principal& principal,
                                                        rights::Action action,
                                                        base::Id<model::Report> id,
                                                        std::int64_t revision) {
  auto stored = get_report_for(hub, connection, principal, action, id);
  if (stored && stored->record.revision != revision)
    return base::fail(base::ErrorKind::precondition_failed, "", "the report has changed since",
                      "read it again and repeat the change");
  return stored;
}

bool is_owner(const Hub& hub, const Principal& principal, const store::StoredReport& stored) {
  return is_submitter(hub, principal, stored) ||
         (principal.has(Role::company_officer) &&
          stored.record.organisation == principal.organisation);
}

int version_for(const Hub& hub, const Principal& principal, const store::StoredReport& stored) {
  return is_owner(hub, principal, stored) ? stored.record.version
                                          : store::shared_version(stored.record);
}

Principal without_reporter_name(const Principal& principal) {
  const bool is_reporter = principal.kind == Principal::Kind::person &&
                           principal.has(Role::employee) && principal.roles.size() == 1;
  if (!is_reporter) return principal;
  Principal nameless = principal;
  nameless.name = "employee";
  nameless.caused_by.clear();
  return nameless;
}

base::Result<void> save_report(const Hub& hub, db::Connection& connection,
                               const Principal& principal, store::StoredReport& stored,
                               std::string_view action) {
  auto commitment = store::update_report(connection, stored);
  if (!commitment) return pass_on(commitment);
  record(hub, connection, without_reporter_name(principal),
         {action, "report", stored.record.id.bytes, std::move(*commitment)});
  return {};
}

}  // namespace workflow
