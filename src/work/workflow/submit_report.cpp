#include "work/workflow/submit_report.h"

#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "edges/store/job.h"
#include "edges/store/organisation_key.h"
#include "ground/access/access.h"
#include "ground/base/ensure.h"
#include "work/engine/read_report.h"
#include "work/workflow/incoming_report.h"
#include "work/workflow/process_report.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Principal;
using model::Receipt;
using model::Submission;

/// Whose key a repeat is remembered under: never the name of a reporter.
Principal principal_for_replay(const Hub& hub, const Principal& principal) {
  Principal keyed = principal;
  if (!principal.account.is_nil())
    keyed.name = "account:" + base::hex(store::submitter_value(hub.keys, principal.account));
  return keyed;
}

struct Preparation {
  Reception reception;
  Ownership ownership;
  crypto::Key32 organisation_key = crypto::Key32({});
};

base::Result<Preparation> prepare(Hub& hub, db::Connection& connection, const Principal& principal,
                                  const model::Report& report, ImportAs as) {
  auto reception = prepare_reception(connection);
  if (!reception) return pass_on(reception);
  auto ownership = ownership_of(connection, *reception, principal, report, as);
  if (!ownership) return pass_on(ownership);
  auto key = store::get_organisation_key(connection, hub.keys, ownership->owner.id);
  return Preparation{std::move(*reception), std::move(*ownership), key};
}

Receipt receipt_for(const Principal& principal, const IncomingReport& incoming,
                    std::vector<std::string> advice) {
  Receipt receipt;
  if (principal.kind != Principal::Kind::anonymous)
    receipt.report = incoming.report.stored.record.id;
  receipt.code = incoming.receipt.text.reveal();
  receipt.state = incoming.report.stored.record.state;
  receipt.advice = std::move(advice);
  return receipt;
}

/// The answer for a report that is there already: no code, since that was shown once.
Receipt receipt_of_old(Hub& hub, db::Connection& connection, const Principal& principal,
                       base::Id<model::Report> id) {
  Receipt receipt;
  receipt.was_there = true;
  if (principal.kind != Principal::Kind::anonymous) receipt.report = id;
  if (const auto stored = store::find_report(connection, hub.keys, id))
    receipt.state = stored->record.state;
  return receipt;
}

std::optional<base::Id<model::Report>> find_earlier(db::Connection& connection,
                                                    const store::StoredReport& stored) {
  if (!stored.source_ref) return std::nullopt;
  return store::find_by_source_ref(connection, stored.record.organisation, *stored.source_ref);
}

base::Result<Receipt> write_submission(Hub& hub, db::Connection& connection,
                                       const Principal& principal, const IncomingReport& incoming,
                                       const RequestKey& request, Receipt fresh) {
  const auto keyed = principal_for_replay(hub, principal);
  auto replay = find_replay(connection, keyed, request);
  if (!replay) return pass_on(replay);
  if (*replay)
    return receipt_of_old(hub, connection, principal, base::Id<model::Report>{(*replay)->object});
  const auto& stored = incoming.report.stored;
  if (const auto earlier = find_earlier(connection, stored))
    return receipt_of_old(hub, connection, principal, *earlier);
  announce(hub, connection, principal, write_incoming(connection, incoming));
  remember(hub, connection, keyed, request, "report", stored.record.id.bytes, 1);
  return fresh;
}

base::Error at_index(base::Error error, std::size_t index) {
  for (auto& issue : error.issues)
    issue.pointer = fmt::format("/{}{}", index, issue.pointer);
  return error;
}

}  // namespace

base::Result<Receipt> submit_report(Hub& hub, const Principal& principal,
                                    const Submission& submission, const RequestKey& request) {
  if (auto tried = rights::may_try(principal, rights::Action::report_submit); !tried)
    return pass_on(tried);
  if (auto checked = model::check(submission.report, hub.clock.now()); !checked)
    return pass_on(checked);
  auto prepared = hub.database.read([&](db::Connection& connection) {
    return prepare(hub, connection, principal, submission.report, ImportAs::released);
  });
  if (!prepared) return pass_on(prepared);
  const auto incoming = make_incoming(hub, prepared->reception, prepared->ownership,
                                      prepared->organisation_key, principal, submission);
  if (!incoming) return std::unexpected(incoming.error());
  auto fresh =
      receipt_for(principal, *incoming, engine::instant_advice(submission.report, hub.knowledge));
  return hub.database.write([&](db::Connection& connection) {
    return write_submission(hub, connection, principal, *incoming, request, fresh);
  });
}

