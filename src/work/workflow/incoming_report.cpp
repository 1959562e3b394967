#include "work/workflow/incoming_report.h"

#include <algorithm>
#include <utility>

#include "edges/store/hub.h"
#include "edges/store/job.h"
#include "edges/store/organisation.h"
#include "edges/store/receipt.h"
#include "edges/store/reporter.h"
#include "work/workflow/process_report.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::OrganisationKind;
using model::Principal;
using model::Report;
using model::Role;

bool is_anonymous(const Principal& principal) {
  return principal.kind == Principal::Kind::anonymous;
}

/// Ticks of a company or station officer count as confirmed, so a capacity is not the sender's
/// word but what the sign-in says. What an import brings was written down by the operator.
model::Capacity capacity_of(const Principal& principal, model::Capacity claimed) {
  using model::Capacity;
  if (is_anonymous(principal))
    return claimed == Capacity::employee || claimed == Capacity::public_ ? claimed
                                                                         : Capacity::other;
  if (principal.kind == Principal::Kind::system) return claimed;
  if (principal.has(Role::company_officer)) return Capacity::company_officer;
  if (principal.has(Role::station_officer)) return Capacity::station_officer;
  if (principal.has(Role::analyst)) return Capacity::analyst;
  return principal.has(Role::employee) ? Capacity::employee : Capacity::other;
}

Report content_of(const Principal& principal, const Ownership& ownership, const Report& sent) {
  Report content = sent;
  content.from.capacity = capacity_of(principal, sent.from.capacity);
  if (content.from.organisation.empty()) content.from.organisation = ownership.organisation_key;
  return content;
}

base::Result<Ownership> ownership_of_company(db::Connection& connection, const Principal& principal,
                                             const Report& report, ImportAs as) {
  if (!report.from.organisation.empty() && report.from.organisation != principal.organisation_key)
    return base::fail(ErrorKind::refused, "/from/organisation", "is not your organisation",
                      "leave it out or give your organisation's own key");
  const auto company = store::find_organisation(connection, principal.organisation);
  if (!company) return no_such("organisation");
  return Ownership{*company, company->key, company->reports_held || as == ImportAs::held};
}

store::StoredReport stored_from(Hub& hub, const Reception& reception, const Ownership& ownership,
                                const Principal& principal, const Report& sent) {
  const auto now = hub.clock.now();
  store::StoredReport stored;
  auto& record = stored.record;
  // A time-ordered id would give the moment away that an anonymous reporter is promised to keep.
  record.id =
      is_anonymous(principal) ? base::Id<Report>{hub.ids.random()} : hub.ids.make<Report>(now);
  record.received_at = is_anonymous(principal) ? base::tokyo_midnight(base::tokyo_day(now)) : now;
  record.organisation = ownership.owner.id;
  record.organisation_key = ownership.organisation_key;
  record.state = ownership.held ? model::ReportState::held : model::ReportState::released;
  record.released_version = ownership.held ? 0 : 1;
  record.release_basis = ownership.held ? model::LegalBasis::not_said : sent.legal_basis;
  record.revision = 1;
  record.areas = given_areas(sent);
  add_own_areas(ownership.owner, record.areas);
  stored.desk = reception.home.id;
  stored.source_ref = sent.source_ref;
  if (!principal.account.is_nil())
    stored.submitter = store::submitter_value(hub.keys, principal.account);
  return stored;
}

}  // namespace

base::Result<Reception> prepare_reception(db::Connection& connection) {
  auto home = find_home_desk(connection);
  if (!home)
    return base::fail(ErrorKind::refused, "", "this hub has no desk that receives reports",
                      "register a bureau first");
  return Reception{std::move(*home), store::list_custodian_keys(connection)};
}

namespace {

/// The firm that runs this hub, if one does.
std::optional<model::Organisation> find_own_firm(db::Connection& connection) {
  const auto home = store::find_home(connection);
  if (!home) return std::nullopt;
  auto organisation = store::find_organisation(connection, *home);
  if (!organisation || organisation->kind != OrganisationKind::company) return std::nullopt;
  return organisation;
}

}  // namespace

