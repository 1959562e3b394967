#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/keys.h"
#include "edges/store/persona.h"
#include "ground/model/link.h"

/// Keyed hashes under which personas are found again. Written by a job, sorted, never in the
/// transaction that takes a report in. All rows of a key lie together, newest report last.
namespace store {

/// One key of one persona, ready to be written.
struct BlindMatchKey {
  base::Bytes key;  ///< blind_match_key
  std::size_t persona = 0;
  std::uint64_t sketch = 0;
};

[[nodiscard]] base::Bytes blind_match_key(const Keys& keys, const model::MatchKey& key);

/// Replaces the keys of a report.
void set_match_keys(db::Connection& connection, const model::ReportRecord& report,
                    std::vector<BlindMatchKey> keys);

void delete_match_keys(db::Connection& connection, base::Id<model::Report> report);

struct Candidate {
  PersonaAddress address;
  std::uint64_t sketch = 0;
};

/// Who shares the key, newest report first, at most `limit`.
[[nodiscard]] std::vector<Candidate> find_candidates(db::Connection& connection,
                                                     const base::Bytes& key, std::size_t limit);

}  // namespace store