namespace {

constexpr std::size_t chunk_size = 500;

/// Owners repeat, so their rights and keys are looked up once an import.
class ImportPreparations {
 public:
  ImportPreparations(Hub& hub, const Principal& principal, ImportAs as)
      : hub_(hub), principal_(principal), as_(as) {}

  [[nodiscard]] base::Result<Preparation> find(const model::Report& report) {
    const auto areas = given_areas(report);
    const auto key = report.from.organisation + " " + (areas.empty() ? "" : areas.front());
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    auto prepared = hub_.database.read([&](db::Connection& connection) {
      return prepare(hub_, connection, principal_, report, as_);
    });
    if (prepared) known_.emplace(key, *prepared);
    return prepared;
  }

 private:
  Hub& hub_;
  const Principal& principal_;
  ImportAs as_;
  std::map<std::string, Preparation> known_;
};

base::Result<std::vector<IncomingReport>> make_chunk(Hub& hub, const Principal& principal,
                                                     ImportPreparations& preparations,
                                                     const std::vector<Submission>& submissions,
                                                     std::size_t first,
                                                     const base::UuidBytes& import) {
  std::vector<IncomingReport> chunk;
  const auto last = std::min(submissions.size(), first + chunk_size);
  for (std::size_t index = first; index < last; ++index) {
    const auto& submission = submissions[index];
    auto prepared = preparations.find(submission.report);
    if (!prepared) return std::unexpected(at_index(prepared.error(), index));
    auto incoming = make_incoming(hub, prepared->reception, prepared->ownership,
                                  prepared->organisation_key, principal, submission, import);
    if (!incoming) return std::unexpected(at_index(incoming.error(), index));
    chunk.push_back(std::move(*incoming));
  }
  return chunk;
}

std::vector<Arrival> write_chunk(Hub& hub, const std::vector<IncomingReport>& chunk) {
  return hub.database.write([&](db::Connection& connection) {
    std::vector<Arrival> arrivals;
    for (const auto& incoming : chunk)
      if (!find_earlier(connection, incoming.report.stored))
        arrivals.push_back(write_incoming(connection, incoming));
    return arrivals;
  });
}

void show_all(Hub& hub, const Principal& principal, const base::UuidBytes& import,
              const std::vector<Arrival>& arrivals) {
  hub.database.write([&](db::Connection& connection) {
    store::show_import(connection, import);
    for (const auto& arrival : arrivals)
      announce(hub, connection, principal, arrival);
  });
}

base::Result<void> check_all(Hub& hub, const std::vector<Submission>& submissions) {
  const auto now = hub.clock.now();
  for (std::size_t index = 0; index < submissions.size(); ++index)
    if (auto checked = model::check(submissions[index].report, now); !checked)
      return std::unexpected(at_index(checked.error(), index));
  return {};
}

}  // namespace

base::Result<ImportResult> import_reports(Hub& hub, const Principal& principal,
                                          const std::vector<Submission>& submissions, ImportAs as) {
  if (auto tried = rights::may_try(principal, rights::Action::report_submit); !tried)
    return pass_on(tried);
  if (auto checked = check_all(hub, submissions); !checked) return pass_on(checked);
  const auto import = hub.ids.random();
  ImportPreparations preparations(hub, principal, as);
  std::vector<Arrival> arrivals;
  for (std::size_t first = 0; first < submissions.size(); first += chunk_size) {
    const auto chunk = make_chunk(hub, principal, preparations, submissions, first, import);
    if (!chunk) {
      hub.database.write(
          [&](db::Connection& connection) { store::drop_import(connection, import); });
      return std::unexpected(chunk.error());
    }
    for (auto& arrival : write_chunk(hub, *chunk))
      arrivals.push_back(std::move(arrival));
  }
  show_all(hub, principal, import, arrivals);
  ImportResult result{arrivals.size(), submissions.size() - arrivals.size(), {}};
  for (const auto& arrival : arrivals)
    result.reports.push_back(arrival.report);
  return result;
}

}  // namespace workflow
