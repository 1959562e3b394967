#include "edges/store/match_key.h"

#include <algorithm>
#include <bit>
#include <string>
#include <tuple>

#include "edges/store/row_key.h"

namespace store {
namespace {

constexpr std::string_view insert_match_key =
    "INSERT INTO match_key (version, key, report_id, persona, org_id, sketch)"
    " VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (version, key, report_id, persona) DO UPDATE SET sketch = excluded.sketch";
constexpr std::string_view delete_keys_of_report = "DELETE FROM match_key WHERE report_id = $1";
constexpr std::string_view select_candidates =
    "SELECT org_id, report_id, persona, sketch FROM match_key WHERE version = $1 AND key = $2"
    " ORDER BY report_id DESC, persona DESC LIMIT $3";

}  // namespace

base::Bytes blind_match_key(const Keys& keys, const model::MatchKey& key) {
  return blind_value(keys, std::string("match.").append(base::word_of(key.kind)), key.text);
}

std::vector<base::Bytes> blind_match_keys(const Keys& keys, std::span<const model::MatchKey> open) {
  std::vector<base::Bytes> blind;
  blind.reserve(open.size());
  for (const auto& key : open)
    blind.push_back(blind_match_key(keys, key));
  return blind;
}

void set_match_keys(db::Connection& connection, const model::ReportRecord& report,
                    std::vector<BlindMatchKey> keys) {
  delete_match_keys(connection, report.id);
  std::ranges::sort(keys, {},
                    [](const BlindMatchKey& item) { return std::tie(item.key, item.persona); });
  std::vector<db::Parameters> rows;
  for (const auto& item : keys)
    rows.push_back({model::PersonaFeatures::version_now, item.key, report.id, item.persona,
                    report.organisation, std::bit_cast<std::int64_t>(item.sketch)});
  connection.execute_each(insert_match_key, rows);
}

void delete_match_keys(db::Connection& connection, base::Id<model::Report> report) {
  connection.execute(delete_keys_of_report, {report});
}

std::vector<std::vector<Candidate>> find_candidates(db::Connection& connection,
                                                    std::span<const base::Bytes> keys,
                                                    std::size_t limit) {
  std::vector<db::Parameters> bindings;
  for (const auto& key : keys)
    bindings.push_back({model::PersonaFeatures::version_now, key, limit});
  std::vector<std::vector<Candidate>> candidates(keys.size());
  connection.query_each(select_candidates, bindings, [&](std::size_t number, const db::Row& row) {
    candidates[number].push_back(
        {{row.id<model::Organisation>(0),
          {row.id<model::Report>(1), static_cast<std::size_t>(row.integer(2))}},
         std::bit_cast<std::uint64_t>(row.integer(3))});
  });
  return candidates;
}

}  // namespace store
