#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edges/store/report.h"
#include "ground/base/result.h"
#include "ground/crypto/token.h"
#include "ground/model/reporter_opening.h"
#include "work/workflow/hub.h"
#include "work/workflow/submit_report.h"

/// What submit_report and import_reports share: whose a report is, and its rows made ready
/// outside the transaction.
namespace workflow {

/// What the database has to say before a report can be made ready; read once for many reports.
struct Reception {
  model::Organisation home;                         ///< the desk whose queue it joins
  std::vector<model::CustodianKey> custodian_keys;  ///< empty: no identity can be kept
};
[[nodiscard]] base::Result<Reception> prepare_reception(db::Connection& connection);

/// Who owns a report and in what state it begins. In a hub that a firm runs, what no other
/// organisation stands behind is the firm's.
struct Ownership {
  model::Organisation owner;
  std::string organisation_key;  ///< the firm that reported, "" = unknown
  bool held = false;
};
[[nodiscard]] base::Result<Ownership> ownership_of(db::Connection& connection,
                                                   const Reception& reception,
                                                   const model::Principal& principal,
                                                   const model::Report& report, ImportAs as);

/// All rows of one report, sealed.
struct IncomingReport {
  store::SealedReport report;
  std::optional<base::Bytes> reporter;
  crypto::IssuedToken receipt;
};

/// `organisation_key` is the owner's key (crypto). Slow parts: two sealings, a reporter's box.
[[nodiscard]] base::Result<IncomingReport> make_incoming(
    Hub& hub, const Reception& reception, const Ownership& ownership,
    const crypto::Key32& organisation_key, const model::Principal& principal,
    const model::Submission& submission, std::optional<base::UuidBytes> import = {});

/// What the record says of a report that came in.
struct Arrival {
  base::Id<model::Report> report;
  base::Bytes commitment;
  std::optional<base::Bytes> reporter_commitment;
};

/// Writes the rows.
[[nodiscard]] Arrival write_incoming(db::Connection& connection, const IncomingReport& incoming);

/// Writes the audit rows and the job that reads the report: in the same transaction, but for an
/// import, which announces all its reports at the end.
void announce(Hub& hub, db::Connection& connection, const model::Principal& principal,
              const Arrival& arrival);

/// Adds the wards of a firm's sites, each once: what happened to its staff is its station's, too.
void add_own_areas(const model::Organisation& owner, std::vector<std::string>& areas);

/// Municipality codes that the sender gave, each once.
[[nodiscard]] std::vector<std::string> given_areas(const model::Report& report);

}  // namespace workflow
