#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
[[nodiscard]] std::vector<base::Bytes> blind_match_keys(const Keys& keys,
                                                        std::span<const model::MatchKey> open);

/// Replaces the keys of a report.
void set_match_keys(db::Connection& connection, const model::ReportRecord& report,
                    std::vector<BlindMatchKey> keys);

void delete_match_keys(db::Connection& connection, base::Id<model::Report> report);

struct Candidate {
  PersonaAddress address;
  std::uint64_t sketch = 0;
};

/// Who shares each of the keys: newest report first, at most `limit` a key.
[[nodiscard]] std::vector<std::vector<Candidate>> find_candidates(db::Connection& connection,
                                                                  std::span<const base::Bytes> keys,
                                                                  std::size_t limit);

}  // namespace store
