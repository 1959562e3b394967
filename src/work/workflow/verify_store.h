#pragma once

#include <span>
#include <vector>

#include "edges/db/database.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/base/result.h"
#include "ground/crypto/signing.h"
#include "ground/model/audit.h"
#include "work/workflow/hub.h"

/// The proof that nothing was altered: the database's own integrity, every entry of the chain,
/// every signed checkpoint, and all content against what the record committed to. What was written
/// in the last second and is not sealed yet is counted as unsealed: nothing proves those entries
/// until the sealer has passed.
///
/// Whoever can write to the database's file can also cut the record short at an earlier checkpoint;
/// that shows only against a checkpoint which was kept elsewhere (docs/SECURITY.md).
namespace workflow {

/// Chain, tree and signatures alone: needs no secret, so an outsider can do it with a copy of the
/// record and the hub's public key.
[[nodiscard]] model::Verification verify_record(db::Connection& connection,
                                                const crypto::VerifyingKey& key);

/// Everything. Stops at the first thing that is broken and names it: "audit entry 12
/// (report.release)", "report 0192f..., content". Reads one unchanging view.
[[nodiscard]] model::Verification verify_store(db::Database& database, const store::Keys& keys);

/// The same with other sources of content than content_sources(), for tests.
[[nodiscard]] model::Verification verify_store(db::Connection& connection, const store::Keys& keys,
                                               std::span<const store::ContentSource> sources);

/// For an auditor or an administrator at a running hub; the check goes into the record.
[[nodiscard]] base::Result<model::Verification> verify_hub(Hub& hub,
                                                           const model::Principal& principal);

/// Everything whose writes record a commitment. A new noun adds its line here.
[[nodiscard]] std::vector<store::ContentSource> content_sources();

}  // namespace workflow
