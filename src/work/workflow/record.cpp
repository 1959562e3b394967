#include "work/workflow/record.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "edges/store/audit.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Principal;

constexpr std::array<std::string_view, 7> purposes = {
    "vetting", "linking", "alert", "follow_up", "feedback", "own_report", "audit"};

model::AuditEntry entry_of(const Hub& hub, const Principal& principal, const Deed& deed) {
  const auto now = hub.clock.now();
  model::AuditEntry entry;
  entry.id = hub.ids.make<model::AuditEntry>(now);
  entry.at = now;
  entry.principal = name_in_record(principal);
  entry.organisation = principal.organisation_key;
  entry.action = deed.action;
  entry.object_kind = deed.object_kind;
  entry.object = deed.object;
  entry.purpose = deed.purpose;
  entry.commitment = deed.commitment;
  return entry;
}

}  // namespace

void record(const Hub& hub, db::Connection& connection, const Principal& principal,
            const Deed& deed) {
  store::append_audit(connection, entry_of(hub, principal, deed));
}

void record_looks(const Hub& hub, const Principal& principal, std::span<const Deed> deeds) {
  hub.database.write([&](db::Connection& connection) {
    for (const auto& deed : deeds)
      record(hub, connection, principal, deed);
  });
}

void record_refusal(const Hub& hub, const Principal& principal, const Deed& deed) {
  auto entry = entry_of(hub, principal, deed);
  entry.action += ".refused";
  hub.database.write([&](db::Connection& connection) { store::append_audit(connection, entry); });
}

std::string name_in_record(const Principal& principal) {
  if (principal.kind == Principal::Kind::anonymous) return "anonymous";
  if (principal.caused_by.empty() || principal.caused_by == principal.name) return principal.name;
  return fmt::format("{} for {}", principal.name, principal.caused_by);
}

base::Result<void> check_purpose(std::string_view purpose) {
  if (std::find(purposes.begin(), purposes.end(), purpose) != purposes.end()) return {};
  return base::fail(ErrorKind::invalid_input, "purpose", "is no purpose of opening personal data",
                    fmt::format("say one of {}", fmt::join(purposes, ", ")));
}

base::Result<std::optional<store::Replay>> find_replay(db::Connection& connection,
                                                       const Principal& principal,
                                                       const RequestKey& request) {
  if (request.key.empty()) return std::optional<store::Replay>{};
  auto replay = store::find_replay(connection, name_in_record(principal), request.key);
  if (replay && replay->request_hash != request.request_hash)
    return base::fail(ErrorKind::conflict, "Idempotency-Key", "was used for another request before",
                      "choose a new key for a new request");
  return replay;
}

void remember(const Hub& hub, db::Connection& connection, const Principal& principal,
              const RequestKey& request, std::string_view kind, const base::UuidBytes& object,
              std::int64_t version) {
  if (request.key.empty()) return;
  store::remember(connection, name_in_record(principal), request.key,
                  {request.request_hash, std::string(kind), object, version}, hub.clock.now());
}

std::unexpected<base::Error> no_such(std::string_view kind) {
  return base::fail(ErrorKind::not_found, "", fmt::format("no such {}, or not for you", kind),
                    "check the id and whether it lies in your area");
}

}  // namespace workflow
