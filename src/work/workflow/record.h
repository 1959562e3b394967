#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "edges/store/request_key.h"
#include "ground/access/access.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// What every use case does beside its own work: writes down what was done, and answers repeated
/// requests.
namespace workflow {

/// One thing that was done or looked at. `action` is a word of rights::Action or a finer one
/// ("alert.reminded"); never content.
struct Deed {
  std::string_view action;
  std::string_view object_kind;  ///< "report", "alert", "organisation", ...
  base::UuidBytes object{};
  base::Bytes commitment{};       ///< of a write: commitment to the content as it now is
  std::string_view purpose = "";  ///< of an opening: a purpose code
};

/// Writes the audit row into the transaction of the deed itself.
void record(const Hub& hub, db::Connection& connection, const model::Principal& principal,
            const Deed& deed);

/// Writes down what somebody looked at, in a transaction of its own after the reading: so nobody
/// who writes waits for it. What was read is handed out only after this.
void record_looks(const Hub& hub, const model::Principal& principal, std::span<const Deed> deeds);

/// Writes down that somebody was refused something by rule ("report.read.refused"), in a
/// transaction of its own, because the refused one is undone. Not for every 404: for openings of
/// what is there and is not theirs.
void record_refusal(const Hub& hub, const model::Principal& principal, const Deed& deed);

/// The name under which a principal stands in the record: "hanako", "anonymous",
/// "system:jobs for hanako".
[[nodiscard]] std::string name_in_record(const model::Principal& principal);

/// Openings of person-level data need one of: vetting, linking, alert, follow_up, feedback,
/// own_report, audit. Anything else is invalid_input at "purpose".
[[nodiscard]] base::Result<void> check_purpose(std::string_view purpose);

/// What the same key made before: nothing without a key or for a new one; conflict when the key
/// was used for another request. To be asked first thing in the creating transaction.
[[nodiscard]] base::Result<std::optional<store::Replay>> find_replay(
    db::Connection& connection, const model::Principal& principal, const RequestKey& request);

/// Remembers what the request made, in the transaction that made it. Without a key: nothing.
void remember(const Hub& hub, db::Connection& connection, const model::Principal& principal,
              const RequestKey& request, std::string_view kind, const base::UuidBytes& object,
              std::int64_t version);

/// The answer for what is not there, or is not this principal's to know.
[[nodiscard]] std::unexpected<base::Error> no_such(std::string_view kind);

}  // namespace workflow