base::Result<Ownership> ownership_of(db::Connection& connection, const Reception& reception,
                                     const Principal& principal, const Report& report,
                                     ImportAs as) {
  if (!principal.organisation.is_nil() && principal.organisation_kind == OrganisationKind::company)
    return ownership_of_company(connection, principal, report, as);
  const auto own_firm = find_own_firm(connection);
  if (is_anonymous(principal) && own_firm)
    return Ownership{*own_firm, own_firm->key, own_firm->reports_held};
  if (is_anonymous(principal))
    return Ownership{receiving_desk(connection, reception.home, given_areas(report)), "", false};
  auto named = store::find_organisation_by_key(connection, report.from.organisation);
  if (!named && principal.kind == Principal::Kind::system) named = own_firm;
  const auto key = named ? named->key : std::string();
  if (principal.kind == Principal::Kind::system && named &&
      named->kind == OrganisationKind::company)
    return Ownership{*named, key, as == ImportAs::held};
  // Police write down what a firm told them: theirs is the row, the firm's is the report.
  const auto own = store::find_organisation(connection, principal.organisation);
  auto owner = own ? *own : receiving_desk(connection, reception.home, given_areas(report));
  return Ownership{std::move(owner), key, false};
}

base::Result<IncomingReport> make_incoming(Hub& hub, const Reception& reception,
                                           const Ownership& ownership,
                                           const crypto::Key32& organisation_key,
                                           const Principal& principal,
                                           const model::Submission& submission,
                                           std::optional<base::UuidBytes> import) {
  auto stored = stored_from(hub, reception, ownership, principal, submission.report);
  stored.import = import;
  stored.key = store::make_row_key(organisation_key, stored.record.id.bytes);
  IncomingReport incoming;
  if (submission.reporter) {
    auto sealed =
        store::seal_reporter(reception.custodian_keys, stored.record.id, *submission.reporter);
    if (!sealed) return pass_on(sealed);
    incoming.reporter = std::move(*sealed);
    stored.record.sealed_reporter = model::Yes::yes;
  }
  const auto content = content_of(principal, ownership, submission.report);
  incoming.receipt = crypto::issue_receipt();
  stored.receipt = base::Bytes(incoming.receipt.hash.begin(), incoming.receipt.hash.end());
  incoming.report =
      store::seal_report(std::move(stored), content, without_reporter_name(principal).name);
  return incoming;
}

Arrival write_incoming(db::Connection& connection, const IncomingReport& incoming) {
  const auto& record = incoming.report.stored.record;
  store::insert_report(connection, incoming.report);
  store::insert_receipt(connection, incoming.receipt.hash, record.organisation, record.id,
                        record.received_at);
  Arrival arrival{record.id, incoming.report.commitment, std::nullopt};
  if (incoming.reporter)
    arrival.reporter_commitment =
        store::add_sealed_reporter(connection, record.organisation, record.id, *incoming.reporter);
  return arrival;
}

void announce(Hub& hub, db::Connection& connection, const Principal& principal,
              const Arrival& arrival) {
  const auto nameless = without_reporter_name(principal);
  record(hub, connection, nameless,
         {"report.submit", "report", arrival.report.bytes, arrival.commitment});
  if (arrival.reporter_commitment)
    record(hub, connection, nameless,
           {"report.seal_reporter", "sealed_reporter", arrival.report.bytes,
            *arrival.reporter_commitment});
  store::enqueue(connection, {std::string(read_job), arrival.report.bytes, "",
                              name_in_record(nameless), hub.clock.now()});
}

void add_own_areas(const model::Organisation& owner, std::vector<std::string>& areas) {
  if (owner.kind != OrganisationKind::company) return;
  for (const auto& site : owner.sites)
    if (!site.area.empty() && std::ranges::find(areas, site.area) == areas.end())
      areas.push_back(site.area);
}

std::vector<std::string> given_areas(const Report& report) {
  std::vector<std::string> areas;
  for (const auto& encounter : report.encounters)
    if (!encounter.place.area.empty() &&
        std::ranges::find(areas, encounter.place.area) == areas.end())
      areas.push_back(encounter.place.area);
  return areas;
}

}  // namespace workflow
